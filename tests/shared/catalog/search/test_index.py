"""The index: what stands where, and what it is worth."""

import math

import pytest

from shared.catalog.search.index import INCIDENTAL, OFTEN, WEAK, Document, Index, neighbours

BIRTH = Document("birth", ("register", "birth"))
DEATH = Document("death", ("register", "death"))
BAG = Document("death", ("death", "register"), 0.7, bag=True)
INDEX = Index([BIRTH, DEATH, BAG])


def test_documents_are_found_by_their_words_and_neighbours() -> None:
    assert INDEX.postings["register"] == [0, 1, 2]
    assert INDEX.postings["register death"] == [1]


def test_a_bag_has_no_order() -> None:
    assert "death register" not in INDEX.postings


def test_rare_words_are_worth_more_and_incidental_ones_less() -> None:
    once = INCIDENTAL
    assert INDEX.weight("register") == pytest.approx(math.log(2) * once)
    assert INDEX.weight("birth") == pytest.approx(math.log(3) * once)
    assert INDEX.weight("marriage") == 0.0
    often = Index([BIRTH, DEATH, *[Document("death", ("death", f"x{n}")) for n in range(OFTEN)]])
    assert often.weight("death") == pytest.approx(math.log(3))


def test_weak_words_are_worth_a_part() -> None:
    weak = Index([BIRTH, DEATH, BAG], weak=("birth", "nowhere"))
    assert weak.weight("birth") == pytest.approx(INDEX.weight("birth") * WEAK)
    assert weak.weight("death") == INDEX.weight("death")


def test_a_document_is_worth_its_words_and_half_of_each_pair() -> None:
    both = INDEX.weight("register") + INDEX.weight("birth")
    assert INDEX.totals[0] == pytest.approx(both + both / 4)


def test_neighbours_stand_side_by_side() -> None:
    assert neighbours(("a", "b", "c")) == ["a b", "b c"]
