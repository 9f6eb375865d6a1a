"""Looks words up: ``dispenser.take_number`` is ``take_number`` in catalogue/…/dispenser.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

FIRST_LANGUAGE = "vi"


class Words:
    """The catalogue of one language; what it lacks it takes from the Vietnamese one."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._own = catalogue(language)
        self._first = catalogue(FIRST_LANGUAGE)

    def text(self, key: str, **values: object) -> str:
        """Return the words for a key with the values filled in; KeyError if nobody has it."""
        words = self._own[key] if key in self._own else self._first[key]
        return words.format(**values) if values else words

    def counted(self, key: str, count: int, **values: object) -> str:
        """Return the words for one (``key_one``) or for any other count (``key_other``)."""
        form = "one" if count == 1 else "other"
        return self.text(f"{key}_{form}", count=count, **values)


def names_in(names: Mapping[str, str], language: str) -> str:
    """Return a hall's own words in a language, or in Vietnamese."""
    return names.get(language) or names[FIRST_LANGUAGE]


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a catalogue, Vietnamese first."""
    found = sorted(entry.name for entry in files(__package__).joinpath("catalogue").iterdir())
    return (FIRST_LANGUAGE, *(code for code in found if code != FIRST_LANGUAGE))


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Return all words of a language by ``part.name``; empty if it has no catalogue."""
    folder = files(__package__).joinpath("catalogue", language)
    if not folder.is_dir():
        return {}
    words: dict[str, str] = {}
    for part in folder.iterdir():
        name = part.name.removesuffix(".toml")
        entries = tomllib.loads(part.read_text(encoding="utf-8"))
        words.update({f"{name}.{key}": text for key, text in entries.items()})
    return words
