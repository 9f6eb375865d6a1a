"""What tests of ways to a printer share: a link, written to and read from until all is through."""

import time
from collections.abc import Callable

from shared.printing.transports import Link

PATIENCE_S = 10


def take(link: Link) -> bytes:
    """Return the next bytes the printer said, waiting for them."""
    until = time.monotonic() + PATIENCE_S
    while not (data := link.read()):
        assert time.monotonic() < until, "the printer says nothing"
        link.wait(0.1, to_write=False)
    return data


def written(link: Link, data: bytes, read: Callable[[], bytes]) -> bytes:
    """Return what comes out at the other end when all of ``data`` is written."""
    left, seen = data, b""
    until = time.monotonic() + PATIENCE_S
    while len(seen) < len(data):
        assert time.monotonic() < until, f"{len(seen)} of {len(data)} bytes came through"
        if left:
            left = left[link.write(left) :]
        seen += read()
    return seen
