"""Small files that only this user can read, replaced as a whole and on disk when written.

Keys, the registry and people's hashes are kept so, beside the log and not in it: they change a
few times a year, must not wait behind the queue's transactions, outlive any log, are readable
by hand, and what is taken out of them is gone with the file that was replaced.
"""

import os
from pathlib import Path


def write_safely(path: Path, text: str) -> None:
    """Replace a file in one step; after a crash there is the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows keeps the entry with the file
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
