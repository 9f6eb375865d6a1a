"""A port for a hub that lets devices in at the port above it."""

import os
import socket
from itertools import count

LOWEST, PAIRS = 12_000, 10_000
"""Below the ports that the system hands out: any connection may take one of those meanwhile."""

_pairs = count(os.getpid() * 100)


def port_for_pairing() -> int:
    """Return a port that is free with the one above it; another each time."""
    while True:
        port = LOWEST + 2 * (next(_pairs) % PAIRS)
        if _is_free(port) and _is_free(port + 1):
            return port


def _is_free(port: int) -> bool:
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True
