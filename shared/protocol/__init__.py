"""The language of the hall's network: frames, topics, codec and session; no I/O.

README.md beside this file is the protocol page, made by ``python -m shared.protocol.document``.
"""
