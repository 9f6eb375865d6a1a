"""The index of one catalogue: what every saying and name is made of, and what each is worth.

PURE, and in memory on purpose: 2,642 names and 2,400 sayings hold some 30,000 features, a few
megabytes, and one key costs a few milliseconds. SQLite's FTS5 was weighed and left: it knows
neither readings with strengths nor how much of a name was asked for, both of which decide here,
so its answer would have to be taken apart and counted again.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

WEAK = 0.35

INCIDENTAL = 0.4
OFTEN = 6
"""The share of its weight that a word keeps which a target says once; all of it, if this often."""


NEIGHBOURS = 0.5
"""A pair of neighbours is worth this share of its two words."""


@dataclass(frozen=True, slots=True)
class Document:
    """A saying or a name, and what it leads to; ``factor`` is how far it is trusted.

    A ``bag`` holds all words of a need without their order, so that words of two sayings
    together find it too.
    """

    target: str
    features: tuple[str, ...]
    factor: float = 1.0
    bag: bool = False


class Index:
    """Documents by feature, the weight of each feature, and the weight of each document."""

    def __init__(self, documents: Sequence[Document], weak: Collection[str] = ()) -> None:
        """Index the documents; features that are ``weak`` are worth half of what is usual."""
        self.documents = documents
        self.postings: defaultdict[str, list[int]] = defaultdict(list)
        self._weights = _weights(documents)
        for feature in weak:
            self._weights[feature] = WEAK * self._weights.get(feature, 0.0)
        for place, document in enumerate(documents):
            pairs = () if document.bag else neighbours(document.features)
            for feature in {*document.features, *pairs}:
                self.postings[feature].append(place)
        self.totals = [self.worth(document.features) for document in documents]

    def weight(self, feature: str) -> float:
        """Return what a single word or group is worth: the rarer, the more."""
        return self._weights.get(feature, 0.0)

    def worth(self, features: Sequence[str]) -> float:
        """Return what these features are worth together, in this order."""
        weights = [self.weight(feature) for feature in features]
        pairs = sum(one + other for one, other in pairwise(weights))
        return sum(weights) + NEIGHBOURS / 2 * pairs


def neighbours(features: Sequence[str]) -> list[str]:
    """Return the features of each two that stand side by side."""
    return [f"{one} {other}" for one, other in pairwise(features)]


def _weights(documents: Sequence[Document]) -> dict[str, float]:
    """Return the weight of each feature: the fewer targets have it, and the more often each
    says it, the more it is what a target is about."""
    targets: defaultdict[str, set[str]] = defaultdict(set)
    sayings: defaultdict[str, int] = defaultdict(int)
    for document in documents:
        for feature in set(document.features):
            targets[feature].add(document.target)
            sayings[feature] += not document.bag
    total = len({document.target for document in documents})
    weights = {}
    for feature, found in targets.items():
        often = min(1.0, math.log(max(1.0, sayings[feature] / len(found))) / math.log(OFTEN))
        share = INCIDENTAL + (1 - INCIDENTAL) * often
        weights[feature] = math.log(1 + total / len(found)) * share
    return weights
