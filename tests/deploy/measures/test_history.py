"""The bench's long past is a real log, as far as a hub can tell."""

from contextlib import closing
from pathlib import Path

import pytest

from deploy.measures.history import write_history
from deploy.measures.hub_process import bench_plan
from shared.clock import HallClock
from shared.domain.hall import TicketState
from shared.hub.service import Service
from shared.storage.event_log import EventLog
from shared.storage.verify import verify


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three days of two thousand tickets."""
    folder = tmp_path_factory.mktemp("past")
    write_history(folder, 6_000)
    return folder


def test_the_past_is_whole(past: Path) -> None:
    assert verify(past).bad_seq is None
    assert verify(past).rows == 3 * (2_000 * 8 + 1)


def test_a_hub_starts_over_it_and_knows_the_last_day(past: Path) -> None:
    with closing(EventLog(past)) as log:
        service = Service(log, bench_plan(), HallClock(), lambda hall: None)
    states = [ticket.state for ticket in service.hall.tickets.values()]
    assert states == [TicketState.FINISHED] * 2_000
    assert service.hall.counters[next(iter(bench_plan().counters))].finished_today == 2_000


def test_answers_are_kept_for_two_days(past: Path) -> None:
    with closing(EventLog(past)) as log:
        kept = [reply.request for reply in log.replies_since(0)]
    assert len(set(kept)) == len(kept) == 3 * 2_000 * 7, "the first day's end is 48 h away"
