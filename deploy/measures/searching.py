"""The kiosk search's rows: its answers to sayings that were spoilt on the way, and its time a key.

The sayings are those of the shipped word tables, typed without marks, in Telex, or with a slip.
The catalogue for the time has 2,642 procedures, as many as the national database: the sample's,
and names put together from its words.
"""

import random
import time
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from deploy.measures.row import Row, at_least, at_most, percentile
from shared.catalog.catalog import Catalog, catalog_of
from shared.catalog.procedure import Procedure
from shared.catalog.search.search import Search
from shared.catalog.search.tables import Need, shipped_tables
from shared.catalog.search.text import folded
from shared.catalog.search_command import read_catalog

NATIONAL = 2642
SAYINGS = 600
TYPED = 120
_TELEX = {
    "\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j",
    "\u0302": "", "\u0306": "w", "\u031b": "w",
}  # fmt: skip


def rows(scratch: Path, quick: bool) -> Iterator[Row]:
    """Yield the search's rows."""
    luck = random.Random(7)
    sample = read_catalog(None)
    search = Search(sample)
    known = {procedure.code for procedure in sample.procedures}
    spoken = [
        (need, saying) for need in shipped_tables().needs for saying in need.say
        if known & set(need.codes)
    ]  # fmt: skip
    some = luck.sample(spoken, SAYINGS // (4 if quick else 1))
    for name, spoil in SPOILERS.items():
        share = _top_3(search, some, spoil, luck)
        yield at_least(f"kiosk search: top 3, {name}", share * 100, "%", 95, 100)
    begun = time.perf_counter()
    large = Search(_as_large_as_the_nation(sample, luck))
    yield at_most("kiosk search: index of 2,642 procedures", time.perf_counter() - begun, "s", 2)
    times_ms = _key_times_ms(large, [saying for _, saying in some[: TYPED // (4 if quick else 1)]])
    yield at_most("kiosk search: a key, p50", percentile(times_ms, 50), "ms", 16)
    yield at_most("kiosk search: a key, p99", percentile(times_ms, 99), "ms", 16)


def without_marks(saying: str, _luck: random.Random) -> str:
    """Return a saying without any marks."""
    return folded(saying)


def in_telex(saying: str, _luck: random.Random) -> str:
    """Return a saying as Telex keys that nobody read."""
    return " ".join(telex(word) for word in saying.lower().split())


def with_a_slip(saying: str, luck: random.Random) -> str:
    """Return a saying with one letter doubled, left out or changed with its neighbour."""
    places = [place for place in range(1, len(saying) - 1) if saying[place].isalpha()]
    if not places:
        return saying
    place = luck.choice(places)
    before, letter, after = saying[:place], saying[place], saying[place + 1 :]
    slips = (before + letter * 2 + after, before + after, before[:-1] + letter + before[-1] + after)
    return luck.choice(slips)


SPOILERS: dict[str, Callable[[str, random.Random], str]] = {
    "sayings without marks": without_marks,
    "sayings in Telex": in_telex,
    "sayings with one letter wrong": with_a_slip,
}


def telex(word: str) -> str:
    """Return the keys that Telex needs for a word, its tone at the end."""
    keys, tone = "", ""
    for char in unicodedata.normalize("NFD", word.replace("đ", "dd")):
        if char in "\u0300\u0301\u0309\u0303\u0323":
            tone = _TELEX[char]
        elif char == "\u0302":
            keys += keys[-1]
        else:
            keys += _TELEX.get(char, char)
    return keys + tone


def _top_3(
    search: Search,
    spoken: list[tuple[Need, str]],
    spoil: Callable[[str, random.Random], str],
    luck: random.Random,
) -> float:
    hits = 0
    for need, saying in spoken:
        answer = search.answer(spoil(saying, luck))
        hits += bool(set(need.codes) & set(answer.codes[:3]))
    return hits / len(spoken)


def _as_large_as_the_nation(sample: Catalog, luck: random.Random) -> Catalog:
    """Return the sample's procedures, and others named by joining halves of its names."""
    names = [procedure.name for procedure in sample.procedures]
    halves = [name.split() for name in names]
    made = []
    for number in range(NATIONAL - len(names)):
        one, other = luck.choice(halves), luck.choice(halves)
        name = " ".join([*one[: len(one) // 2 + 1], *other[len(other) // 2 :]])
        made.append(Procedure(f"7.{number:06}", name, levels=("province",)))
    return catalog_of((*sample.procedures, *made))


def _key_times_ms(search: Search, sayings: list[str]) -> list[float]:
    """Return the time of each key while the sayings are typed."""
    times = []
    for saying in sayings:
        for end in range(1, len(saying) + 1):
            begun = time.perf_counter()
            search.answer(saying[:end])
            times.append((time.perf_counter() - begun) * 1000)
    return times
