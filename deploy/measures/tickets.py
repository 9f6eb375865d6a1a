"""The tickets' rows: drawing one, and from the touch to the printer's first byte."""

import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from deploy.measures.limits import answer_ms
from deploy.measures.row import Row, at_most, middle, percentile

TOUCHES = 100
ROUNDS = 3


def rows(scratch: Path, quick: bool) -> Iterator[Row]:
    """Yield the tickets' rows."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from deploy.measures.touching import touch_to_byte_ms
    from shared.printing.raster import ticket_picture
    from shared.printing.ticket_words import TicketContent
    from shared.ui.application import make_application

    app = make_application("bench")
    content = TicketContent(
        unit_above="Ủy ban nhân dân phường Bến Xuân",
        hall="Trung tâm Phục vụ hành chính công phường Bến Xuân",
        title="SỐ THỨ TỰ",
        number="A012",
        bar="Người cao tuổi",
        service="Đất đai",
        counters="Quầy 1, 2",
        ahead="Còn 3 người trước ông/bà",
        issued="07:42 · 24/11/2026",
        qr="MOTCUA:K5QXE4TFNRSXEZLT",
        rule="Xin chờ gọi số.",
    )
    times = []
    for _ in range(50):
        begun = time.perf_counter()
        ticket_picture(content, 80)
        times.append((time.perf_counter() - begun) * 1000)
    yield at_most("ticket rendered, p50", percentile(times, 50), "ms", 10)
    pairs = []
    for at in range(ROUNDS):
        with FirstByte() as printer:
            data = scratch / f"touches-{at}"
            touches = touch_to_byte_ms(app, data, printer, 15 if quick else TOUCHES)
        pairs.append((percentile(touches, 99), answer_ms(scratch, 1000)))
    value, limit = middle(pairs)
    yield at_most("press at the dispenser -> first ESC/POS byte, p99", value, "ms", 60, limit)


class FirstByte:
    """A printer that notes when the first byte of each ticket arrives."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.address = f"tcp://127.0.0.1:{self._server.getsockname()[1]}"
        self.arrived = threading.Event()
        self.at_s = 0.0
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> "FirstByte":
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
                if connection.recv(1):
                    self.at_s = time.perf_counter()
                    self.arrived.set()
                while connection.recv(65536):
                    pass
