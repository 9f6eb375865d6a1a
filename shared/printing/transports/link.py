"""What a way to a printer is: four small doors, and the one way in which it fails."""

from typing import Protocol

from shared.printing.status import Trouble

CONNECT_S = 3.0
"""A printer that is there takes a connection at once."""


class PrinterUnreachable(Exception):
    """There is no way to the printer, or it broke: AWAY, or BUSY with somebody else."""

    def __init__(self, text: str, trouble: Trouble = Trouble.AWAY) -> None:
        super().__init__(text)
        self.trouble = trouble


class Link(Protocol):
    """An open way to a printer. Nothing here blocks but ``wait``; all raise PrinterUnreachable."""

    shared: bool
    """Others may want this printer: the way is closed whenever nothing is to be said."""

    answers: bool
    """Something may come back this way; if not, the printer is mute to us."""

    def read(self) -> bytes:
        """Return what the printer said, nothing if it said nothing."""

    def write(self, data: bytes) -> int:
        """Hand over as much as is taken now; return how many bytes that was."""

    def wait(self, timeout_s: float, *, to_write: bool) -> None:
        """Return when there is something to read, or room ``to_write``, or time is up."""

    def close(self, *, at_once: bool) -> None:
        """Let go; ``at_once`` throws away what has not left this machine. Never raises."""
