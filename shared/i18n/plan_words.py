"""Names from the hall's plan that need more than looking up."""

from shared.domain.ids import ServiceId
from shared.domain.plan import Category, Plan
from shared.i18n.words import Words, names_in


def category_name(category: Category, words: Words) -> str:
    """Return a priority category's name; ``{age}`` in it becomes the hall's age limit."""
    name = names_in(category.names, words.language)
    return name if category.min_age is None else name.replace("{age}", str(category.min_age))


def service_short_name(plan: Plan, service_id: ServiceId, words: Words) -> str:
    """Return a service's short name; where two have the same, with that of its field or group."""
    service = plan.services[service_id]
    name = names_in(service.short_names, words.language)
    same = [each for each in plan.services.values() if each.short_names == service.short_names]
    if len(same) == 1:
        return name
    return f"{name} ({names_in(plan.fields[service.field].short_names, words.language)})"
