"""From keys to words: Telex, VNI, Vietnamese letters and tone keys, all on the same keys.

A key that would spoil the syllable stands for itself, and what is no Vietnamese word stays as
it was typed. The same key again takes its mark back and stands for itself: ``as`` á, ``ass`` as.
"""

from dataclasses import dataclass

from shared.vietnamese.letters import (
    ACUTE,
    BAR,
    BREVE,
    CIRCUMFLEX,
    DOT,
    GRAVE,
    HOOK,
    HORN,
    TILDE,
    TONES,
    plain,
    shape_of,
    shaped,
    tone_of,
    toneless,
)
from shared.vietnamese.syllables import Syllable, may_become_syllable, parts, with_tone

TONE_KEYS = {
    **dict(zip("sfrxj", (ACUTE, GRAVE, HOOK, TILDE, DOT), strict=True)),
    **dict(zip("12345", (ACUTE, GRAVE, HOOK, TILDE, DOT), strict=True)),
}
NO_TONE_KEYS = "z0"
SHAPE_KEYS = {
    "a": {"a": CIRCUMFLEX},
    "e": {"e": CIRCUMFLEX},
    "o": {"o": CIRCUMFLEX},
    "w": {"u": HORN, "o": HORN, "a": BREVE},
    "6": {"a": CIRCUMFLEX, "e": CIRCUMFLEX, "o": CIRCUMFLEX},
    "7": {"u": HORN, "o": HORN},
    "8": {"a": BREVE},
}
"""For each key the letters that it gives a shape."""

BAR_KEYS = "d9"


@dataclass(frozen=True, slots=True)
class Typing:
    """A line being typed at its end: words that are done, and the word at hand.

    ``start`` is the part of that word which no key changes back into keys any more.
    """

    done: str = ""
    start: str = ""
    keys: tuple[str, ...] = ()
    composes: bool = True

    @property
    def text(self) -> str:
        """Return the line."""
        return self.done + self._word

    @property
    def _word(self) -> str:
        return _composed(self.start, self.keys) if self.composes else self.start

    def pressed(self, key: str) -> "Typing":
        """Return the line after a key: a letter, digit or sign, or one of letters.TONES."""
        if not (key.isalnum() or key in TONES):
            return Typing(self.text + key, composes=self.composes)
        if not self.composes:
            word = _toned(self.start, key) if key in TONES else self.start + key
            return Typing(self.done, word, composes=False)
        return Typing(self.done, self.start, (*self.keys, key))

    def erased(self) -> "Typing":
        """Return the line without its last letter."""
        return line(self.text[:-1], composes=self.composes)


def line(text: str, *, composes: bool = True) -> Typing:
    """Return a line that holds a text already and goes on from its end."""
    at = len(text)
    while at and text[at - 1].isalnum():
        at -= 1
    return Typing(text[:at], text[at:], composes=composes)


def _composed(start: str, keys: tuple[str, ...]) -> str:
    word, raw = start, start
    literal = False
    for key in keys:
        if key in TONES:
            word = _toned(word, key)
            continue
        raw += key
        if literal:
            word += key
            continue
        word, taken_back = _pressed(word, key)
        if taken_back:
            raw = word
        if not may_become_syllable(toneless(word)):
            word, literal = raw, True
    return word


def _toned(word: str, tone: str) -> str:
    """Return the word after a tone key; the same again takes its mark back."""
    return with_tone(word, "" if tone_of(word) == tone else tone)


def _pressed(word: str, key: str) -> tuple[str, bool]:
    """Return the word after a key, and whether the key took its own mark back."""
    low = key.lower()
    has_vowel = bool(parts(toneless(word)).vowels)
    if low in NO_TONE_KEYS and tone_of(word):
        return with_tone(word, ""), False
    if low in TONE_KEYS and has_vowel:
        if tone_of(word) == TONE_KEYS[low]:
            return with_tone(word, "") + key, True
        return with_tone(word, TONE_KEYS[low]), False
    if low in BAR_KEYS and word and (has_vowel or len(word) == 1):
        changed = _barred(word, key)
        if changed:
            return changed
    if low in SHAPE_KEYS and has_vowel:
        changed = _shaped(word, key)
        if changed:
            return changed
    if low == "w" and not has_vowel:
        return word + ("ư" if key.islower() else "Ư"), False
    return _set_right(word + key), False


def _barred(word: str, key: str) -> tuple[str, bool] | None:
    first, rest = word[0], word[1:]
    if first in "dD":
        return shaped(first, BAR) + rest, False
    if first in "đĐ":
        return plain(first) + rest + key, True
    return None


def _shaped(word: str, key: str) -> tuple[str, bool] | None:
    """Give vowels the key's shape, or take it back; None if it is for none of them."""
    shapes = SHAPE_KEYS[key.lower()]
    bare = toneless(word)
    syllable = parts(bare)
    first = len(syllable.onset)
    if key in "oO" and not syllable.coda and syllable.vowels.lower() in ("oa", "oe"):
        return None
    places = [
        at for at in range(first, first + len(syllable.vowels)) if plain(bare[at]).lower() in shapes
    ]
    places = _meant(syllable, bare, places)
    wanted = {at: shapes[plain(bare[at]).lower()] for at in places}
    if not wanted:
        return None
    if all(shape_of(bare[at]) == shape for at, shape in wanted.items()):
        changed = _with_shapes(bare, dict.fromkeys(wanted, ""))
        return with_tone(changed, tone_of(word)) + key, True
    return with_tone(_with_shapes(bare, wanted), tone_of(word)), False


def _meant(syllable: Syllable, bare: str, places: list[int]) -> list[int]:
    """Return which vowels a key means: of ươ and ươu two, of ưa and ưu the first, of oă the a."""
    pair = "".join(plain(bare[at]).lower() for at in places)
    if pair in ("ua", "uu"):
        return places[:1]
    if pair == "uou":
        return places[:2]
    if pair == "oa" or (pair == "uo" and _ends_in_uo(syllable)):
        return places[1:]
    return places


def _ends_in_uo(syllable: Syllable) -> bool:
    """Tell whether this may be huơ, thuở or khuơ; elsewhere, and before more letters, it is ươ."""
    low = syllable.onset.lower()
    return low in ("", "h", "th", "kh") and syllable.vowels.lower() == "uo" and not syllable.coda


def _with_shapes(word: str, shapes: dict[int, str]) -> str:
    return "".join(
        shaped(letter, shapes[at]) if at in shapes else letter for at, letter in enumerate(word)
    )


def _set_right(word: str) -> str:
    """Return the word with horn and tone where they belong now that a letter has come."""
    tone, bare = tone_of(word), toneless(word)
    syllable = parts(bare)
    at = len(syllable.onset)
    if syllable.vowels.lower().startswith("uơ") and len(bare) > at + 2:
        bare = _with_shapes(bare, {at: HORN})
    return with_tone(bare, tone)
