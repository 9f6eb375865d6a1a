"""From a hall file to the hall's set-up: reads every section, then refuses or returns it whole."""

from dataclasses import dataclass, replace
from pathlib import Path

from shared.config.checks import warn_of_oddities
from shared.config.counters import CounterReader, read_officers
from shared.config.defaults import completed
from shared.config.devices import (
    read_boards,
    read_dispensers,
    read_feedback,
    read_kiosks,
    read_voice,
)
from shared.config.dossiers import DossierPlan, read_dossiers
from shared.config.findings import Findings, HallFileError, HallFileErrors
from shared.config.hall import HallFacts, read_hall, read_languages
from shared.config.printers import read_ticket
from shared.config.rules import (
    read_call_rules,
    read_categories,
    read_rating_levels,
    read_reasons,
    read_staff_rules,
)
from shared.config.services import ServiceTree, read_services
from shared.config.table import Table
from shared.config.toml_source import Source, read_toml
from shared.config.words import Words
from shared.domain.devices import Devices
from shared.domain.plan import Plan

_HOLIDAYS_ELSEWHERE = (
    "Holidays stand in a calendar file, which the hall file names: "
    'holidays = ["holidays-2027.toml"] in [hall].'
)


@dataclass(frozen=True, slots=True)
class HallSetup:
    """Everything a hall file says; ``warnings`` are odd but usable things in it.

    ``feedback_days`` is how long messages to the head of the hall are kept.
    """

    plan: Plan
    devices: Devices
    dossiers: DossierPlan | None = None
    feedback_days: int = 365
    warnings: tuple[HallFileError, ...] = ()


def load_hall(path: Path) -> HallSetup:
    """Read a hall file and the calendars it names.

    Raises HallFileErrors with all mistakes at once.
    """
    return setup_from(read_toml(path))


def setup_from(source: Source) -> HallSetup:
    """Return the set-up a document describes; raises HallFileErrors like ``load_hall``."""
    findings = Findings(source.file, source.lines)
    setup = _read(Table(completed(source.document), (), findings), source.file)
    if findings.errors:
        raise HallFileErrors(_by_line(findings.errors, source.file))
    return replace(setup, warnings=tuple(_by_line(findings.warnings, source.file)))


def _by_line(found: list[HallFileError], file: Path) -> list[HallFileError]:
    """Sort for reading down the hall file, then its calendars."""
    return sorted(found, key=lambda each: (each.file != file, str(each.file), each.line or 0))


def _read(root: Table, file: Path) -> HallSetup:
    hall = root.table("hall")
    words = Words(read_languages(hall))
    facts = read_hall(hall, file, words)
    tree = read_services(root, facts.terms, words, facts.day_change_min)
    counters = CounterReader(tree.served_by_id, facts.counter_name, words, facts.day_change_min)
    plan = _plan(root, facts, tree, counters, words)
    dossiers = read_dossiers(root, file.parent)
    feedback_url, feedback_days = read_feedback(root)
    devices = replace(_devices(root, plan, counters, words, facts), feedback_url=feedback_url)
    if dossiers is not None:
        devices = replace(devices, dossier_factors=dossiers.factors)
    if root.take("holiday") is not None:
        root.error("holiday", _HOLIDAYS_ELSEWHERE)
    root.finish()
    words.warn_of_missing(root.findings)
    warn_of_oddities(plan, devices, tree.places, root.findings)
    return HallSetup(plan, devices, dossiers, feedback_days)


def _plan(
    root: Table, facts: HallFacts, tree: ServiceTree, reader: CounterReader, words: Words
) -> Plan:
    counters = reader.read(root)
    rating = root.table("rating")
    plan = Plan(
        hall_id=facts.id,
        names=facts.names,
        unit_above=facts.unit_above,
        languages=words.languages,
        fields=tree.fields,
        services=tree.services,
        series=tree.series,
        counters=counters,
        hours=facts.hours,
        categories=read_categories(root, words),
        officers=read_officers(root, counters, facts.officer_name),
        rating_levels=read_rating_levels(rating, words),
        rating_reasons=read_reasons(rating, "reason", words),
        pause_reasons=read_reasons(root, "pause_reason", words),
        call_rules=read_call_rules(root, rating),
        staff_rules=read_staff_rules(root),
        holidays=facts.holidays,
        day_change_min=facts.day_change_min,
        show_officer_name=facts.show_officer_name,
    )
    rating.finish()
    return plan


def _devices(
    root: Table, plan: Plan, reader: CounterReader, words: Words, facts: HallFacts
) -> Devices:
    return Devices(
        dispensers=read_dispensers(root, words, facts.dispenser_name),
        boards=read_boards(root, plan.counters, words, facts.board_name),
        counter_printers=reader.printers,
        kiosks=read_kiosks(root, words, facts.kiosk_name),
        voice=read_voice(root, words),
        ticket=read_ticket(root),
    )
