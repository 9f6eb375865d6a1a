"""Keys to words; every syllable of the language against an engine of others."""

import bogo
import pytest

from shared.vietnamese.composing import Typing, line
from shared.vietnamese.letters import ACUTE, DOT, GRAVE, HOOK
from tests.shared.vietnamese.words import syllables, telex, vni

VNI = bogo.get_vni_definition()
ALL = tuple(syllables())


def typed(keys: str, typing: Typing | None = None) -> str:
    typing = typing or Typing()
    for key in keys:
        typing = typing.pressed(key)
    return typing.text


def test_the_rules_of_spelling_give_the_whole_language() -> None:
    assert len(ALL) > 16_000
    assert {"nghiêng", "quyển", "giường", "khuỷu", "được", "xoong"} <= set(ALL)


def test_every_syllable_can_be_typed_in_telex_as_in_bogo() -> None:
    wrong = [word for word in ALL if typed(telex(word)) != word]
    assert wrong == []
    assert [word for word in ALL if bogo.process_sequence(telex(word)) != word] == []


def test_every_syllable_can_be_typed_in_vni_as_in_bogo() -> None:
    wrong = [word for word in ALL if typed(vni(word)) != word]
    assert wrong == []
    others = [word for word in ALL if "oo" not in telex(word)]
    assert [w for w in others if bogo.process_sequence(vni(w), rules=VNI) != w] == []


def test_every_syllable_can_be_typed_letter_by_letter() -> None:
    letters = [word for word in ALL if "oo" not in word]
    assert [word for word in letters if typed(word) != word] == []


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("ddawng ky1 khai sinh", "đăng ký khai sinh"),
        ("dduwowngf ddieenj", "đường điện"),
        ("did ", "đi "),
        ("tuana", "tuân"),
        ("Nguyeenx Thij HOAF", "Nguyễn Thị HÒA"),
        ("DDAATS DAI", "ĐẤT DAI"),
        ("WNGF", "ỪNG"),
        ("uwng", "ưng"),
        ("thuowr thuowngr", "thuở thưởng"),
        ("hoeof", "hoèo"),
        ("quaw cuaw hoawcj", "quă cưa hoặc"),
        ("cccd gpkd sdt", "cccd gpkd sdt"),
        ("vneid system windows", "vneid system windows"),
        ("mẫu na17, 2026", "mẫu na17, 2026"),
        ("1.001193", "1.001193"),
        ("kt3 ct01", "kt3 ct01"),
        ("đkkd ", "đkkd "),
    ],
)
def test_people_type_as_they_are_used_to(keys: str, text: str) -> None:
    assert typed(keys) == text


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("ass", "as"), ("asss", "ass"), ("aaa", "aa"), ("ddd", "dd"), ("tuww", "tuw"),
        ("asz", "a"), ("as0", "a"), ("az", "az"), ("booongf", "boòng"), ("a11", "a1"),
    ],
)  # fmt: skip
def test_a_key_again_takes_its_mark_back(keys: str, text: str) -> None:
    assert typed(keys) == text


def test_tone_keys_set_change_and_take_back_tones() -> None:
    assert typed(f"hoa{GRAVE}") == "hòa"
    assert typed(f"hoa{GRAVE}{DOT}") == "họa"
    assert typed(f"hoa{GRAVE}{GRAVE}") == "hoa"
    assert typed(f"hoa{GRAVE}n") == "hoàn"
    assert typed(f"cccd{GRAVE}") == "cccd"
    assert typed(f"Qưch{ACUTE}") == "Qứch", "no syllable, but somebody's name"


def test_erasing_takes_the_last_letter_with_its_marks() -> None:
    typing = line("đường")
    assert typing.erased().text == "đườn"
    assert typing.erased().erased().pressed("c").text == "đườc"
    assert typed("j", line("đườc")) == "được"
    assert line("").erased().text == ""
    assert typed("s", line("a s").erased().erased()) == "á"


def test_what_was_taken_back_stays_so_after_erasing() -> None:
    typing = Typing()
    for key in "asst":
        typing = typing.pressed(key)
    assert typing.erased().text == "as"
    assert typing.erased().pressed("k").text == "ask"


def test_a_tone_key_sets_its_mark_in_plain_typing_too() -> None:
    plain = Typing(composes=False)
    assert typed(f"ca{HOOK}m ơn", plain) == "cảm ơn"
    assert typed(f"ca{HOOK}{HOOK}", plain) == "ca"


def test_plain_typing_changes_nothing() -> None:
    plain = Typing(composes=False)
    assert typed("fees as1", plain) == "fees as1"
    assert line("fees", composes=False).erased().pressed("s").text == "fees"
