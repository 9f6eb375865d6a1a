"""Finds real-time commands in the raw bytes: off-line, or inside a picture, they are obeyed. Pure.

From Epson's reference: DLE EOT n, DLE ENQ n, DLE DC4 fn. Only whole commands with values in
range count; a printer takes the rest for data.
"""

import re

REAL_TIME = re.compile(
    rb"\x10(?:\x04[\x01-\x04]"
    rb"|\x05[\x00-\x02]"
    rb"|\x14(?:\x01[\x00\x01][\x01-\x08]|\x02\x01\x08|\x07[\x01\x02\x04\x05]"
    rb"|\x08\x01\x03\x14\x01\x06\x02\x08))"
)
"""No command holds a DLE after its first byte, so no two can overlap."""

LONGEST = 10


class RealTimeScanner:
    """Remembers just enough to find a command whose bytes come apart."""

    def __init__(self) -> None:
        self._tail = b""

    def split(self, data: bytes) -> list[tuple[bytes, bytes]]:
        """Return ``data`` in pieces, each with the command that its last byte completes, or b""."""
        known = len(self._tail)
        joined = self._tail + data
        pieces: list[tuple[bytes, bytes]] = []
        start = known
        for found in REAL_TIME.finditer(joined):
            if found.end() > known:
                pieces.append((joined[start : found.end()], found[0]))
                start = found.end()
        if start < len(joined):
            pieces.append((joined[start:], b""))
        self._tail = joined[1 - LONGEST :]
        return pieces
