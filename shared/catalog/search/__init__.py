"""From the words people use to the procedures they need. Pure; see search.Search."""

from shared.catalog.search.search import Search

__all__ = ["Search"]
