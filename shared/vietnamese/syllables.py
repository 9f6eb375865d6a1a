"""The build of a Vietnamese syllable: onset, vowels, coda; and where its tone stands.

Tones stand as most of the country writes them: hòa, thúy, not hoà, thuý.
"""

from dataclasses import dataclass

from shared.vietnamese.letters import VOWELS, plain, shape_of, toneless, with_mark


def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


ONSETS = _set_of("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x") | {""}
CODAS = _set_of("c ch m n ng nh p t") | {""}
CLUSTERS = _set_of(
    "a ai ao au ay e eo eu i ia ie ieu iu o oa oai oao oay oe oeo oi oo u ua uay ue ui uo uoi uou "
    "uu uy uya uye uyu y ye yeu"
)
"""The vowels of all rhymes, without shapes."""

OPEN_CLUSTERS = _set_of(
    "ai ao au ay eo eu ia ieu iu oai oao oay oeo oi uay ui uoi uou uu uya uyu yeu"
)
"""After these nothing can follow."""


@dataclass(frozen=True, slots=True)
class Syllable:
    """The parts of a word, in its own case."""

    onset: str
    vowels: str
    coda: str


def parts(word: str) -> Syllable:
    """Take a word without tones apart; what is no syllable gives parts that are none."""
    start = _onset_length(word)
    end = start
    while end < len(word) and word[end].lower() in VOWELS:
        end += 1
    return Syllable(word[:start], word[start:end], word[end:])


def may_become_syllable(word: str) -> bool:
    """Tell whether a word without tones is a syllable or the beginning of one.

    Shapes are not looked at: they may come with the next key. Without vowels any letters will
    do, for people write abbreviations.
    """
    syllable = parts(word.lower())
    if not syllable.vowels:
        return word.isalpha() or not word
    cluster = "".join(plain(letter) for letter in syllable.vowels)
    return (
        syllable.onset in ONSETS
        and cluster in CLUSTERS
        and syllable.coda in CODAS
        and not (syllable.coda and cluster in OPEN_CLUSTERS)
    )


def with_tone(word: str, tone: str) -> str:
    """Return a word with one tone, or with none for ""; unchanged if no vowel can bear it."""
    bare = toneless(word)
    syllable = parts(bare)
    if not tone or not syllable.vowels:
        return bare
    at = len(syllable.onset) + _bearer(syllable)
    return bare[:at] + with_mark(bare[at], tone) + bare[at + 1 :]


def _onset_length(word: str) -> int:
    """Return how many letters come before the vowels; the u of qu and the i of gia are theirs."""
    low = word.lower()
    start = 0
    while start < len(low) and low[start] not in VOWELS:
        start += 1
    follows_vowel = start + 1 < len(low) and low[start + 1] in VOWELS
    if low.startswith("qu") or (low.startswith("gi") and follows_vowel):
        return 2
    return start


def _bearer(syllable: Syllable) -> int:
    """Return which of the vowels bears the tone."""
    vowels = syllable.vowels
    shapes = [at for at, letter in enumerate(vowels) if shape_of(letter)]
    if shapes:
        return shapes[-1]
    if len(vowels) == 1:
        return 0
    return 1 if syllable.coda or len(vowels) == 3 else 0
