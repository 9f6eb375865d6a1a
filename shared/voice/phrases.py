"""What is said for a call, as names of clips; numbers are spelled by us, digit by digit. Pure.

A clip's name is ``language/word``; ``SPOKEN`` holds the words of each, which is all that a
speech engine is ever given.
"""

CHIME = "chime"

_VI_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_EN_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_VI_LETTERS = {
    "A": "a", "B": "bê", "C": "xê", "D": "dê", "Đ": "đê", "E": "e", "F": "ép", "G": "giê",
    "H": "hát", "I": "i", "J": "gi", "K": "ca", "L": "lờ", "M": "mờ", "N": "nờ", "O": "o",
    "P": "pê", "Q": "quy", "R": "rờ", "S": "ét", "T": "tê", "U": "u", "V": "vê",
    "W": "vê kép", "X": "ích", "Y": "i dài", "Z": "dét",
}  # fmt: skip
_EN_LETTERS = {letter: letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"} | {"Đ": "D"}

SPOKEN: dict[str, dict[str, str]] = {
    "vi": {
        "call": "Mời số",
        "counter": "đến quầy số",
        **{str(value): word for value, word in enumerate(_VI_DIGITS)},
        **_VI_LETTERS,
    },
    "en": {
        "call": "Number",
        "counter": "please go to counter",
        **{str(value): word for value, word in enumerate(_EN_DIGITS)},
        **_EN_LETTERS,
    },
}
"""Words by language and clip."""


def phrase(number: str, counter: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the clips for a call in each language in turn, after one chime.

    ``number`` is the ticket's (``A012``), ``counter`` the counter's label (``3``). Letters and
    digits without a clip are left out.
    """
    clips = [CHIME]
    for language in languages:
        clips.append(f"{language}/call")
        clips += _spelled(number, language)
        clips.append(f"{language}/counter")
        clips += _spelled(counter, language)
    return tuple(clips)


def clips_needed(languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return all clips that calls in these languages may need."""
    return (CHIME, *(f"{language}/{word}" for language in languages for word in SPOKEN[language]))


def spoken_words(clip: str) -> str:
    """Return what a clip says; empty for the chime."""
    language, _, word = clip.partition("/")
    return SPOKEN[language][word] if word else ""


def _spelled(text: str, language: str) -> list[str]:
    known = SPOKEN[language]
    return [f"{language}/{letter}" for letter in text.upper() if letter in known]
