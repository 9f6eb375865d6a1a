"""How people ask: seventeen hundred phrasings over the sample catalogue, most written before the
words that answer them. ``-`` in phrasings.tsv: not done in a commune's hall.
"""

from collections import defaultdict
from pathlib import Path

from shared.catalog.search.search import Search
from shared.catalog.search_command import read_catalog

PHRASINGS = Path(__file__).with_name("phrasings.tsv")
TOP_3 = 0.95
TOP_3_OF_A_KIND = 0.9


def test_the_right_procedure_is_among_the_first_three() -> None:
    search = Search(read_catalog(None))
    hits: defaultdict[str, list[bool]] = defaultdict(list)
    missed = []
    for line in PHRASINGS.read_text(encoding="utf-8").splitlines()[1:]:
        kind, query, wanted = line.split("\t")
        answer = search.answer(query)
        if wanted == "-":
            hit = answer.out_of_scope is not None or not answer.codes
        else:
            hit = bool(set(wanted.split()) & set(answer.codes[:3]))
        hits[kind].append(hit)
        missed += [] if hit else [f"{kind}: {query} -> {answer.codes[:3]}"]
    every = [hit for found in hits.values() for hit in found]
    assert len(every) > 1600
    assert sum(every) / len(every) >= TOP_3, missed
    poor = [kind for kind, found in hits.items() if sum(found) / len(found) < TOP_3_OF_A_KIND]
    assert poor == [], missed
