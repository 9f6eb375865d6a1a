"""Keeps each piece of paper of the virtual printer as a picture in a folder."""

from pathlib import Path

from shared.printing.virtual.mechanism import Ending, Slip
from shared.printing.virtual.png import png_bytes


class PaperFolder:
    """Pictures in the order in which the paper came: ``ticket-001.png``, ``torn-002.png``."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._count = 0

    def keep(self, slip: Slip) -> None:
        """Write one more picture."""
        self._count += 1
        what = "torn" if slip.ending is Ending.TORN else "ticket"
        path = self._folder / f"{what}-{self._count:03d}.png"
        path.write_bytes(png_bytes(slip.picture))
