"""``python -m deploy.measures.search_quality QUERIES.json``: how good the search is.

The queries are a JSON list of ``{query, wants, kind}``: ``wants`` are the right procedures, none
where the hall does not handle the matter. For each kind of query the share answered by the first
code, by one of the first three, and the mean reciprocal rank.
"""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from deploy.measures.row import percentile
from shared.catalog.answer import Answer
from shared.catalog.search.search import Search
from shared.catalog.search_command import read_catalog


class Query(msgspec.Struct):
    """A query and the procedures that answer it."""

    query: str
    wants: list[str]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Quality:
    """Shares of a group of queries."""

    count: int
    top_1: float
    top_3: float
    mrr: float

    def __str__(self) -> str:
        return (
            f"{self.count:5}  top-1 {self.top_1:6.1%}  top-3 {self.top_3:6.1%}  MRR {self.mrr:.3f}"
        )


def main(argv: list[str] | None = None) -> int:
    """Print the figures and return 0; 0 too, with a word, where there are no queries."""
    parser = argparse.ArgumentParser(prog="python -m deploy.measures.search_quality")
    parser.add_argument("queries", type=Path, metavar="QUERIES.json")
    parser.add_argument("--catalog", type=Path, metavar="FILE", help="see motcua search --help")
    parser.add_argument("--misses", action="store_true", help="list what was not among the first 3")
    options = parser.parse_args(argv)
    if not options.queries.exists():
        print(f"no queries to measure with: {options.queries} is not here")
        return 0
    queries = msgspec.json.decode(options.queries.read_bytes(), type=list[Query])
    catalog = read_catalog(options.catalog)
    known = {procedure.code for procedure in catalog.procedures}
    asked = [query for query in queries if not query.wants or known & set(query.wants)]
    left_out = len(queries) - len(asked)
    print(f"{len(known)} procedures; {left_out} queries left out: what they want is not there")
    search = Search(catalog)
    ranks: defaultdict[str, list[int]] = defaultdict(list)
    times_ms: list[float] = []
    for query in asked:
        begun = time.perf_counter()
        answer = search.answer(query.query)
        times_ms.append((time.perf_counter() - begun) * 1000)
        place = rank(answer, query.wants)
        ranks[query.kind].append(place)
        if options.misses and not 1 <= place <= 3:
            print(f"  missed: {query.query} -> {', '.join(answer.codes[:3]) or 'nothing'}")
    for kind, found in ranks.items():
        print(f"  {kind:20} {quality(found)}")
    print(f"  {'all':20} {quality(place for found in ranks.values() for place in found)}")
    print(
        f"  a query: p50 {percentile(times_ms, 50):.1f} ms, p99 {percentile(times_ms, 99):.1f} ms"
    )
    return 0


def rank(answer: Answer, wants: list[str]) -> int:
    """Return the place of the first right answer from 1 on, 0 when there is none."""
    if not wants:
        return int(answer.out_of_scope is not None or not answer.codes)
    return next((place for place, code in enumerate(answer.codes, 1) if code in wants), 0)


def quality(ranks: Iterable[int]) -> Quality:
    """Return the shares of these ranks."""
    found = list(ranks)
    count = max(1, len(found))
    return Quality(
        count=len(found),
        top_1=sum(rank == 1 for rank in found) / count,
        top_3=sum(1 <= rank <= 3 for rank in found) / count,
        mrr=sum(1 / rank for rank in found if rank) / count,
    )


if __name__ == "__main__":
    sys.exit(main())
