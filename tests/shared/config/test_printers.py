"""Printers and tickets in the hall file, and the profiles that are shipped."""

from collections.abc import Callable
from pathlib import Path

import pytest

from shared.config import printers
from shared.config.findings import HallFileErrors
from shared.config.loader import HallSetup
from shared.config.printers import profile_names, read_profile
from shared.domain.devices import (
    TICKET_LINES,
    Answers,
    Cut,
    DispenserPlan,
    PrinterPlan,
    PrinterProfile,
    TicketPlan,
)

HallOf = Callable[..., HallSetup]
FoundIn = Callable[..., list[str]]


def dispenser_of(hall_of: HallOf, lines: str) -> DispenserPlan:
    return next(iter(hall_of(f"[[dispenser]]\n{lines}\n").devices.dispensers.values()))


@pytest.mark.parametrize("name", profile_names())
def test_every_profile_that_is_shipped_is_right(name: str) -> None:
    profile = read_profile(name)
    assert profile.name == name
    assert profile.may_answer, "a printer that is never asked is mute"


def test_the_generic_profile_says_nothing_new() -> None:
    assert read_profile("generic") == PrinterProfile()


def test_a_second_printer_may_stand_beside_the_first(hall_of: HallOf) -> None:
    plan = dispenser_of(hall_of, 'printer = "tcp://a"\nsecond_printer = "tcp://b"')
    assert (plan.printer, plan.second_printer) == (PrinterPlan("tcp://a"), PrinterPlan("tcp://b"))


def test_a_printer_has_the_profile_of_its_model(hall_of: HallOf) -> None:
    plan = dispenser_of(hall_of, 'printer = {address = "tcp://a", profile = "epson-tm-t88"}')
    assert plan.printer == PrinterPlan("tcp://a", 80, read_profile("epson-tm-t88"))


def test_one_printer_may_differ_from_its_model(hall_of: HallOf) -> None:
    keys = (
        'may_answer = ["status"], cut = "full", speed_mm_s = 90, width_80_dots = 512, '
        "width_58_dots = 368, head_to_cutter_mm = 20, near_end_mm = 900"
    )
    plan = dispenser_of(hall_of, f'printer = {{address = "tcp://a", paper_mm = 58, {keys}}}')
    assert plan.printer == PrinterPlan(
        "tcp://a",
        58,
        PrinterProfile("generic", (Answers.STATUS,), Cut.FULL, 90, 512, 368, 20, 900),
    )
    assert plan.printer.width_dots == 368


@pytest.mark.parametrize(
    ("keys", "complaint"),
    [
        ('profile = "epson-tm-t89"', 'no printer profile "epson-tm-t89". Did you mean'),
        ('cut = "blunt"', '"blunt" is none of partial, full, none'),
        ('may_answer = ["asb", "morse"]', '"morse" is no way of asking a printer'),
        ("width_80_dots = 570", "570 is no multiple of 16"),
        ("speed_mm_s = 5", "5 is not between 20 and 500"),
    ],
)
def test_what_no_printer_has_is_refused(errors_of: FoundIn, keys: str, complaint: str) -> None:
    (found,) = errors_of(f'[[dispenser]]\nprinter = {{address = "tcp://a", {keys}}}\n')
    assert complaint in found


def test_a_profile_that_is_wrong_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printers, "PROFILES", tmp_path)
    (tmp_path / "odd.toml").write_text("speed_mm_s = 100\ncolour = 'red'\n", encoding="utf-8")
    with pytest.raises(HallFileErrors, match="colour") as found:
        read_profile("odd")
    assert len(found.value.errors) == 2, "the model is missing, too"


def test_the_ticket_is_whole_unless_the_hall_says_otherwise(hall_of: HallOf) -> None:
    assert hall_of().devices.ticket == TicketPlan(TICKET_LINES, None)
    chosen = hall_of('[ticket]\nlines = ["logo", "number", "qr"]\nlogo = "/srv/logo.png"\n')
    assert chosen.devices.ticket == TicketPlan(("logo", "number", "qr"), "/srv/logo.png")


def test_a_ticket_without_its_number_is_refused(errors_of: FoundIn) -> None:
    assert 'add "number"' in errors_of('[ticket]\nlines = ["qr"]\n')[0]
    assert 'Did you mean "issued"' in errors_of('[ticket]\nlines = ["number", "isued"]\n')[0]
