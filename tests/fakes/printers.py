"""The virtual printer on a real port, in a thread of its own."""

import asyncio
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from shared.printing.address import TcpAddress
from shared.printing.virtual.faults import Fault
from shared.printing.virtual.listening import PtyAddress
from shared.printing.virtual.mechanism import Slip
from shared.printing.virtual.profile import Profile
from shared.printing.virtual.running import RunningPrinter
from shared.printing.virtual.script import ScriptedFault
from shared.printing.virtual.server import IDLE_CLOSE_S, PrinterServer

PATIENCE_S = 10
ANY_PORT = TcpAddress("127.0.0.1", 0)


class ServedPrinter:
    """What comes out of it is in ``slips``; each address it listens at, in ``addresses``."""

    def __init__(self, make: Callable[[], PrinterServer]) -> None:
        self.slips: queue.Queue[Slip] = queue.Queue()
        self.addresses: queue.Queue[str] = queue.Queue()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(
            target=self._loop.run_until_complete, args=(self._run(make),)
        )
        self._thread.start()
        self.address = self.addresses.get(timeout=PATIENCE_S)

    async def _run(self, make: Callable[[], PrinterServer]) -> None:
        server = make()
        self.running = server.running
        self.running.took.append(self.slips.put)
        self._serving = asyncio.ensure_future(server.run(self.addresses.put))
        with suppress(asyncio.CancelledError):
            await self._serving

    @property
    def port(self) -> int:
        return int(self.address.rpartition(":")[2])

    def slip(self) -> Slip:
        """Return the next piece of paper, waiting for it."""
        return self.slips.get(timeout=PATIENCE_S)

    def set_fault(self, fault: Fault, on: bool) -> None:
        self.ask(lambda running: running.set_fault(fault, on))

    def ask(self, question: Callable[[RunningPrinter], object]) -> object:
        """Do something in the printer's own thread; return what comes of it."""

        async def answer() -> object:
            return question(self.running)

        future = asyncio.run_coroutine_threadsafe(answer(), self._loop)
        return future.result(timeout=PATIENCE_S)

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._serving.cancel)
        self._thread.join(PATIENCE_S)
        self._loop.close()


@contextmanager
def served(
    profile: Profile | None = None,
    listen: TcpAddress | PtyAddress = ANY_PORT,
    *,
    out: Path | None = None,
    faults: Sequence[ScriptedFault] = (),
    idle_close_s: float = IDLE_CLOSE_S,
) -> Iterator[ServedPrinter]:
    """Let a printer be there for a while."""
    kind = profile or Profile(speed_mm_s=10_000, cut_ms=1)
    printer = ServedPrinter(
        lambda: PrinterServer(kind, listen, out=out, faults=faults, idle_close_s=idle_close_s)
    )
    try:
        yield printer
    finally:
        printer.close()
