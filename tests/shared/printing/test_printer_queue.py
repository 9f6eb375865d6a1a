"""One printer's queue: jobs in order, looks at rest, every change told once."""

import queue
import threading
from collections.abc import Iterator

import pytest

from shared.domain.slips import PrintOutcome, Proof
from shared.printing import printer_queue
from shared.printing.asking import PrinterNow
from shared.printing.job import Ended
from shared.printing.picture import Paper, Picture
from shared.printing.printer import Draw
from shared.printing.printer_queue import PrinterQueue, PrintJob
from shared.printing.status import Trouble

DOT = Picture(16, 1, b"\x80\x00")
PRINTED = Ended(PrintOutcome.PRINTED, Proof.PROCESS_ID)
FAILED = Ended(PrintOutcome.NOT_SENT, trouble=Trouble.PAPER_END)
Told = queue.Queue[object]


class StandIn:
    """Stands where Printer stands; what it is asked, the test hears of."""

    is_open, next_look_ms = True, 0

    def __init__(self, told: Told) -> None:
        self.now = PrinterNow()
        self.told = told
        self.paper = Paper(16)
        self.looked, self.listened = threading.Event(), threading.Event()
        self.ends = PRINTED

    def look(self) -> None:
        self.next_look_ms = 600_000
        self.looked.set()

    def listen(self) -> None:
        self.listened.set()

    def print(self, draw: Draw) -> Ended:
        assert draw(self.paper) == DOT
        if self.ends is FAILED:
            self.now = PrinterNow(looked=True, trouble=Trouble.PAPER_END)
        return self.ends

    def close(self) -> None:
        self.told.put("closed")


@pytest.fixture
def told() -> Told:
    return queue.Queue()


@pytest.fixture
def stand_in(told: Told, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    monkeypatch.setattr(printer_queue, "LISTEN_S", 0.01)
    return StandIn(told)


@pytest.fixture
def jobs(stand_in: StandIn, told: Told) -> Iterator[PrinterQueue]:
    jobs = PrinterQueue(
        stand_in,  # type: ignore[arg-type]  # a stand-in
        ended=lambda job, ended: told.put((job.key, ended.outcome)),
        changed=told.put,
    )
    yield jobs
    jobs.stop()


def job(key: str) -> PrintJob:
    return PrintJob(key, lambda paper: DOT)


def test_jobs_come_out_in_order_and_the_last_one_before_the_end(
    jobs: PrinterQueue, told: Told
) -> None:
    for key in ("one", "two", "three"):
        jobs.put(job(key))
    jobs.stop()
    ends = [told.get(timeout=10) for _ in range(4)]
    out = PrintOutcome.PRINTED
    assert ends == [("one", out), ("two", out), ("three", out), "closed"]


def test_at_rest_it_looks_and_listens(jobs: PrinterQueue, stand_in: StandIn) -> None:
    assert stand_in.looked.wait(10)
    assert stand_in.listened.wait(10)


def test_a_printer_that_failed_is_known_before_its_job_is_told(
    jobs: PrinterQueue, stand_in: StandIn, told: Told
) -> None:
    stand_in.ends = FAILED
    jobs.put(job("one"))
    assert told.get(timeout=10) == PrinterNow(looked=True, trouble=Trouble.PAPER_END)
    assert told.get(timeout=10) == ("one", PrintOutcome.NOT_SENT)
    jobs.put(job("two"))
    assert told.get(timeout=10) == ("two", PrintOutcome.NOT_SENT), "told once"
