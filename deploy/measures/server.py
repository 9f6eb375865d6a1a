"""A server of the bench in a process of its own: started, ready, killed; says why if it fails."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


class NotReady(Exception):
    """A process ended before it was ready; the text is what it said."""


@dataclass(frozen=True, slots=True)
class Server:
    """A process that is ready; ``port`` is the number it said."""

    pid: int
    port: int


@contextmanager
def served(module: str, *options: str) -> Iterator[Server]:
    """Run ``python -m module`` from its line ``ready NUMBER`` on; raises NotReady."""
    command = [sys.executable, "-m", module, *options]
    with (
        tempfile.TemporaryFile("w+") as said,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said, text=True) as process,
    ):
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            if not line.startswith("ready "):
                process.wait()
                said.seek(0)
                raise NotReady(f"{module} is not ready: {line}{said.read()}")
            yield Server(process.pid, int(line.split()[1]))
        finally:
            process.kill()


def memory_mb(pid: int) -> float:
    """Return a process's resident memory in megabytes; 0 where /proc does not tell."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return 0.0
    line = next(each for each in status.read_text().splitlines() if each.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
