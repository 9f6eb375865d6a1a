"""Where hosts reach the virtual printer: ``tcp://HOST:PORT``, or ``pty:[NAME][?baud=19200]``."""

import re
from dataclasses import dataclass

from shared.printing.address import BAUDS, BadAddress, TcpAddress, parse_address

USUAL_BAUD = 19200
PTY = re.compile(r"pty:(?P<name>[^?]*)(?:\?baud=(?P<baud>\d+))?")


@dataclass(frozen=True, slots=True)
class PtyAddress:
    """A serial port made of software; ``name`` is the path of a link to it, or empty."""

    name: str
    baud: int


def parse_listening(text: str) -> TcpAddress | PtyAddress:
    """Return where to listen; raises BadAddress."""
    found = PTY.fullmatch(text)
    if found:
        return PtyAddress(found["name"], _baud(text, found["baud"]))
    address = parse_address(text)
    if not isinstance(address, TcpAddress):
        raise BadAddress(f"{text!r}: listen at tcp://HOST:PORT, or at pty:")
    return address


def _baud(text: str, digits: str | None) -> int:
    baud = int(digits or USUAL_BAUD)
    if baud not in BAUDS:
        raise BadAddress(f"{text!r}: baud is one of {', '.join(map(str, sorted(BAUDS)))}")
    return baud
