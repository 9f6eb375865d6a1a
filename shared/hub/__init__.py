"""The hub: the only authority over the queue; decides, stores, applies, publishes. No Qt.

service turns requests into committed events, batch decides what one transaction holds,
topics and replies say what devices are told, connections speaks with them.
"""
