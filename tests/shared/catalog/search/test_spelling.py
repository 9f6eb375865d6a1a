"""Which known words a typed word may be."""

from shared.catalog.search.spelling import Reading, Vocabulary
from shared.catalog.search.text import syllables

WORDS = "khai sinh đăng ký kết hôn trú tạm chú giấy xây nhà certificate registration thường"
VOCABULARY = Vocabulary(syllables(WORDS))


def strengths(word: str, *, begun: bool = False) -> dict[str, float]:
    return {each.folded: each.strength for each in VOCABULARY.readings(word, begun=begun)}


def test_a_known_word_is_itself_first() -> None:
    first = VOCABULARY.readings("khai")[0]
    assert first == Reading("khai", 1.0, syllables("khai")[0])


def test_marks_do_not_matter_for_knowing() -> None:
    assert strengths("giay")["giay"] == strengths("giầy")["giay"] == 1.0


def test_keystrokes_are_undone() -> None:
    assert strengths("giaays") == {"giay": 0.97}


def test_keystrokes_of_a_misheard_word_are_undone_too() -> None:
    assert strengths("xinhf") == {"sinh": 0.85}


def test_a_word_that_sounds_like_a_known_one_may_be_it() -> None:
    assert strengths("xinh") == {"sinh": 0.85}


def test_a_space_typed_one_letter_early_or_late_is_moved() -> None:
    assert VOCABULARY.respaced(["khais", "inh"]) == ["khai", "sinh"]
    assert VOCABULARY.respaced(["kha", "isinh", "kết"]) == ["khai", "sinh", "kết"]
    for right in (["khai", "sinh"], ["zz", "khai"], ["a", "b"], ["khai"], []):
        assert VOCABULARY.respaced(right) == right


def test_reading_a_word_does_not_make_it_known() -> None:
    for word in ("xĩnhf", "ngheooz", "ấếố"):
        assert VOCABULARY.readings(word) == VOCABULARY.readings(word)
        assert not VOCABULARY.knows(word)


def test_a_known_word_keeps_a_weak_doubt() -> None:
    assert strengths("chú") == {"chu": 1.0, "tru": 0.5}


def test_marks_that_no_word_has_make_the_doubt_stronger() -> None:
    assert strengths("chụ")["tru"] == 0.75


def test_one_slip_is_forgiven_in_a_short_word_and_two_in_a_long_one() -> None:
    assert strengths("khait") == {"khai": 0.75}
    assert strengths("registartoin")["registration"] == 0.65
    assert strengths("kaii") == {}


def test_a_letter_typed_twice_is_once() -> None:
    assert strengths("ttruu") == {}
    assert strengths("ttru") == strengths("truu") == {"tru": 0.85}


def test_forms_of_english_words_are_known() -> None:
    english = Vocabulary(syllables("renew certify house lease"))
    for form, word in [
        ("renewing", "renew"), ("certified", "certify"), ("houses", "house"), ("leasing", "lease"),
    ]:  # fmt: skip
        assert english.readings(form)[0] == Reading(word, 0.85)
    assert not english.readings("ours")


def test_a_wrong_first_letter_is_less_likely() -> None:
    assert strengths("gthuong")["thuong"] == 0.65


def test_two_letters_are_too_few_to_guess_from() -> None:
    assert strengths("qq") == {}


def test_a_known_word_may_still_be_a_slip() -> None:
    known = Vocabulary(syllables("danh doanh"))
    assert [(each.folded, each.strength) for each in known.readings("danh")] == [
        ("danh", 1.0),
        ("doanh", 0.45),
    ]


def test_a_word_that_was_begun_may_become_any_longer_one() -> None:
    assert strengths("certi", begun=True) == {"certificate": 0.7}
    assert strengths("t", begun=True) == {"tru": 0.7, "tam": 0.7, "thuong": 0.7}
    assert strengths("certi") == {}


def test_words_run_together_are_taken_apart() -> None:
    assert VOCABULARY.split("dangkykhaisinh") == ["dang", "ky", "khai", "sinh"]
    assert VOCABULARY.split("khaisinh") == ["khai", "sinh"]


def test_words_run_together_are_taken_apart_in_as_few_as_can_be() -> None:
    assert Vocabulary(syllables("to toto an")).split("totoan") == ["toto", "an"]


def test_other_words_stay_whole() -> None:
    for word in ("khai", "certificate", "giaays", "khaisinx", "abc123", "khaix"):
        assert VOCABULARY.split(word) == [word]


def test_readings_are_kept_and_forgotten_in_the_end() -> None:
    vocabulary = Vocabulary(syllables("khai"))
    assert vocabulary.readings("khai") is vocabulary.readings("khai")
    for number in range(20_001):
        vocabulary.readings(f"x{number}")
    assert vocabulary.readings("khai")[0].strength == 1.0


def test_shapes_of_a_folded_word_are_told() -> None:
    assert {each.shaped for each in VOCABULARY.shapes("tru")} == {"tru"}
    assert not VOCABULARY.shapes("none")
