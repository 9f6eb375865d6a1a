"""A table of the hall file while it is read: hands out checked values, notes what is wrong.

After a mistake a harmless value stands in, so that reading goes on and finds the rest.
What sections and keys there are is told by the readers of each section.
"""

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from shared.config.findings import Findings, KeyPath, written
from shared.config.suggestions import did_you_mean

TEXT_MAX = 400
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "true or false"),
    (str, "a text"),
    (int, "a whole number"),
    (float, "a decimal number"),
    (list, "a list"),
    (dict, "a table"),
    (date, "a date"),
)


def kind_of(value: object) -> str:
    """Return what a value is in plain words."""
    return next((words for kind, words in _KINDS if isinstance(value, kind)), "something else")


def text_fault(value: str) -> str | None:
    """Return what is wrong with a piece of text that people will read, or None."""
    if not value.strip():
        return "This text is empty."
    if len(value) > TEXT_MAX:
        return f"This text is longer than {TEXT_MAX} characters."
    if not value.isprintable():
        return "This text holds a line break or another character that cannot be shown."
    return None


class Table:
    """One table; every key asked for is known, and ``finish`` refuses all others."""

    def __init__(self, values: object, at: KeyPath, findings: Findings) -> None:
        self.path = at
        self.findings = findings
        self._asked: dict[str, None] = {}
        self._void = not isinstance(values, dict)
        self._values: Mapping[str, Any] = values if isinstance(values, dict) else {}
        if self._void:
            findings.error(at, f"Here a table of keys is expected, not {kind_of(values)}.")

    def at(self, *keys: str | int) -> KeyPath:
        """Return where a key of this table stands."""
        return (*self.path, *keys)

    def error(self, key: str, message: str) -> None:
        """Note a mistake in the value of a key."""
        self.findings.error(self.at(key), message)

    def take(self, key: str, *, required: bool = False) -> Any:
        """Return the value as it is, or None when absent."""
        self._asked[key] = None
        value = self._values.get(key)
        if value is None and required and not self._void:
            self.error(key, "This key is missing.")
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """Return a line of text; without a default the key must be there."""
        value = self.take(key, required=default is None)
        if value is None:
            return default or ""
        if not isinstance(value, str):
            self.error(key, f"Here a text in quotes is expected, not {kind_of(value)}.")
            return ""
        if fault := text_fault(value):
            self.error(key, fault)
        return value

    def maybe_text(self, key: str) -> str | None:
        """Return a line of text, or None when absent."""
        return self.text(key, default="") or None

    def identifier(self, default: str | None = None) -> str:
        """Return the ``id`` of this table."""
        value = self.text("id", default)
        if value and not _ID.fullmatch(value):
            self.error(
                "id",
                f'"{value}" cannot be an id: use up to 40 letters a-z, digits and hyphens,'
                " beginning with a letter or digit.",
            )
        return value

    def whole(self, key: str, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``; the key must be there."""
        self.take(key, required=True)
        value = self.maybe_whole(key, low, high)
        return low if value is None else value

    def maybe_whole(self, key: str, low: int, high: int) -> int | None:
        """Return a whole number from ``low`` to ``high``, or None when absent."""
        value = self.take(key)
        if value is None:
            return None
        if type(value) is not int:
            self.error(key, f"Here a whole number is expected, not {kind_of(value)}.")
            return None
        if not low <= value <= high:
            self.error(key, f"{value} is not between {low} and {high}.")
        return value

    def flag(self, key: str, default: bool) -> bool:
        """Return true or false."""
        value = self.take(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            self.error(key, f"Here true or false is expected, not {kind_of(value)}.")
            return default
        return value

    def texts(self, key: str) -> tuple[str, ...] | None:
        """Return a list of texts, none twice; None when absent."""
        values = self._list(key)
        if values is None:
            return None
        found: dict[str, None] = {}
        for place, value in enumerate(values):
            fault = text_fault(value) if isinstance(value, str) else _no_text(value)
            if fault is None and value in found:
                fault = f'"{value}" is listed twice.'
            if fault is None:
                found[value] = None
            else:
                self.findings.error(self.at(key, place), fault)
        return tuple(found)

    def references(self, key: str, known: Collection[str], words: str) -> tuple[str, ...] | None:
        """Return a list of ids that must be known; ``words`` names what they stand for."""
        found = self.texts(key)
        if found is None:
            return None
        for value in found:
            if value not in known:
                near = did_you_mean(value, known)
                self.error(key, f'"{value}" is no {words}.{near}')
        return found

    def tables(self, key: str) -> list["Table"]:
        """Return the tables of a list, empty when absent."""
        if isinstance(self.take(key), dict):
            self.error(key, f"Write [[{key}]] with two brackets: there may be several.")
            return []
        values = self._list(key) or []
        return [
            Table(value, self.at(key, place), self.findings) for place, value in enumerate(values)
        ]

    def table(self, key: str) -> "Table":
        """Return the table under a key, empty when absent."""
        value = self.take(key)
        return Table({} if value is None else value, self.at(key), self.findings)

    def keys(self) -> tuple[str, ...]:
        """Return the keys that stand here, for tables whose keys are the hall's own."""
        return tuple(self._values)

    def finish(self) -> None:
        """Refuse every key that nobody asked for."""
        for key in self._values:
            if key not in self._asked:
                self.error(key, f'There is no key "{key}" here.{did_you_mean(key, self._asked)}')

    def _list(self, key: str) -> list[Any] | None:
        value = self.take(key)
        if value is None or isinstance(value, list):
            return value
        self.error(key, f"Here a list is expected, not {kind_of(value)}.")
        return None


class Taken:
    """Ids (or labels) already given, so that none is given twice."""

    def __init__(self) -> None:
        self._places: dict[str, KeyPath] = {}

    def add(self, table: Table, key: str, value: str) -> None:
        """Note a value, or the mistake when something else has it."""
        if value and value in self._places:
            first = written(self._places[value])
            table.error(key, f'"{value}" is already taken by {first}.')
        self._places.setdefault(value, table.path)


def _no_text(value: object) -> str:
    return f"Here a text in quotes is expected, not {kind_of(value)}."
