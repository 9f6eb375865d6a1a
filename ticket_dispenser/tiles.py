"""What the dispenser offers to touch: fields, services under their groups, priority groups. Pure.

Names stand still while people read them; what changes by the minute (who waits, why a service
is shut) is told apart, so that a tile under a finger stays the same tile.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from shared.domain.errors import AnyRefusal, OnHoliday
from shared.domain.ids import FieldId, ServiceId
from shared.domain.plan import Plan, Service
from shared.i18n import Words, names_in
from shared.i18n.plan_words import category_name
from shared.i18n.refusal_words import refusal_text
from shared.i18n.search import finds, folded
from shared.i18n.time_words import clock_time, day_in_words
from shared.protocol.session import LinkState
from shared.protocol.topics import ServiceNow
from ticket_dispenser.view_state import Page, ViewState


def field_tiles(state: ViewState, words: Words) -> list[dict[str, str]]:
    """Return the doors of the first page: the top fields."""
    fields = state.setup.plan.fields.values() if state.setup else ()
    return [
        {"id": field.id, "name": names_in(field.names, words.language)}
        for field in fields
        if field.parent is None
    ]


def service_sections(state: ViewState, words: Words) -> list[dict[str, Any]]:
    """Return the services in question, each run of them under the name of its field or group."""
    if state.setup is None:
        return []
    plan = state.setup.plan
    runs = groupby(_asked_for(state), key=lambda service: service.field)
    return [
        {
            "heading": _heading(plan, field, state.field, words),
            "services": [_service_tile(service, words) for service in services],
        }
        for field, services in runs
    ]


def field_now(state: ViewState, field: FieldId, words: Words) -> dict[str, Any]:
    """Return who waits in a field now, and why none of its services gives numbers, if so."""
    assert state.setup is not None
    nows = [_now(state, service.id) for service in services_in(state.setup.plan, field)]
    refusals = [now.refusal for now in nows if now is not None and now.refusal is not None]
    shut = bool(nows) and len(refusals) == len(nows)
    refusal = max(refusals, key=refusals.count) if shut else None
    waiting = sum(now.waiting for now in nows if now is not None)
    return _shown_now(state, str(waiting), refusal, words)


def service_now(state: ViewState, service: ServiceId, words: Words) -> dict[str, Any]:
    """Return who waits for a service now, and why it gives no numbers, if so."""
    now = _now(state, service)
    if now is None:
        return _shown_now(state, "", None, words)
    return _shown_now(state, str(now.waiting), now.refusal, words)


def category_tiles(state: ViewState, words: Words) -> list[dict[str, Any]]:
    """Return the priority categories as choices."""
    if state.setup is None:
        return []
    return [
        {
            "id": category.id,
            "name": category_name(category, words),
            "chosen": category.id == state.category,
        }
        for category in state.setup.plan.categories.values()
    ]


def services_in(plan: Plan, field: FieldId) -> list[Service]:
    """Return the services of a field and of its groups."""
    return [service for service in plan.services.values() if field in _above(plan, service.field)]


def _above(plan: Plan, field: FieldId) -> Iterator[FieldId]:
    """Yield a field or group, and what it stands in."""
    at: FieldId | None = field
    while at is not None:
        yield at
        at = plan.fields[at].parent


def _heading(plan: Plan, field: FieldId, chosen: FieldId | None, words: Words) -> str:
    """Return the path from the chosen field, not in it, down to a field; "" for itself."""
    path = [each for each in _above(plan, field) if each != chosen]
    return " · ".join(names_in(plan.fields[each].names, words.language) for each in reversed(path))


def _service_tile(service: Service, words: Words) -> dict[str, str]:
    papers = "; ".join(names_in(each, words.language) for each in service.bring)
    return {
        "id": service.id,
        "name": names_in(service.names, words.language),
        "bring": words.text("dispenser.bring", papers=papers) if papers else "",
    }


def _asked_for(state: ViewState) -> list[Service]:
    assert state.setup is not None
    plan = state.setup.plan
    if state.page is Page.SEARCH:
        return _matching(plan, state.query)
    if state.found is not None:
        return [plan.services[state.found]]
    return list(plan.services.values()) if state.field is None else services_in(plan, state.field)


def _matching(plan: Plan, query: str) -> list[Service]:
    """Return the services found by their names and fields, those that are called so first."""
    called = folded(query).strip()
    services = [each for each in plan.services.values() if finds(query, _all_names(plan, each))]
    return sorted(services, key=lambda service: called not in folded(_own_names(service)))


def _all_names(plan: Plan, service: Service) -> str:
    fields = [plan.fields[each] for each in _above(plan, service.field)]
    return " ".join([_own_names(service), *(name for f in fields for name in f.names.values())])


def _own_names(service: Service) -> str:
    return " ".join([*service.names.values(), *service.short_names.values()])


def _now(state: ViewState, service: ServiceId) -> ServiceNow | None:
    services = state.now.services if state.now else ()
    return next((now for now in services if now.service == service), None)


def _shown_now(
    state: ViewState, waiting: str, refusal: AnyRefusal | None, words: Words
) -> dict[str, Any]:
    reason = "" if refusal is None else _reason(state, refusal, words)
    fresh = state.link.state is LinkState.CONNECTED
    return {"waiting": waiting if fresh else "", "reason": reason, "shut": refusal is not None}


def _reason(state: ViewState, refusal: AnyRefusal, words: Words) -> str:
    """Return why a tile is shut as far as the banner does not say it of the whole hall."""
    if state.now is not None and refusal == state.now.refusal:
        return ""
    if isinstance(refusal, OnHoliday) and refusal.opens_day:
        day, time = day_in_words(refusal.opens_day, words), clock_time(refusal.opens_min)
        return words.text("dispenser.opens", time=time, day=day)
    return refusal_text(refusal, state.setup.plan if state.setup else None, words)
