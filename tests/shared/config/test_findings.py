from pathlib import Path

from shared.config.findings import Findings, HallFileError, HallFileErrors, written


def test_places_in_lists_are_counted_from_one() -> None:
    assert written(("field", 1, "service", 0, "name")) == "field[2].service[1].name"


def test_a_finding_carries_the_nearest_line_above_it() -> None:
    findings = Findings(
        Path("hall.toml"), {("field", 0): 7, ("field", 0, "name"): 9, ("board", 0): 12}
    )
    findings.error(("field", 0, "name", "vi"), "empty")
    findings.error(("field", 0, "id"), "missing")
    findings.error(("counter",), "missing")
    findings.error(("board",), "not here")
    assert [error.line for error in findings.errors] == [9, 7, None, 12]


def test_an_error_reads_as_file_line_key_and_sentence() -> None:
    file = Path("hall.toml")
    assert (
        str(HallFileError(file, "hall.name", "Missing.", 3)) == "hall.toml:3: hall.name: Missing."
    )
    assert str(HallFileError(file, "hall.name", "Missing.")) == "hall.toml: hall.name: Missing."
    assert str(HallFileError(file, "", "Not TOML.")) == "hall.toml: Not TOML."


def test_all_errors_are_told_at_once() -> None:
    file = Path("hall.toml")
    failure = HallFileErrors([HallFileError(file, "a", "One."), HallFileError(file, "b", "Two.")])
    assert str(failure) == "hall.toml: a: One.\nhall.toml: b: Two."


def test_findings_of_another_file_are_included() -> None:
    hall, calendar = Findings(Path("hall.toml"), {}), Findings(Path("calendar.toml"), {})
    calendar.error((), "bad")
    calendar.warn((), "odd")
    hall.include(calendar)
    assert [error.file.name for error in hall.errors + hall.warnings] == ["calendar.toml"] * 2
