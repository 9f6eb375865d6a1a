"""The hall file: TOML in, the hall's plan and devices out, or every mistake at once.

Nothing of the queue's rules stands here; README.md explains the file to a hall's own staff.
"""
