"""Two judges that we did not write, and a reader of QR codes.

npos decodes the bytes of every sort of ticket; receiptio, a host, says how our printer is.
"""

import base64
import json
import os
import subprocess
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from shared.domain.ids import TicketId
from shared.printing.address import TcpAddress
from shared.printing.escpos import ticket_bytes
from shared.printing.layout import WIDTH_DOTS
from shared.printing.raster import ticket_picture
from shared.printing.ticket_words import TicketContent, ticket_content
from shared.printing.virtual.faults import Fault
from shared.printing.virtual.png import png_bytes
from shared.printing.virtual.printer import VirtualPrinter
from shared.printing.virtual.profile import KINDS, Profile
from shared.printing.virtual.script import parse_fault
from shared.protocol.messages import NumberGiven, TrialNumberGiven
from tests.fakes.halls import BIRTH, MONDAY_8_AM, small_plan
from tests.fakes.printers import served
from tests.shared.printing.test_raster import LONGEST, LONGEST_IN_ENGLISH

DECODER = Path(__file__).parents[1] / "decoder"
GIVEN = NumberGiven(TicketId("20261123-A001"), "A001", "TOKEN", BIRTH, 7, MONDAY_8_AM)
TICKETS = {
    "the longest": LONGEST,
    "the longest in English": LONGEST_IN_ENGLISH,
    "a usual one": ticket_content(GIVEN, small_plan(), "vi"),
    "a usual one in English": ticket_content(GIVEN, small_plan(), "en"),
    "a trial": ticket_content(TrialNumberGiven(1, MONDAY_8_AM), small_plan(), "vi"),
}


ONE_DOT_MORE = {(0x10, 0x18)}
"""Where a picture's bytes would be a real-time command, escpos adds a dot."""


def changes(drawn: bytes, seen: bytes) -> set[tuple[int, int]]:
    """Return which bytes of a picture became which others."""
    return {(a, b) for a, b in zip(drawn, seen, strict=True) if a != b}


@pytest.mark.parametrize("paper_mm", WIDTH_DOTS)
@pytest.mark.parametrize("content", TICKETS.values(), ids=TICKETS)
def test_a_decoder_and_our_printer_see_the_dots_that_were_drawn(
    fonts: None, tmp_path: Path, content: TicketContent, paper_mm: int
) -> None:
    drawn = ticket_picture(content, paper_mm)
    data = ticket_bytes(drawn)
    file = tmp_path / "ticket.bin"
    file.write_bytes(data)
    output = subprocess.run(["node", DECODER / "decode.mjs", file], check=True, capture_output=True)
    seen = json.loads(output.stdout)
    assert seen["accounted"] == seen["size"] == len(data), "every byte is accounted for"
    assert (seen["width"], seen["sameWidth"], seen["cuts"]) == (drawn.width, True, 1)
    assert changes(drawn.rows, base64.b64decode(seen["rows"])) <= ONE_DOT_MORE

    printer = VirtualPrinter(Profile(width_dots=drawn.width, buffer_bytes=len(data)))
    printer.receive(data, 0)
    printer.advance(60_000)
    (slip,) = printer.tickets
    assert slip.body.rows == base64.b64decode(seen["rows"])
    assert not printer.errors
    if content.qr:
        picture = tmp_path / "ticket.png"
        picture.write_bytes(png_bytes(slip.picture))
        read = subprocess.run(["zbarimg", "-q", "--raw", picture], check=True, capture_output=True)
        assert read.stdout.decode().strip() == content.qr


@dataclass(frozen=True)
class Case:
    """A printer, what is wrong with it, what a host does, and what it must say."""

    does: str
    says: str
    kind: str = "full"
    faults: tuple[str, ...] = ()
    down: bool = False


CASES = [
    Case("inquire", "online"),
    Case("inquire", "online", kind="clone"),
    Case("inquire", "online", faults=("near-end@before",)),
    Case("print", "success"),
    Case("print", "success", faults=("near-end@before",)),
    Case("inquire", "coveropen", faults=("cover-open@before",)),
    Case("print", "coveropen", faults=("cover-open@before",)),
    Case("print", "coveropen", faults=("cover-open@mid-rows",)),
    Case("inquire", "paperempty", faults=("paper-end@before",)),
    Case("print", "paperempty", faults=("paper-end@mid-rows",)),
    Case("inquire", "error", faults=("unrecoverable@before",)),
    Case("inquire", "error", faults=("head-hot@before",)),
    Case("print", "error", faults=("cutter-jam@before",)),
    Case("print", "error", faults=("unrecoverable@mid-rows",)),
    Case("inquire", "offline", kind="mute"),
    Case("inquire", "offline", faults=("mute@before",)),
    Case("print", "offline", kind="dle-eot"),
    Case("inquire", "disconnect", down=True),
    Case("print", "disconnect", faults=("power-off@mid-rows",)),
]


def test_a_host_that_we_did_not_write_says_how_our_printer_is() -> None:
    """It only knows port 9100, so each printer has a loopback address of its own."""
    words: list[str] = []
    with ExitStack() as there:
        for number, case in enumerate(CASES):
            host = f"127.{os.getpid() // 250 % 200 + 10}.{os.getpid() % 250}.{number + 1}"
            profile = Profile(answers=KINDS[case.kind], speed_mm_s=2000)
            faults = [parse_fault(text) for text in case.faults]
            printer = there.enter_context(served(profile, TcpAddress(host, 9100), faults=faults))
            if case.down:
                printer.set_fault(Fault.LINK_DOWN, True)
            words += [host, case.does]
        done = subprocess.run(
            ["node", DECODER / "inquire.mjs", *words], check=True, capture_output=True, text=True
        )
    said = json.loads(done.stdout)
    assert list(zip(CASES, said, strict=True)) == [(case, case.says) for case in CASES]
