"""Every Vietnamese syllable that the rules of spelling allow, and the keys it is typed with."""

import unicodedata
from collections.abc import Iterator

from shared.vietnamese.letters import BREVE, CIRCUMFLEX, HORN, TONES, plain, shape_of, tone_of
from shared.vietnamese.syllables import with_tone

ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh
ip it iu o oa oac oach oai oam oan oang oanh oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om
on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch
uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uy uya uych uynh uyên uyêt uyt uyu ư ưa ưc ưi ưng
ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu
"""
FRONT = "eêi"
TELEX_TONES = dict(zip(TONES, "sfrxj", strict=True))
VNI_TONES = dict(zip(TONES, "12345", strict=True))
VNI_SHAPES = {CIRCUMFLEX: "6", HORN: "7", BREVE: "8", "bar": "9"}


def syllables() -> Iterator[str]:
    """Yield all of them, with every tone that each can bear."""
    for onset in ["", *ONSETS.split()]:
        for rhyme in RHYMES.split():
            if _is_spelt(onset, rhyme):
                yield from _toned(onset + rhyme)


def _is_spelt(onset: str, rhyme: str) -> bool:
    front = rhyme[0] in FRONT
    if onset in ("k", "gh", "ngh"):
        return front or (onset == "k" and rhyme == "y")
    if onset in ("c", "g", "ng"):
        return not front and rhyme[0] != "y"
    if onset == "gi":
        return rhyme[0] != "i" and rhyme[0] != "y"
    if onset == "qu":
        return rhyme[0] not in "uoưô" or rhyme in ("ôc", "ơ")
    if rhyme[0] == "y":
        return not onset or rhyme == "y"
    return bool(onset) or rhyme[:2] != "iê"


def _toned(word: str) -> Iterator[str]:
    stopped = word.endswith(("c", "ch", "p", "t"))
    for tone in (TONES[0], TONES[4]) if stopped else ("", *TONES):
        yield with_tone(word, tone)


def telex(word: str) -> str:
    """Return the keys of a word with the tone last: ``quyeens``; of boong ``booong``."""
    keys = ""
    for letter in _bare(word).replace("oo", "ooo"):
        shape = shape_of(letter)
        keys += plain(letter)
        if shape:
            keys += "w" if shape in (HORN, BREVE) else plain(letter)
    keys = keys.replace("uwow", "uow")
    return keys + TELEX_TONES.get(tone_of(word), "")


def vni(word: str) -> str:
    """Return the keys of a word in VNI, marks last: ``quyen61``; oo as in Telex."""
    bare = _bare(word).replace("oo", "ooo")
    shapes = [VNI_SHAPES[shape_of(letter)] for letter in bare if shape_of(letter)]
    marks = "".join(dict.fromkeys(shapes)) + VNI_TONES.get(tone_of(word), "")
    return "".join(plain(letter) for letter in bare) + marks


def _bare(word: str) -> str:
    parts = (m for m in unicodedata.normalize("NFD", word) if m not in TONES)
    return unicodedata.normalize("NFC", "".join(parts))
