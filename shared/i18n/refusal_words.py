"""Refusals of the rules in people's words."""

import re

import msgspec

from shared.domain.errors import OnBreak, OnHoliday, Refusal, ServiceClosed, WrongState
from shared.domain.plan import Plan
from shared.i18n.time_words import clock_time, day_in_words
from shared.i18n.words import Words, names_in


def refusal_text(refusal: Refusal, plan: Plan | None, words: Words) -> str:
    """Return a whole sentence; ``plan`` gives the names of holidays, if at hand."""
    key = "refusals." + re.sub(r"(?<!^)([A-Z])", r"_\1", type(refusal).__name__).lower()
    match refusal:
        case ServiceClosed(opens_day=day, opens_min=minute) if day:
            time = clock_time(minute)
            return words.text(f"{key}_opens", time=time, day=day_in_words(day, words))
        case OnBreak(until_min=minute):
            return words.text(key, time=clock_time(minute))
        case OnHoliday():
            return _holiday_text(key, refusal, plan, words)
        case WrongState(state=state):
            return words.text(key, state=words.text(f"refusals.state_{state}"))
    return words.text(key, **msgspec.structs.asdict(refusal))


def _holiday_text(key: str, refusal: OnHoliday, plan: Plan | None, words: Words) -> str:
    holiday = plan.holidays.get(refusal.date) if plan else None
    name = names_in(holiday.names, words.language) if holiday else refusal.date
    if not refusal.opens_day:
        return words.text(key, holiday=name)
    day, time = day_in_words(refusal.opens_day, words), clock_time(refusal.opens_min)
    return words.text(f"{key}_opens", holiday=name, time=time, day=day)
