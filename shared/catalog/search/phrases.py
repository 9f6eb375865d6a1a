"""Texts as runs of features: words and word groups that mean one thing. PURE.

Both sides of the search are read with the same word lists. What the catalogue and the tables
say is written with care, so it is read exactly; what people typed is read with every reading
that the spelling allows, each with a strength.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shared.catalog.search.spelling import HEARD_THOUGH_KNOWN, Reading, Vocabulary
from shared.catalog.search.tables import WordTables
from shared.catalog.search.text import HOOK, WAVE, Syllable, syllables, words_of

WEAKEST = 0.4
WEAKEST_ALONE = 0.6
"""Readings of a group, and of a group of one word, weaker than this are not taken for it."""

HOOK_OR_WAVE = 0.85
TONE_DIFFERS = 0.7
SHAPE_DIFFERS = 0.6
OTHER_WORD = 0.45
NO_MARKS = 0.97
"""How well a written word fits one with hỏi for ngã, one of another tone, one of other letters,
and if it is itself another known word; and how well one without any marks fits."""

GROUPED = 0.2
"""How much likelier words are as a group than one by one, a word."""

FILLER = "~"
"""The meaning of words that say little."""

Readings = tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of what was typed, and the features it may be, each with its strength.

    A ``filler`` says little about what is needed.
    """

    features: Mapping[str, float]
    filler: bool = False


@dataclass(frozen=True, slots=True)
class _Group:
    """A group of words from ``start`` to before ``end``; ``fit`` is the mean of its words'."""

    start: int
    end: int
    meaning: str
    fit: float

    def spans(self, start: int, end: int) -> bool:
        """Return whether these are exactly its words."""
        return (self.start, self.end) == (start, end)


@dataclass(slots=True)
class _Node:
    """A place in the tree of word groups; ``meanings`` are groups that end here."""

    next: dict[str, "_Node"]
    meanings: list[tuple[str, tuple[Syllable, ...]]]


class Phrasebook:
    """The word groups, and the reading of texts by them."""

    def __init__(self, tables: WordTables) -> None:
        self._root = _Node({}, [])
        for name, phrases in tables.same.items():
            for phrase in phrases:
                self._grow(group_feature(name), phrase)
        for phrase in tables.filler:
            self._grow(FILLER, phrase)
        self._short = {word: words_of(meant.lower()) for word, meant in tables.short.items()}

    def _grow(self, meaning: str, phrase: str) -> None:
        spelt = tuple(syllables(phrase))
        node = self._root
        for part in spelt:
            node = node.next.setdefault(part.folded, _Node({}, []))
        node.meanings.append((meaning, spelt))

    def written_out(self, word: str, vocabulary: Vocabulary) -> list[str]:
        """Return an abbreviation, or words run together, written out."""
        short = self._short.get(word) or self._short.get(word.replace("đ", "d"))
        return short if short else vocabulary.split(word)

    def exact(self, text: str) -> list[str]:
        """Read a text that is written with care: its features, fillers left out."""
        found, spelt, place = [], syllables(text), 0
        while place < len(spelt):
            meaning, length = self._exact_group(spelt, place)
            if meaning is None:
                found.append(written(spelt[place]))
            elif meaning != FILLER:
                found.append(meaning)
            place += length
        return found

    def _exact_group(self, spelt: list[Syllable], start: int) -> tuple[str | None, int]:
        node = self._root
        best: tuple[str | None, int] = (None, 1)
        for end in range(start, len(spelt)):
            following = node.next.get(spelt[end].folded)
            if following is None:
                break
            node = following
            for meaning, group in node.meanings:
                if list(group) == spelt[start : end + 1]:
                    best = (meaning, end + 1 - start)
                    break
        return best

    def typed(self, readings: Sequence[Readings], vocabulary: Vocabulary) -> list[Piece]:
        """Read what was typed as the likeliest run of pieces.

        A group that is less likely than the pieces it spans is one more reading of each of them.
        """
        groups = self._groups(readings, vocabulary)
        singles = [_single(each, vocabulary) for each in readings]
        spans = _likeliest(groups, [max(single.values(), default=0.0) for single in singles])
        pieces = []
        for start, end in spans:
            features = dict(singles[start]) if end - start == 1 else {}
            for group in groups:
                if group.start <= start and end <= group.end and group.meaning != FILLER:
                    features[group.meaning] = max(group.fit, features.get(group.meaning, 0.0))
            whole = {group.meaning: group.fit for group in groups if group.spans(start, end)}
            filler = whole.pop(FILLER, 0.0)
            light = filler > 0 and filler >= max(features.values(), default=0.0)
            pieces.append(Piece(features, light))
        return pieces

    def _groups(self, readings: Sequence[Readings], vocabulary: Vocabulary) -> list[_Group]:
        """Return every group that the words may hold."""
        found: list[_Group] = []
        for start in range(len(readings)):
            paths: list[tuple[_Node, float, Readings]] = [(self._root, 1.0, ())]
            for end in range(start, len(readings)):
                paths = [
                    (node.next[reading.folded], strength * reading.strength, (*path, reading))
                    for node, strength, path in paths
                    for reading in readings[end]
                    if reading.folded in node.next and strength * reading.strength >= WEAKEST
                ]
                if not paths:
                    break
                best: dict[str, float] = {}
                for node, strength, path in paths:
                    for meaning, group in node.meanings:
                        fit = strength * _fits_all(path, group, vocabulary)
                        if fit >= (WEAKEST if end > start else WEAKEST_ALONE):
                            best[meaning] = max(fit, best.get(meaning, 0.0))
                found += [
                    _Group(start, end + 1, meaning, fit ** (1 / (end + 1 - start)))
                    for meaning, fit in best.items()
                ]
        return found


def _likeliest(groups: Sequence[_Group], singles: Sequence[float]) -> list[tuple[int, int]]:
    """Return the spans, one after the other, that account for the words best."""
    best: list[tuple[float, tuple[tuple[int, int], ...]]] = [(0.0, ())]
    for end in range(1, len(singles) + 1):
        worth, spans = best[end - 1]
        options = [(worth + singles[end - 1] ** 2, (*spans, (end - 1, end)))]
        for group in groups:
            if group.end == end:
                worth, spans = best[group.start]
                length = end - group.start
                bonus = GROUPED * (length - 1)
                reached = worth + group.fit**2 * (length + bonus)
                options.append((reached, (*spans, (group.start, end))))
        best.append(max(options, key=lambda option: option[0]))
    return list(best[-1][1])


def _fits_all(path: Readings, group: tuple[Syllable, ...], vocabulary: Vocabulary) -> float:
    fit = 1.0
    for reading, meant in zip(path, group, strict=True):
        fit *= fits(reading, meant, vocabulary)
    return fit


def group_feature(name: str) -> str:
    """Return the feature of a list of words that mean the same."""
    return f"@{name}"


def written(word: Syllable) -> str:
    """Return the feature of a single word."""
    return f"{word.shaped}{word.tone}"


def fits(reading: Reading, meant: Syllable, vocabulary: Vocabulary) -> float:
    """Return how well a reading fits a known word with the same letters."""
    asked = reading.written
    if asked is None or asked == meant:
        return 1.0
    if asked.shaped == asked.folded and asked.tone == 1:
        return NO_MARKS
    if asked in vocabulary.shapes(asked.folded):
        return OTHER_WORD
    if asked.shaped != meant.shaped:
        return SHAPE_DIFFERS
    return HOOK_OR_WAVE if {asked.tone, meant.tone} == {HOOK, WAVE} else TONE_DIFFERS


def _single(readings: Readings, vocabulary: Vocabulary) -> dict[str, float]:
    found: dict[str, float] = {}
    for reading in readings:
        if reading.strength <= HEARD_THOUGH_KNOWN and found:
            continue
        for shape in vocabulary.shapes(reading.folded):
            strength = reading.strength * fits(reading, shape, vocabulary)
            feature = written(shape)
            found[feature] = max(strength, found.get(feature, 0.0))
    return found
