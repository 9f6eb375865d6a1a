"""Priority categories, ratings, reasons, rules of calling and of signing in of the hall file."""

from collections.abc import Iterator

from shared.config.table import Table, Taken
from shared.config.words import Words
from shared.domain.ids import CategoryId
from shared.domain.plan import CallRules, Category, RatingLevel, RatingReason, StaffRules

FEWEST_LEVELS, MOST_LEVELS = 3, 5
AGE_MAX = 120


def read_categories(root: Table, words: Words) -> dict[CategoryId, Category]:
    """Return who is called before others."""
    categories: dict[CategoryId, Category] = {}
    for table, id_ in _named(root, "category"):
        min_age = table.maybe_whole("min_age", 1, AGE_MAX)
        category = Category(CategoryId(id_), words.names(table, "name"), min_age)
        categories[category.id] = category
        table.finish()
    return categories


def read_rating_levels(rating: Table, words: Words) -> tuple[RatingLevel, ...]:
    """Return the marks, best first."""
    levels = []
    for table, id_ in _named(rating, "level"):
        asks_reason = table.flag("asks_reason", False)
        levels.append(RatingLevel(id_, words.names(table, "name"), asks_reason))
        table.finish()
    if not FEWEST_LEVELS <= len(levels) <= MOST_LEVELS:
        message = f"{FEWEST_LEVELS} to {MOST_LEVELS} levels are needed, not {len(levels)}."
        rating.error("level", message)
    return tuple(levels)


def read_reasons(parent: Table, key: str, words: Words) -> tuple[RatingReason, ...]:
    """Return a list of reasons, for a poor mark or for a pause."""
    reasons = []
    for table, id_ in _named(parent, key):
        reasons.append(RatingReason(id_, words.names(table, "name")))
        table.finish()
    return tuple(reasons)


def read_call_rules(root: Table, rating: Table) -> CallRules:
    """Return how people are called."""
    table = root.table("calls")
    rules = CallRules(
        calls_before_missed=table.whole("calls_before_missed", 1, 10),
        between_calls_s=table.whole("between_calls_s", 5, 600),
        return_within_min=table.whole("return_within_min", 0, 720),
        rating_open_s=rating.whole("open_s", 10, 600),
    )
    table.finish()
    return rules


def read_staff_rules(root: Table) -> StaffRules:
    """Return how long staff stay signed in without a deed."""
    table = root.table("staff")
    rules = StaffRules(
        officer_idle_min=table.whole("officer_idle_min", 15, 1440),
        head_idle_min=table.whole("head_idle_min", 1, 240),
    )
    table.finish()
    return rules


def _named(parent: Table, key: str) -> Iterator[tuple[Table, str]]:
    taken = Taken()
    for table in parent.tables(key):
        id_ = table.identifier()
        taken.add(table, "id", id_)
        yield table, id_
