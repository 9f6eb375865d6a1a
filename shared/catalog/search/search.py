"""The search over one catalogue; built once, asked at every key. PURE."""

from shared.catalog.answer import Answer
from shared.catalog.catalog import Catalog
from shared.catalog.search.text import folded, syllables

BEST = 3
SHOWN = 20


class Search:
    """Answers queries over one catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._names = [
            (each.code, set(syllables(folded(f"{each.name} {each.title('vi')}"))))
            for each in catalog.procedures
        ]

    def answer(self, query: str) -> Answer:
        """Return what to show for a query, whole or still being typed."""
        asked = set(syllables(folded(query)))
        ranked = sorted(
            (-len(asked & name) / len(asked), len(name), code)
            for code, name in self._names
            if asked & name
        )
        codes = tuple(code for *_, code in ranked[:SHOWN])
        return Answer(query, codes, min(BEST, len(codes)))
