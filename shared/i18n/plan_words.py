"""Names from the hall's plan that need more than looking up."""

from shared.domain.plan import Category
from shared.i18n.words import Words, names_in


def category_name(category: Category, words: Words) -> str:
    """Return a priority category's name; ``{age}`` in it becomes the hall's age limit."""
    name = names_in(category.names, words.language)
    return name if category.min_age is None else name.replace("{age}", str(category.min_age))
