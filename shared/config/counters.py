"""Counters of the hall file with what they serve, and the officers who sign in at them."""

import re
from collections.abc import Mapping

from shared.config.hours import read_hours
from shared.config.printers import read_printer
from shared.config.table import Table, Taken
from shared.config.words import Words
from shared.domain.devices import PrinterPlan
from shared.domain.ids import CounterId, Names, OfficerId, ServiceId
from shared.domain.plan import CounterPlan, Officer

_LABEL = re.compile(r"[0-9A-Z]{1,4}")


class CounterReader:
    """Reads the counters; ``printers`` holds those that print tickets themselves."""

    def __init__(
        self,
        served_by_id: Mapping[str, tuple[ServiceId, ...]],
        sign: Names,
        words: Words,
        day_change_min: int,
    ) -> None:
        self.printers: dict[CounterId, PrinterPlan] = {}
        self._served_by_id = served_by_id
        self._sign = sign
        self._words = words
        self._day_change_min = day_change_min

    def read(self, root: Table) -> dict[CounterId, CounterPlan]:
        """Return the counters in the order of the file."""
        if not root.take("counter"):
            root.error("counter", "A hall needs at least one [[counter]].")
        ids, labels = Taken(), Taken()
        counters = [self._counter(table, ids, labels) for table in root.tables("counter")]
        return {counter.id: counter for counter in counters}

    def _counter(self, table: Table, ids: Taken, labels: Taken) -> CounterPlan:
        label = _label(table)
        id_ = CounterId(table.identifier(default=f"counter-{label.lower()}" if label else ""))
        labels.add(table, "label", label)
        ids.add(table, "id", id_)
        counter = CounterPlan(
            id=id_,
            label=label,
            names=self._words.maybe_names(table, "name") or _labelled(self._sign, label),
            serves=self._serves(table),
            hours=read_hours(table, "hours", self._day_change_min),
        )
        printer = read_printer(table)
        if printer is not None:
            self.printers[id_] = printer
        table.finish()
        return counter

    def _serves(self, table: Table) -> tuple[ServiceId, ...]:
        words = "field, group or service of this hall"
        ids = table.references("serves", self._served_by_id.keys(), words)
        if ids is None:
            ids = tuple(self._served_by_id)
        elif not ids:
            table.error("serves", "This counter serves nothing.")
        served = (service for id_ in ids for service in self._served_by_id.get(id_, ()))
        return tuple(dict.fromkeys(served))


def read_officers(
    root: Table, counters: Mapping[CounterId, CounterPlan], pattern: str
) -> dict[OfficerId, Officer]:
    """Return the officers; when none are named, one for each counter."""
    tables = root.tables("officer")
    taken = Taken()
    officers = [_officer(table, taken) for table in tables] or [
        Officer(OfficerId(f"officer-{each.label.lower()}"), _filled(pattern, each.label))
        for each in counters.values()
    ]
    return {officer.id: officer for officer in officers}


def _officer(table: Table, taken: Taken) -> Officer:
    officer = Officer(OfficerId(table.identifier()), table.text("name"))
    taken.add(table, "id", officer.id)
    table.finish()
    return officer


def _label(table: Table) -> str:
    label = table.text("label")
    if label and not _LABEL.fullmatch(label):
        message = f'"{label}" cannot be spoken: use up to four digits or letters A-Z.'
        table.error("label", message)
        return ""
    return label


def _labelled(pattern: Names, label: str) -> Names:
    return {language: _filled(text, label) for language, text in pattern.items()}


def _filled(pattern: str, label: str) -> str:
    return pattern.replace("{label}", label)
