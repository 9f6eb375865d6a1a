"""When the sample hall's clock starts, so that it can be tried at any hour. Pure."""

from datetime import UTC, datetime, timedelta

from shared.domain.opening import business_day, hours_refusal, working_spans
from shared.domain.plan import Plan

AFTER_OPENING_MIN = 30
LOOK_BACK_DAYS = 30


def trial_start_ms(plan: Plan, now: int) -> int | None:
    """Return when (UTC ms) the hall was last half an hour open, or None while it is open now.

    It is never later than now: the log's time never goes back. None too if it never opens.
    """
    day = business_day(plan, now)
    services = list(plan.services.values())
    if any(hours_refusal(plan, service, day, now) is None for service in services):
        return None
    openings = [
        _moment_ms(plan, earlier, span.start_min + AFTER_OPENING_MIN)
        for earlier in _days_back(day)
        for service in services
        for span in working_spans(plan, service, earlier)
    ]
    return max((opening for opening in openings if opening <= now), default=None)


def _days_back(day: str) -> list[str]:
    last = datetime.fromisoformat(day)
    return [(last - timedelta(days=back)).date().isoformat() for back in range(LOOK_BACK_DAYS)]


def _moment_ms(plan: Plan, day: str, minute: int) -> int:
    midnight = datetime.fromisoformat(day).replace(tzinfo=UTC)
    moment = midnight + timedelta(minutes=minute - plan.utc_offset_min)
    return int(moment.timestamp() * 1000)
