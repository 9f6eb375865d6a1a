"""What holds when a hall file says nothing: defaults.toml, filled in before reading.

Whole sections that are missing are taken over; tables are filled key by key; an entry of a
list with a known id (a category, a level, a reason) gets the words it lacks.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeGuard

from shared.config.toml_source import read_toml
from shared.config.words import NATIVE

_FILE = Path(__file__).with_name("defaults.toml")


def completed(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the document with everything it leaves open filled in."""
    defaults: dict[str, Any] = in_languages(read_toml(_FILE).document, _languages(document))
    own = {key: _completed_section(value, defaults.get(key)) for key, value in document.items()}
    return defaults | own


def in_languages(value: Any, languages: Iterable[str]) -> Any:
    """Return a value in which every table of texts holds these languages only, and Vietnamese."""
    if isinstance(value, list):
        return [in_languages(each, languages) for each in value]
    if not isinstance(value, Mapping):
        return value
    if isinstance(value.get(NATIVE), str):
        kept = {NATIVE, *languages}
        return {language: text for language, text in value.items() if language in kept}
    return {key: in_languages(each, languages) for key, each in value.items()}


def _languages(document: Mapping[str, Any]) -> list[str]:
    """Return the languages a document names, before anything in it was checked."""
    hall = document.get("hall")
    languages = hall.get("languages") if isinstance(hall, dict) else None
    return [each for each in languages if isinstance(each, str)] if _is_list(languages) else []


def _completed_section(own: Any, default: Any) -> Any:
    if isinstance(own, dict) and isinstance(default, dict):
        keys = {key: _completed_list(value, default.get(key)) for key, value in own.items()}
        return default | keys
    return _completed_list(own, default)


def _completed_list(own: Any, default: Any) -> Any:
    if not _is_list(own) or not _is_list(default):
        return own
    known = {each["id"]: each for each in default if isinstance(each, dict) and "id" in each}
    return [_completed_entry(each, known) for each in own]


def _completed_entry(own: Any, known: Mapping[str, Any]) -> Any:
    id_ = own.get("id") if isinstance(own, dict) else None
    return known[id_] | own if isinstance(id_, str) and id_ in known else own


def _is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)
