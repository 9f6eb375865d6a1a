"""How well each document fits what was typed: the one scoring rule. PURE.

Every piece of the query gives its weight, times the strength of the reading that the document
has, and two neighbouring pieces give more where they are neighbours there too. A score is the
share of the query that was found, lowered by what the document says beyond it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from shared.catalog.search.index import NEIGHBOURS, Index
from shared.catalog.search.phrases import Piece

UNKNOWN = 3.0
"""The weight of a word that nothing in the catalogue or the tables has, such as a name."""

FILLER = 0.2
"""The weight of a word that says little."""

SHORTER = 0.45
"""The share of a score that depends on how much of the document was asked for."""

LIKELY = 0.9
MISSED = 0.6
"""The share of its weight that a word not found takes off: people tell more than is needed."""

SURE = 0.7
PAIR_READINGS = 4


def scores(pieces: Sequence[Piece], index: Index) -> dict[int, float]:
    """Return the score, 0 to 1, of each document that has anything of the query."""
    weights = [_weight(piece, index) for piece in pieces]
    total = sum(weights)
    found: defaultdict[int, float] = defaultdict(float)
    spread: defaultdict[int, int] = defaultdict(int)
    for piece, weight in zip(pieces, weights, strict=True):
        given = _given(piece.features, index)
        for place, strength in given.items():
            found[place] += weight * strength
            spread[place] += strength >= SURE and not piece.filler
    spoken = [place for place, piece in enumerate(pieces) if not piece.filler]
    pairs: defaultdict[int, float] = defaultdict(float)
    for one, other in pairwise(spoken):
        weight = NEIGHBOURS / 2 * (weights[one] + weights[other])
        total += weight
        given = _given(_pairs(pieces[one].features, pieces[other].features), index)
        for place, strength in given.items():
            pairs[place] += weight * strength
    return {
        place: _score(place, matched, pairs.get(place, 0.0), total, index)
        for place, matched in found.items()
        if matched and (spread[place] > 1 or not index.documents[place].bag)
    }


def _score(place: int, matched: float, paired: float, total: float, index: Index) -> float:
    document = index.documents[place]
    if document.bag:
        return document.factor * _share(matched, total)
    share = _share(matched + paired, total)
    covered = min(1.0, (matched + paired) / index.totals[place])
    return document.factor * share * (1 - SHORTER + SHORTER * covered)


def _share(found: float, total: float) -> float:
    """Return how much of the query was found; what was not found counts less than what was."""
    return found / (found + MISSED * max(0.0, total - found))


def _weight(piece: Piece, index: Index) -> float:
    """Return the weight of the commonest likely reading."""
    if piece.filler:
        return FILLER
    if not piece.features:
        return UNKNOWN
    best = max(piece.features.values())
    likely = [index.weight(f) for f, s in piece.features.items() if s >= best * LIKELY]
    return min((weight for weight in likely if weight), default=0.0)


def _given(features: Mapping[str, float], index: Index) -> dict[int, float]:
    """Return for each document the strength of the best reading that it has."""
    given: dict[int, float] = {}
    for feature, strength in features.items():
        for place in index.postings.get(feature, ()):
            if strength > given.get(place, 0.0):
                given[place] = strength
    return given


def _pairs(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    return {
        f"{first} {second}": strength * further
        for first, strength in _strongest(one)
        for second, further in _strongest(other)
    }


def _strongest(features: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(features.items(), key=lambda each: -each[1])[:PAIR_READINGS]
