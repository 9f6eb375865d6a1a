"""Where a machine keeps its catalogue: one file, replaced as a whole or not at all.

The hub's lies in its data folder, a kiosk's in its state folder. Bytes only; what they hold
says shared.catalog.catalog.
"""

import hashlib
import os
from pathlib import Path

FILE_NAME = "catalog.json.gz"


def read(folder: Path) -> bytes:
    """Return the catalogue's bytes, b"" where there is none; raises OSError."""
    try:
        return (folder / FILE_NAME).read_bytes()
    except FileNotFoundError:
        return b""


def write(folder: Path, data: bytes) -> None:
    """Put a catalogue in the place of the old one; raises OSError, and the old one stays."""
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / f"{FILE_NAME}.new"
    with fresh.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / FILE_NAME)


def changed_ms(folder: Path) -> int:
    """Return when the catalogue was put there, 0 where there is none; raises OSError."""
    try:
        return (folder / FILE_NAME).stat().st_mtime_ns // 1_000_000
    except FileNotFoundError:
        return 0


def version_of(data: bytes) -> str:
    """Return the name of a catalogue's bytes, "" for none."""
    return hashlib.sha256(data).hexdigest()[:16] if data else ""
