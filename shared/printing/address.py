"""Where a printer is, as people write it: ``tcp://host:9100``, ``serial:///dev/ttyUSB0?baud=…``.

Also ``usb://04b8:0e15`` (vendor and product in hex, ``?serial=…`` tells twins apart),
``file:///dev/usb/lp0`` and, on Windows, ``spooler://name of the printer``. Device names that
stay (``/dev/serial/by-id/…``, ``…/by-path/…``) are addresses like any other.
"""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

BAUDS = frozenset({9600, 19200, 38400, 57600, 115200})
FLOWS = frozenset({"none", "rtscts", "xonxoff"})
DEFAULT_TCP_PORT = 9100


class BadAddress(ValueError):
    """This is no printer's address; the text says why."""


@dataclass(frozen=True, slots=True)
class TcpAddress:
    """A printer on the network."""

    host: str
    port: int


@dataclass(frozen=True, slots=True)
class SerialAddress:
    """A printer on a serial line, ``device`` as the system names it (``COM3`` too)."""

    device: str
    baud: int
    flow: str


@dataclass(frozen=True, slots=True)
class UsbAddress:
    """A printer on USB by its vendor and product numbers, and its serial number if given."""

    vendor: int
    product: int
    serial: str = ""


@dataclass(frozen=True, slots=True)
class FileAddress:
    """A device file, or a plain file for trying out."""

    path: str


@dataclass(frozen=True, slots=True)
class SpoolerAddress:
    """A printer by its name in Windows."""

    name: str


Address = TcpAddress | SerialAddress | UsbAddress | FileAddress | SpoolerAddress


def parse_address(text: str) -> Address:
    """Return what an address says; raises BadAddress."""
    parts = urlsplit(text)
    match parts.scheme:
        case "tcp":
            return _tcp(text)
        case "serial":
            return _serial(text)
        case "usb":
            return _usb(text)
        case "file":
            return FileAddress(_path(text))
        case "spooler":
            return SpoolerAddress(unquote(_path(text)))
    begins = "tcp:, serial:, usb:, file: or spooler:"
    raise BadAddress(f"{text!r}: a printer's address begins with {begins}")


def _tcp(text: str) -> TcpAddress:
    parts = urlsplit(text)
    try:
        port = parts.port
    except ValueError as error:
        raise BadAddress(f"{text!r}: {error}") from error
    if not parts.hostname:
        raise BadAddress(f"{text!r}: the host is missing, as in tcp://192.168.1.50:9100")
    return TcpAddress(parts.hostname, DEFAULT_TCP_PORT if port is None else port)


def _serial(text: str) -> SerialAddress:
    options = parse_qs(urlsplit(text).query)
    baud = options.get("baud", ["19200"])[0]
    flow = options.get("flow", ["rtscts"])[0]
    if not baud.isdecimal() or int(baud) not in BAUDS:
        raise BadAddress(f"{text!r}: baud is one of {', '.join(map(str, sorted(BAUDS)))}")
    if flow not in FLOWS:
        raise BadAddress(f"{text!r}: flow is one of {', '.join(sorted(FLOWS))}")
    return SerialAddress(_path(text), int(baud), flow)


def _usb(text: str) -> UsbAddress:
    found = re.fullmatch(r"usb://([0-9a-fA-F]{4}):([0-9a-fA-F]{4})(?:\?serial=(.+))?", text)
    if found is None:
        raise BadAddress(f"{text!r}: write vendor and product in hex, as in usb://04b8:0e15")
    return UsbAddress(int(found[1], 16), int(found[2], 16), unquote(found[3] or ""))


def _path(text: str) -> str:
    parts = urlsplit(text)
    path = parts.netloc + parts.path if parts.netloc else parts.path
    if not path:
        raise BadAddress(f"{text!r}: the path is missing, as in file:///dev/usb/lp0")
    return path
