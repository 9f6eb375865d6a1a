"""The hour at which a rehearsal begins."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from deploy.hall import SAMPLE
from deploy.processes import PartFailed
from deploy.rehearsal import morning_ms
from shared.config.loader import load_hall
from shared.domain.plan import Hours

NEVER = Hours(week=((),) * 7)


def test_a_rehearsal_begins_half_an_hour_after_the_next_opening() -> None:
    plan = load_hall(SAMPLE).plan
    local = timedelta(minutes=plan.utc_offset_min)
    begins = datetime.fromtimestamp(morning_ms(plan) / 1000, UTC) + local
    assert (begins.hour, begins.minute) == (8, 0)
    assert begins.weekday() != 6
    assert timedelta(days=-1) < begins - (datetime.now(UTC) + local) < timedelta(days=15)


def test_a_hall_that_never_opens_cannot_be_rehearsed() -> None:
    plan = load_hall(SAMPLE).plan
    closed = {id_: replace(each, hours=NEVER) for id_, each in plan.services.items()}
    with pytest.raises(PartFailed, match="never opens"):
        morning_ms(replace(plan, services=closed))
