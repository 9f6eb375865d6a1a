"""Which known words a typed word may be: itself, or what a slip of hand or ear made of it. PURE.

Every reading has a strength from 0 to 1. A word that is known as written keeps weak readings of
words that sound the same, because ``tạm chú`` holds two real words and means ``tạm trú``.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from shared.catalog.search.keystrokes import untyped
from shared.catalog.search.sounds import sound_key
from shared.catalog.search.text import Syllable, syllable

EXACT = 1.0
TYPED = 0.97
HEARD = 0.85
HEARD_THOUGH_ALIKE = 0.75
HEARD_THOUGH_KNOWN = 0.5
MISTYPED_THOUGH_KNOWN = 0.45
MISTYPED = 0.75
BEGUN = 0.7
FEWEST_LETTERS_TO_SPLIT = 6
FEWEST_LETTERS_OF_A_SLIP = 4
MOST_COMPLETIONS = 8
_ENDINGS = ("ing", "ies", "ied", "ed", "es", "s")


@dataclass(frozen=True, slots=True)
class Reading:
    """A known word that may be meant; ``written`` is how it was written, if that counts."""

    folded: str
    strength: float
    written: Syllable | None = None


class Vocabulary:
    """All words that the catalogue and the word tables use."""

    def __init__(self, words: Iterable[Syllable]) -> None:
        self._shapes: dict[str, list[Syllable]] = {}
        # In a fixed order, so that equal readings come in the same one on every machine.
        for word in sorted(set(words)):
            self._shapes.setdefault(word.folded, []).append(word)
        self._by_sound: defaultdict[str, list[str]] = defaultdict(list)
        self._by_length: defaultdict[int, list[str]] = defaultdict(list)
        for folded in sorted(self._shapes):
            self._by_sound[sound_key(folded)].append(folded)
            self._by_length[len(folded)].append(folded)
        self._sorted = sorted(self._shapes)
        self._kept: dict[tuple[str, bool], tuple[Reading, ...]] = {}

    def shapes(self, folded: str) -> Iterable[Syllable]:
        """Return the known words that fold to this one."""
        return self._shapes.get(folded, ())

    def knows(self, word: str) -> bool:
        """Return whether a word is known as it stands, its marks aside."""
        return self._known(syllable(word))

    def respaced(self, words: list[str]) -> list[str]:
        """Return the words with spaces moved by a letter where that makes both words known."""
        moved = list(words)
        for place in range(len(moved) - 1):
            one, other = moved[place], moved[place + 1]
            if self.knows(one) and self.knows(other):
                continue
            for first, second in ((one[:-1], one[-1:] + other), (one + other[:1], other[1:])):
                if self.knows(first) and self.knows(second):
                    moved[place : place + 2] = first, second
        return moved

    def split(self, word: str) -> list[str]:
        """Return ``khaisinh`` as its known syllables; other words as they are."""
        plain = syllable(word).folded
        if len(plain) < FEWEST_LETTERS_TO_SPLIT or not plain.isalpha() or self._readable(word):
            return [word]
        return self._parts(plain) or [word]

    def _readable(self, word: str) -> bool:
        meant = untyped(word)
        return self._known(syllable(word)) or (meant is not None and self._known(syllable(meant)))

    def readings(self, word: str, *, begun: bool = False) -> tuple[Reading, ...]:
        """Return what a word may be, strongest first; ``begun``: it may go on."""
        key = (word, begun)
        if key not in self._kept:
            if len(self._kept) > 20_000:
                self._kept.clear()
            self._kept[key] = self._read(word, begun)
        return self._kept[key]

    def _read(self, word: str, begun: bool) -> tuple[Reading, ...]:
        asked = syllable(word)
        found = {asked.folded: Reading(asked.folded, EXACT, asked)} if self._known(asked) else {}
        if not found:
            self._add_typed(word, found)
            self._add_stem(asked.folded, found)
            self._add_undoubled(asked.folded, found)
        strength = HEARD if not found else HEARD_THOUGH_KNOWN
        if self._miswritten(asked):
            strength = HEARD_THOUGH_ALIKE
        for near in self._by_sound.get(sound_key(asked.folded), ()):
            found.setdefault(near, Reading(near, strength))
        if begun:
            self._add_completions(asked.folded, found)
        certain = any(reading.strength >= MISTYPED for reading in found.values())
        if not certain:
            self._add_mistyped(asked.folded, found, MISTYPED)
        elif len(asked.folded) >= FEWEST_LETTERS_OF_A_SLIP:
            self._add_mistyped(asked.folded, found, MISTYPED_THOUGH_KNOWN)
        return tuple(sorted(found.values(), key=lambda reading: -reading.strength))

    def _miswritten(self, word: Syllable) -> bool:
        """Return whether a known word was typed with marks that it never has."""
        marked = word.shaped != word.folded or word.tone > 1
        return marked and self._known(word) and word not in self._shapes[word.folded]

    def _known(self, word: Syllable) -> bool:
        return word.folded in self._shapes

    def _add_typed(self, word: str, found: dict[str, Reading]) -> None:
        meant = untyped(word)
        if meant is not None:
            asked = syllable(meant)
            if self._known(asked):
                found[asked.folded] = Reading(asked.folded, TYPED)
            else:
                for near in self._by_sound.get(sound_key(asked.folded), ()):
                    found.setdefault(near, Reading(near, HEARD))

    def _add_undoubled(self, word: str, found: dict[str, Reading]) -> None:
        """Add the word that a finger which stayed too long made this of."""
        for place in range(1, len(word)):
            once = word[:place] + word[place + 1 :]
            if word[place] == word[place - 1] and once in self._shapes:
                found.setdefault(once, Reading(once, HEARD))

    def _add_stem(self, word: str, found: dict[str, Reading]) -> None:
        """Add the English word that this is a form of: renewing, certified, shops."""
        for ending in _ENDINGS:
            stem = word.removesuffix(ending)
            if stem != word and len(stem) >= FEWEST_LETTERS_OF_A_SLIP:
                for known in (stem, f"{stem}e", f"{stem}y"):
                    if known in self._shapes:
                        found.setdefault(known, Reading(known, HEARD))

    def _add_completions(self, begun: str, found: dict[str, Reading]) -> None:
        completions = [word for word in self._sorted if word.startswith(begun) and word != begun]
        strength = HEARD_THOUGH_KNOWN if found else BEGUN
        for word in sorted(completions, key=len)[:MOST_COMPLETIONS]:
            found.setdefault(word, Reading(word, strength))

    def _add_mistyped(self, word: str, found: dict[str, Reading], most: float) -> None:
        slips = 1 if len(word) < 8 else 2
        if len(word) < 3:
            return
        for length in range(len(word) - slips, len(word) + slips + 1):
            for known in self._by_length.get(length, ()):
                distance = OSA.distance(word, known, score_cutoff=slips)
                if distance <= slips and len(known) > 2:
                    strength = most - 0.1 * (distance - 1) - 0.1 * (word[0] != known[0])
                    found.setdefault(known, Reading(known, strength))

    def _parts(self, word: str) -> list[str]:
        """Return the fewest known syllables of two letters or more that make up a word."""
        best: list[list[str] | None] = [[]] + [None] * len(word)
        for end in range(2, len(word) + 1):
            for start in range(max(0, end - 7), end - 1):
                before = best[start]
                part = syllable(word[start:end]).folded
                if before is None or part not in self._shapes:
                    continue
                now = best[end]
                if now is None or len(before) + 1 < len(now):
                    best[end] = [*before, word[start:end]]
        return best[-1] or []
