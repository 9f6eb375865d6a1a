"""Where the virtual printer can be reached, as people write it."""

import pytest

from shared.printing.address import BadAddress, TcpAddress
from shared.printing.virtual.listening import PtyAddress, parse_listening


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("tcp://127.0.0.1:9101", TcpAddress("127.0.0.1", 9101)),
        ("tcp://[::1]:9100", TcpAddress("::1", 9100)),
        ("pty:", PtyAddress("", 19200)),
        ("pty:?baud=9600", PtyAddress("", 9600)),
        ("pty:/tmp/printer?baud=115200", PtyAddress("/tmp/printer", 115200)),
    ],
)
def test_addresses(text: str, address: TcpAddress | PtyAddress) -> None:
    assert parse_listening(text) == address


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nonsense", "begins with tcp:"),
        ("file:///dev/usb/lp0", "listen at tcp://HOST:PORT, or at pty:"),
        ("pty:?baud=1200", "baud is one of 9600, 19200,"),
    ],
)
def test_what_cannot_be_listened_at(text: str, told: str) -> None:
    with pytest.raises(BadAddress, match=told):
        parse_listening(text)
