"""The event log on disk: the hall's only truth, and the only package that opens the database.

schema says what the tables are, chain how rows are hashed, event_log writes and reads them,
verify walks them all.
"""
