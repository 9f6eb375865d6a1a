"""Reading a TOML file, and on which line each of its keys stands.

What the keys mean is not known here.
"""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shared.config.findings import HallFileError, HallFileErrors, KeyPath

_HEADER = re.compile(r"^\s*(\[\[?)\s*([\w.-]+)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"^\s*([\w.-]+)\s*=")
_LONG_STRING = re.compile(r'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Source:
    """A file's values, and the lines of its keys where they could be told."""

    file: Path
    document: Mapping[str, Any]
    lines: Mapping[KeyPath, int]


def read_toml(file: Path) -> Source:
    """Return the file's contents, its letters in composed form (NFC).

    Raises HallFileErrors when it cannot be read, is not UTF-8, or is not TOML.
    """
    try:
        text = unicodedata.normalize("NFC", file.read_text(encoding="utf-8-sig"))
        return Source(file, tomllib.loads(text), _lines_of_keys(text))
    except OSError as failure:
        raise _unreadable(file, f"The file cannot be read: {failure.strerror}.") from failure
    except UnicodeDecodeError as failure:
        raise _unreadable(file, "The file is not UTF-8 text; save it as UTF-8.") from failure
    except tomllib.TOMLDecodeError as failure:
        raise _unreadable(file, f"This is not valid TOML: {failure}.") from failure


def _unreadable(file: Path, message: str) -> HallFileErrors:
    return HallFileErrors([HallFileError(file, "", message)])


def _lines_of_keys(text: str) -> dict[KeyPath, int]:
    blanked = _LONG_STRING.sub(lambda match: '""' + "\n" * match[0].count("\n"), text)
    lines: dict[KeyPath, int] = {}
    counts: Counter[KeyPath] = Counter()
    table: KeyPath = ()
    for number, line in enumerate(blanked.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = _table_path(header[2].split("."), header[1] == "[[", counts)
            lines[table] = number
        elif key := _KEY.match(line):
            lines[(*table, *key[1].split("."))] = number
    return lines


def _table_path(names: list[str], is_list: bool, counts: Counter[KeyPath]) -> KeyPath:
    """Return where a header leads: into the newest entry of each list on the way."""
    path: KeyPath = ()
    for depth, name in enumerate(names, start=1):
        path = (*path, name)
        if is_list and depth == len(names):
            counts[path] += 1
        if counts[path]:
            path = (*path, counts[path] - 1)
    return path
