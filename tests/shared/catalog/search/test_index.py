"""The index: what stands where, and what it is worth."""

import math

import pytest

from shared.catalog.search.index import Document, Index, neighbours

BIRTH = Document("birth", ("register", "birth"))
DEATH = Document("death", ("register", "death"))
BAG = Document("death", ("death", "register"), 0.7, bag=True)
INDEX = Index([BIRTH, DEATH, BAG])


def test_documents_are_found_by_their_words_and_neighbours() -> None:
    assert INDEX.postings["register"] == [0, 1, 2]
    assert INDEX.postings["register death"] == [1]


def test_a_bag_has_no_order() -> None:
    assert "death register" not in INDEX.postings


def test_rare_words_are_worth_more() -> None:
    assert INDEX.weight("register") == pytest.approx(math.log(2))
    assert INDEX.weight("birth") == pytest.approx(math.log(3))
    assert INDEX.weight("marriage") == 0.0


def test_a_document_is_worth_its_words_and_half_of_each_pair() -> None:
    both = math.log(2) + math.log(3)
    assert INDEX.totals[0] == pytest.approx(both + both / 4)


def test_neighbours_stand_side_by_side() -> None:
    assert neighbours(("a", "b", "c")) == ["a b", "b c"]
