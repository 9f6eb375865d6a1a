"""The virtual printer put together: the machine, its link to hosts, and the folder of pictures."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from shared.printing.address import TcpAddress
from shared.printing.virtual.listening import PtyAddress
from shared.printing.virtual.paper_folder import PaperFolder
from shared.printing.virtual.profile import Profile
from shared.printing.virtual.running import RunningPrinter
from shared.printing.virtual.script import Script, ScriptedFault
from shared.printing.virtual.tcp_link import TcpLink

IDLE_CLOSE_S = 90.0
"""A TM-T20II puts an idle host out after so long."""


class Link(Protocol):
    """A way for hosts to reach the printer."""

    async def run(self, ready: Callable[[str], None]) -> None:
        """Let hosts in for ever."""


class PrinterServer:
    """One printer that hosts can reach; made and run in the thread of one loop."""

    def __init__(
        self,
        profile: Profile,
        listen: TcpAddress | PtyAddress,
        *,
        out: Path | None = None,
        faults: Sequence[ScriptedFault] = (),
        idle_close_s: float = IDLE_CLOSE_S,
    ) -> None:
        """``out`` keeps each slip as a picture."""
        self.running = RunningPrinter(profile)
        if out is not None:
            self.running.took.append(PaperFolder(out).keep)
        self.script = Script(self.running.printer, *faults)
        self._link = self._make_link(listen, idle_close_s)

    async def run(self, ready: Callable[[str], None]) -> None:
        """Print for ever; ``ready`` is told the address a host prints to, each time it changes."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self.running.run())
            tasks.create_task(self._link.run(ready))

    def _make_link(self, listen: TcpAddress | PtyAddress, idle_close_s: float) -> Link:
        if isinstance(listen, TcpAddress):
            return TcpLink(self.running, listen.host, listen.port, idle_close_s)
        # Only where there are pseudo-terminals; elsewhere the module cannot be loaded.
        from shared.printing.virtual.pty_link import PtyLink

        return PtyLink(self.running, Path(listen.name) if listen.name else None)
