"""Trying a printer from the command line, against virtual ones."""

from pathlib import Path

import pytest

from shared.printing.tools.trying import main
from shared.printing.virtual.faults import Fault
from shared.printing.virtual.profile import KINDS, Profile
from tests.fakes.printers import served


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("full", ["job ids (GS ( H)", "printed; the printer says when each slip is out"]),
        ("gs-r", ["status in turn (GS r)", "printed; the printer says when it has done all"]),
    ],
)
def test_it_prints_a_sample_and_says_how_it_knows(
    fonts: None, capsys: pytest.CaptureFixture[str], kind: str, words: list[str]
) -> None:
    fast = Profile(answers=KINDS[kind], speed_mm_s=10_000, cut_ms=1, buffer_bytes=65_536)
    with served(fast) as printer:
        assert main(["--printer", printer.address, "--sample", "longest"]) == 0
        assert printer.slip().body.height > 1000
    said = capsys.readouterr().out
    assert "state: ready" in said
    for each in words:
        assert each in said


def test_a_slip_to_rate_on_goes_the_same_way(
    fonts: None, capsys: pytest.CaptureFixture[str]
) -> None:
    fast = Profile(answers=KINDS["full"], speed_mm_s=10_000, cut_ms=1, buffer_bytes=65_536)
    with served(fast) as printer:
        assert main(["--printer", printer.address, "--sample", "rating"]) == 0
        assert 300 < printer.slip().body.height < 1000
    assert "rating sample: printed" in capsys.readouterr().out


def test_a_printer_that_is_not_ready_gets_nothing(
    fonts: None, capsys: pytest.CaptureFixture[str]
) -> None:
    with served() as printer:
        printer.set_fault(Fault.COVER_OPEN, True)
        assert main(["--printer", printer.address]) == 1
        assert printer.slips.empty()
    assert "state: the cover is open\nnothing was sent" in capsys.readouterr().out


def test_a_slip_that_does_not_come_out_whole_is_no_success(
    fonts: None, capsys: pytest.CaptureFixture[str]
) -> None:
    with served() as printer:
        printer.set_fault(Fault.CUTTER_JAM, True)
        assert main(["--printer", printer.address]) == 1
    assert "unknown: look whether it came out (the cutter is jammed)" in capsys.readouterr().out


def test_a_file_takes_it_unseen(
    fonts: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ticket.bin"
    address = f"file://{file}"
    assert main(["--printer", address, "--profile", "generic-58", "--paper", "58"]) == 0
    said = capsys.readouterr().out
    assert "answers: nothing" in said
    assert "a slip is assumed to be out" in said
    assert file.stat().st_size > 1000


def test_what_is_no_address_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--printer", "printer"]) == 2
    assert "begins with tcp:" in capsys.readouterr().err
