"""Texts read as runs of features."""

from shared.catalog.search.phrases import Phrasebook, Piece, fits
from shared.catalog.search.spelling import Reading, Vocabulary
from shared.catalog.search.tables import WordTables
from shared.catalog.search.text import syllable, syllables

TABLES = WordTables(
    same={"marry": ("kết hôn", "cưới"), "sell": ("bán", "mua bán"), "stay": ("tạm trú",)},
    short={"dk": "đăng ký", "dkkh": "Đăng ký kết hôn"},
    filler=("muốn", "cho", "có phải"),
)
BOOK = Phrasebook(TABLES)
VOCABULARY = Vocabulary(
    syllables("kết hôn cưới bán mua tạm trú muốn cho có phải đăng ký bản sao chú đất cỏ chó")
)


def typed(text: str) -> list[Piece]:
    return BOOK.typed([VOCABULARY.readings(word) for word in text.split()], VOCABULARY)


def likely(text: str) -> list[str]:
    return [max(piece.features, key=lambda f: piece.features[f]) for piece in typed(text)]


def test_careful_text_is_read_exactly_and_without_fillers() -> None:
    assert BOOK.exact("Muốn đăng ký kết hôn") == ["đăng1", "ki3", "@marry"]
    assert BOOK.exact("bản sao mua bán bán") == ["ban4", "sao1", "@sell", "@sell"]


def test_a_group_that_breaks_off_is_single_words() -> None:
    assert BOOK.exact("kết quả") == ["kêt3", "qua4"]
    assert BOOK.exact("có phai") == ["co3", "phai1"]


def test_typed_groups_are_found_without_marks_and_with_slips() -> None:
    assert likely("ket hon") == likely("kêt hôn") == likely("kết hôm") == ["@marry"]


def test_a_group_and_a_word_may_both_be_meant() -> None:
    (piece,) = typed("ban")
    assert piece.features == {"ban4": 0.97, "ban3": 0.97, "@sell": 0.97}


def test_marks_decide_which_word_is_meant() -> None:
    (piece,) = typed("bản")
    assert piece.features["ban4"] == 1.0
    assert piece.features["ban3"] < 0.5
    assert "@sell" not in piece.features


def test_a_group_that_is_doubtful_stays_a_reading_of_its_words() -> None:
    stay, uncle = typed("tạm chú")
    assert stay.features["tam6"] == uncle.features["chu3"] == 1.0
    assert 0.6 < stay.features["@stay"] == uncle.features["@stay"] < 0.8


def test_fillers_are_known_alone_and_as_groups() -> None:
    assert [piece.filler for piece in typed("muốn cho có phải cưới")] == [True] * 3 + [False]


def test_a_word_that_is_certainly_another_is_no_filler() -> None:
    assert not typed("chó")[0].filler


def test_an_unknown_word_is_a_piece_without_features() -> None:
    assert typed("zzzz") == [Piece({})]


def test_abbreviations_and_words_run_together_are_written_out() -> None:
    assert BOOK.written_out("dkkh", VOCABULARY) == ["đăng", "ký", "kết", "hôn"]
    assert BOOK.written_out("đk", VOCABULARY) == ["đăng", "ký"]
    assert BOOK.written_out("kethon", VOCABULARY) == ["ket", "hon"]


def test_how_well_a_writing_fits_a_word() -> None:
    def fit(written: str, meant: str) -> float:
        asked = syllable(written)
        return fits(Reading(asked.folded, 1.0, asked), syllable(meant), VOCABULARY)

    assert fit("bán", "bán") == 1.0
    assert fit("ban", "bán") == 0.97
    assert fit("bản", "bán") == 0.45
    assert fit("bạn", "bán") == 0.7
    assert fit("băn", "bán") == 0.6
    assert fit("bãn", "bản") == 0.85
    assert fits(Reading("ban", 1.0), syllable("bán"), VOCABULARY) == 1.0
