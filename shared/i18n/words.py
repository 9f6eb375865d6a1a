"""Looks words up: ``dispenser.take_number`` is ``take_number`` in catalogue/…/dispenser.toml.

Further languages are packs that a hall adds: a folder with a folder for each language's code,
with the same files in it as here. What a pack lacks is shown in Vietnamese.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Formatter

FIRST_LANGUAGE = "vi"
_packs: list[Traversable] = []


class BadPack(ValueError):
    """A language pack cannot be read; the text names the file and the reason."""


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


def use_packs(folder: Traversable | None) -> None:
    """Use the language packs in a folder from now on, None for none; raises BadPack."""
    _packs[:] = [folder] if folder is not None else []
    catalogue.cache_clear()
    first = catalogue(FIRST_LANGUAGE)
    for language in languages():
        for key, text in catalogue(language).items():
            if not _placeholders(text) <= _placeholders(first.get(key, text)):
                raise BadPack(f"{language}, {key}: the words in braces are none of the Vietnamese")


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a catalogue, Vietnamese first."""
    homes = [files(__package__).joinpath("catalogue"), *_packs]
    found = {entry.name for home in homes for entry in home.iterdir() if entry.is_dir()}
    return (FIRST_LANGUAGE, *sorted(found - {FIRST_LANGUAGE}))


def missing(language: str) -> list[str]:
    """Return the keys that a language lacks, which are shown in Vietnamese."""
    return sorted(catalogue(FIRST_LANGUAGE).keys() - catalogue(language).keys())


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Return all words of a language by ``part.name``; empty if it has no catalogue."""
    words: dict[str, str] = {}
    for home in (files(__package__).joinpath("catalogue"), *_packs):
        folder = home.joinpath(language)
        for part in folder.iterdir() if folder.is_dir() else ():
            if part.name.endswith(".toml"):
                words.update(_entries(part))
    return words


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _entries(part: Traversable) -> dict[str, str]:
    name = part.name.removesuffix(".toml")
    try:
        entries = tomllib.loads(part.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeError) as error:
        raise BadPack(f"{part}: {error}") from error
    others = [key for key, text in entries.items() if not isinstance(text, str)]
    if others:
        raise BadPack(f"{part}: {others[0]} is no text")
    return {f"{name}.{key}": text for key, text in entries.items()}
