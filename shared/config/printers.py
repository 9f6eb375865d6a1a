"""Printers of the hall file with the profile of their model, and what stands on the tickets.

A printer's address is checked for its beginning only; shared.printing knows the rest.
"""

from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from shared.config.findings import Findings, HallFileErrors
from shared.config.suggestions import did_you_mean
from shared.config.table import Table
from shared.config.toml_source import read_toml
from shared.domain.devices import (
    TICKET_LINES,
    Answers,
    Cut,
    PrinterPlan,
    PrinterProfile,
    TicketPlan,
)

SCHEMES = ("tcp", "serial", "usb", "file", "spooler")
PAPERS_MM = (80, 58)
PROFILES = Path(str(files("deploy").joinpath("printers")))
"""One file for each model of printer that is known; deploy/printers/README.md tells how."""

E = TypeVar("E", bound=StrEnum)


def profile_names() -> list[str]:
    """Return the models that are known."""
    return sorted(file.stem for file in PROFILES.glob("*.toml"))


def read_profile(name: str) -> PrinterProfile:
    """Return the profile of a known model; raises HallFileErrors if its file is not right."""
    source = read_toml(PROFILES / f"{name}.toml")
    findings = Findings(source.file, source.lines)
    table = Table(source.document, (), findings)
    table.text("model")
    profile = _with_keys(table, PrinterProfile(name=name))
    table.finish()
    if findings.errors:
        raise HallFileErrors(findings.errors)
    return profile


def read_printer(table: Table, key: str = "printer") -> PrinterPlan | None:
    """Return a printer of a dispenser or counter: an address, or a table with one."""
    value = table.take(key)
    if value is None:
        return None
    if isinstance(value, str):
        _check_address(value, table, key)
        return PrinterPlan(value)
    printer = table.table(key)
    address = printer.text("address")
    if address:
        _check_address(address, printer, "address")
    plan = PrinterPlan(address, _paper(printer), _with_keys(printer, _named_profile(printer)))
    printer.finish()
    return plan


def read_ticket(root: Table) -> TicketPlan:
    """Return what stands on the tickets."""
    table = root.table("ticket")
    lines = table.references("lines", TICKET_LINES, "line of a ticket")
    if lines is not None and "number" not in lines:
        table.error("lines", 'A ticket without its number is none: add "number".')
    ticket = TicketPlan(
        lines=TICKET_LINES if lines is None else lines, logo=table.maybe_text("logo")
    )
    table.finish()
    return ticket


def _named_profile(table: Table) -> PrinterProfile:
    name = table.text("profile", "generic")
    known = profile_names()
    if name in known:
        return read_profile(name)
    table.error("profile", f'There is no printer profile "{name}".{did_you_mean(name, known)}')
    return PrinterProfile()


def _with_keys(table: Table, base: PrinterProfile) -> PrinterProfile:
    """Return a profile with what a table says otherwise."""
    answers = table.references("may_answer", tuple(Answers), "way of asking a printer")
    return PrinterProfile(
        name=base.name,
        may_answer=base.may_answer if answers is None else _known(answers),
        cut=_choice(table, "cut", Cut, base.cut),
        speed_mm_s=_whole(table, "speed_mm_s", 20, 500, base.speed_mm_s),
        width_80_dots=_dots(table, "width_80_dots", base.width_80_dots),
        width_58_dots=_dots(table, "width_58_dots", base.width_58_dots),
        head_to_cutter_mm=_whole(table, "head_to_cutter_mm", 0, 60, base.head_to_cutter_mm),
        near_end_mm=_whole(table, "near_end_mm", 0, 20_000, base.near_end_mm),
    )


def _known(answers: tuple[str, ...]) -> tuple[Answers, ...]:
    return tuple(answer for answer in Answers if answer in answers)


def _choice(table: Table, key: str, kind: type[E], default: E) -> E:
    value = table.text(key, default)
    if value in tuple(kind):
        return kind(value)
    table.error(key, f'"{value}" is none of {", ".join(kind)}.')
    return default


def _whole(table: Table, key: str, low: int, high: int, default: int) -> int:
    value = table.maybe_whole(key, low, high)
    return default if value is None else value


def _dots(table: Table, key: str, default: int) -> int:
    value = _whole(table, key, 320, 640, default)
    if value % 16:
        table.error(key, f"{value} is no multiple of 16.")
    return value


def _paper(printer: Table) -> int:
    value = printer.maybe_whole("paper_mm", min(PAPERS_MM), max(PAPERS_MM))
    if value is None:
        return PAPERS_MM[0]
    if value not in PAPERS_MM:
        message = f"Paper is {PAPERS_MM[0]} or {PAPERS_MM[1]} mm wide, not {value}."
        printer.error("paper_mm", message)
    return value


def _check_address(address: str, table: Table, key: str) -> None:
    scheme, _, rest = address.partition("://")
    if scheme not in SCHEMES or not rest:
        begins = ", ".join(f"{each}://" for each in SCHEMES)
        near = did_you_mean(scheme, SCHEMES)
        message = f'"{address}" is no printer address; it begins with one of {begins}.{near}'
        table.error(key, message)
