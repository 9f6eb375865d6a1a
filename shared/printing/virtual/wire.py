"""A serial line, on which bytes take their time. Pure.

Ten bits a byte. The host hands over no more than the line's own small memory holds. With no
speed it is no line at all: bytes are there at once.
"""

HELD_BYTES = 256
CHUNK_BYTES = 16


class Wire:
    """Bytes on their way to the printer."""

    def __init__(self, baud: int | None) -> None:
        self.baud = baud
        self._on_way = bytearray()
        self._arrives_ms = 0.0

    def room(self, printer_room: int) -> int:
        """Return how many bytes it takes now, for a printer with so much room."""
        if self.baud is None:
            return max(0, printer_room - len(self._on_way))
        return max(0, HELD_BYTES - len(self._on_way))

    @property
    def next_ms(self) -> float | None:
        """When the next bytes arrive, if any are on their way."""
        return self._arrives_ms if self._on_way else None

    def put(self, data: bytes, now_ms: float) -> None:
        """Send bytes on their way."""
        idle = not self._on_way
        self._on_way += data
        if idle:
            self._arrives_ms = now_ms + self._chunk_ms()

    def take(self, now_ms: float, printer_room: int) -> bytes:
        """Return what has arrived by now; with flow control, what does not fit waits."""
        if not self._on_way or self._arrives_ms > now_ms:
            return b""
        most = len(self._on_way) if self.baud is None else min(CHUNK_BYTES, printer_room)
        chunk = bytes(self._on_way[:most])
        del self._on_way[: len(chunk)]
        self._arrives_ms = now_ms + self._chunk_ms()
        return chunk

    def cut_off(self) -> None:
        """Lose what is on its way."""
        self._on_way.clear()

    def _chunk_ms(self) -> float:
        if self.baud is None:
            return 0.0
        return min(CHUNK_BYTES, len(self._on_way)) * 10_000 / self.baud
