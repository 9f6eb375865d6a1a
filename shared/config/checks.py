"""What makes a hall file odd though it can be used: warnings over the whole plan."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from shared.config.findings import Findings, KeyPath
from shared.domain.devices import Devices
from shared.domain.ids import ServiceId
from shared.domain.opening import working_spans
from shared.domain.plan import Plan, Service

_MONDAY = date(2024, 1, 1)
_ANY_WEEK = tuple((_MONDAY + timedelta(days=n)).isoformat() for n in range(7))


def warn_of_oddities(
    plan: Plan, devices: Devices, places: Mapping[ServiceId, KeyPath], findings: Findings
) -> None:
    """Warn of services nobody can get and of counters nobody can see."""
    for service in plan.services.values():
        if message := _unreachable(plan, service):
            findings.warn(places[service.id], message)
    shown = {counter for board in devices.boards.values() for counter in board.counters}
    for place, counter in enumerate(plan.counters):
        if counter not in shown:
            message = f'No board shows "{counter}": its calls are neither seen nor heard.'
            findings.warn(("counter", place), message)


def _unreachable(plan: Plan, service: Service) -> str | None:
    if not any(service.id in counter.serves for counter in plan.counters.values()):
        return f'No counter serves "{service.id}".'
    without_holidays = replace(plan, holidays={})
    if not _any_span(without_holidays, service, _ANY_WEEK):
        return f'"{service.id}" is never open: its hours and those of its counters do not meet.'
    return None


def _any_span(plan: Plan, service: Service, days: Iterable[str]) -> bool:
    return any(working_spans(plan, service, day) for day in days)
