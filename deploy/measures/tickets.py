"""The tickets' rows: drawing one, from the touch to its first row, and how long paper takes."""

import os
import re
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from deploy.measures.limits import answer_ms
from deploy.measures.row import Row, at_most, middle, percentile, within

TOUCHES, QUICK_TOUCHES = 100, 15
ROUNDS = 3
ASKED = re.compile(
    rb"\x10\x04([\x01-\x04])|\x1dr\x01|\x1da(\xff)|\x1d\(H\x06\x0000(....)", re.DOTALL
)
WELL = {1: b"\x16", 2: b"\x12", 3: b"\x12", 4: b"\x12"}


def rows(scratch: Path, quick: bool) -> Iterator[Row]:
    """Yield the tickets' rows."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from deploy.measures.touching import touch_to_byte_ms
    from shared.printing.layout import PAPERS
    from shared.printing.raster import ticket_picture
    from shared.printing.tools.samples import USUAL
    from shared.ui.application import make_application

    app = make_application("bench")
    times = []
    for _ in range(50):
        begun = time.perf_counter()
        ticket_picture(USUAL, PAPERS[80])
        times.append((time.perf_counter() - begun) * 1000)
    yield at_most("ticket rendered, p50", percentile(times, 50), "ms", 10)
    pairs = []
    for at in range(ROUNDS):
        with FirstRow() as printer:
            data = scratch / f"touches-{at}"
            touches = touch_to_byte_ms(app, data, printer, QUICK_TOUCHES if quick else TOUCHES)
        pairs.append((percentile(touches, 99), answer_ms(scratch, 1000)))
    value, limit = middle(pairs)
    yield at_most("press at the dispenser -> first byte of its rows, p99", value, "ms", 60, limit)
    yield from paper_rows()


def paper_rows() -> Iterator[Row]:
    """Yield what a slip costs on each sort of line, on the virtual printer's clock."""
    from deploy.measures.virtual_way import Way, course_of
    from shared.printing.raster import ticket_picture
    from shared.printing.tools.samples import LONGEST, USUAL

    ways = (
        (Way("network", "tcp://printer", memory_bytes=65_536), USUAL),
        (Way("USB", "usb://04b8:0e15"), USUAL),
        (Way("serial 115200", "serial:///dev/ttyS0?baud=115200", 115_200), USUAL),
        (Way("serial 19200", "serial:///dev/ttyS0?baud=19200", 19_200), USUAL),
        (Way("serial 19200, longest names", "serial:///dev/ttyS0?baud=19200", 19_200), LONGEST),
    )
    for way, content in ways:
        course = course_of(way, lambda paper, it=content: ticket_picture(it, paper))  # type: ignore[misc]
        name = f"ticket at 200 mm/s on {way.name}"
        yield at_most(f"{name}: bytes", course.sent_bytes / 1024, "KiB", 64)
        yield at_most(f"{name}: paper moves", course.moves_s, "s", 1)
        yield within(f"{name}: last row", course.last_row_s, "s", course.limit_s, 1.25)
        if way.baud == 19_200:
            yield at_most(f"{name}: last row", course.last_row_s, "s", 16)


class FirstRow:
    """A printer that answers at once, and notes when the first rows of each ticket arrive."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.address = f"tcp://127.0.0.1:{self._server.getsockname()[1]}"
        self.arrived = threading.Event()
        self.at_s = 0.0
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> "FirstRow":
        return self

    def __exit__(self, *error: object) -> None:
        self._server.close()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._server.accept()
            except OSError:
                return
            with connection:
                self._serve(connection)

    def _serve(self, connection: socket.socket) -> None:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            while data := connection.recv(65536):
                if b"\x1dv0" in data and not self.arrived.is_set():
                    self.at_s = time.perf_counter()
                    self.arrived.set()
                connection.sendall(_answers(data))
        except ConnectionError:
            return


def _answers(data: bytes) -> bytes:
    return b"".join(
        WELL[kind[0]] if kind else b"\x14\x00\x00\x0f" if asb else _in_turn(id_)
        for kind, asb, id_ in ASKED.findall(data)
    )


def _in_turn(id_: bytes) -> bytes:
    return b"\x37\x22" + id_ + b"\x00" if id_ else b"\x00"
