"""The scoring rule."""

import pytest

from shared.catalog.search.index import Document, Index
from shared.catalog.search.phrases import Piece
from shared.catalog.search.scoring import scores

BIRTH = Document("birth", ("register", "birth"))
AGAIN = Document("again", ("register", "again", "birth"))
DEATH = Document("death", ("register", "death"))
BAG = Document("many", ("register", "death", "birth", "again", "land"), 0.7, bag=True)
INDEX = Index([BIRTH, AGAIN, DEATH, BAG, Document("other", ("land",), 0.5)])
REGISTER, BIRTH_PIECE, UNKNOWN = Piece({"register": 1.0}), Piece({"birth": 1.0}), Piece({})


def test_a_whole_document_asked_for_in_its_order_scores_one() -> None:
    assert scores([REGISTER, BIRTH_PIECE], INDEX)[0] == pytest.approx(1.0)


def test_more_than_was_asked_for_scores_less() -> None:
    found = scores([REGISTER, BIRTH_PIECE], INDEX)
    assert found[0] > found[1] > found[2]


def test_the_order_of_words_counts() -> None:
    assert scores([BIRTH_PIECE, REGISTER], INDEX)[0] < scores([REGISTER, BIRTH_PIECE], INDEX)[0]


def test_a_word_not_found_takes_little_and_a_filler_less() -> None:
    plain = scores([REGISTER, BIRTH_PIECE], INDEX)[0]
    with_filler = scores([Piece({}, filler=True), REGISTER, BIRTH_PIECE], INDEX)[0]
    with_name = scores([REGISTER, BIRTH_PIECE, UNKNOWN], INDEX)[0]
    assert plain > with_filler > with_name > 0.2


def test_a_doubtful_reading_scores_by_its_strength() -> None:
    sure, doubtful = Piece({"birth": 1.0}), Piece({"birth": 0.6})
    assert scores([sure], INDEX)[0] > scores([doubtful], INDEX)[0]


def test_the_best_reading_that_a_document_has_counts() -> None:
    both = Piece({"birth": 0.5, "death": 1.0})
    found = scores([both], INDEX)
    assert found[2] > found[0]


def test_the_commonest_likely_reading_sets_the_weight() -> None:
    either = Piece({"register": 1.0, "birth": 0.97, "nowhere": 1.0})
    assert scores([either, UNKNOWN], INDEX)[2] == scores([REGISTER, UNKNOWN], INDEX)[2]


def test_a_bag_needs_two_words_that_are_sure() -> None:
    assert 3 in scores([REGISTER, BIRTH_PIECE], INDEX)
    assert 3 not in scores([BIRTH_PIECE], INDEX)
    assert 3 not in scores([BIRTH_PIECE, Piece({"death": 0.5})], INDEX)


def test_trust_in_a_document_is_a_factor() -> None:
    assert scores([Piece({"land": 1.0})], INDEX)[4] == pytest.approx(0.5)


def test_nothing_is_found_where_nothing_is_known() -> None:
    assert scores([], INDEX) == scores([UNKNOWN], INDEX) == {}
    assert scores([Piece({"nowhere": 1.0})], INDEX) == {}
