"""The devices' way to the hub: find it, connect, resume, start over; asyncio, no Qt.

client speaks with one hub after the other, addresses says where to look. What is said and
remembered is the session's business (shared.protocol.session).
"""
