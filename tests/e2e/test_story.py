"""The whole story with the real processes: take, print, call, show, speak, begin, finish, rate."""

import asyncio
import json
import re
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from deploy.hall import SAMPLE
from deploy.processes import Parts
from deploy.rehearsal import morning_ms, sign_in_first
from shared.config.loader import load_hall
from shared.domain.ids import ServiceId, TicketId
from shared.link.staff_call import invited
from shared.printing.layout import PAPERS
from shared.printing.raster import ticket_picture
from shared.printing.ticket_words import ticket_content
from shared.printing.virtual.mechanism import Slip
from shared.protocol.messages import NumberGiven
from shared.storage.event_log import EventLog
from shared.storage.verify import verify
from shared.ui.rehearsal_client import PlayedApp
from tests.fakes.printers import served

pytestmark = pytest.mark.xdist_group("serial")


def played(parts_env: dict[str, str], hub: str, tmp_path: Path, cast: ExitStack) -> Slip:
    """Play one citizen's visit; return the paper."""
    paper = cast.enter_context(served())

    def app(module: str, place: str, *options: str) -> PlayedApp:
        words = ("--hub", hub, "--place", place, *options)
        log = tmp_path / f"{module}.log"
        return cast.enter_context(PlayedApp(module, *words, env=parts_env, log=log))

    board = app("display_board", "board-left")
    counter = app("counter_terminal", "counter-1")
    dispenser = app("ticket_dispenser", "dispenser-1", "--printer", paper.address)
    dispenser.press("field-civil-status")
    dispenser.press("service-birth")
    dispenser.await_("number", "text", "A001")
    dispenser.says("paper", "Xin lấy phiếu")
    counter.window("staff")
    counter.press("act-sign_in")
    counter.press("choice-officer-1")
    keeper = tmp_path / "data" / "keys" / "keeper.pem"
    sign_in_first(counter, asyncio.run(invited(hub, keeper, "officer-1")))
    counter.press("act-next")
    board.await_("call-A001", "visible", True)
    counter.press("act-begin")
    counter.press("act-finish")
    counter.press("choice-accepted")
    counter.window("panel")
    counter.press("mark-very-satisfied")
    counter.await_("headline", "text", "Xin cảm ơn ông/bà")
    counter.window("staff")
    counter.says("last-call", "đọc xong sau")
    return paper.slip()


def events_of(data: Path) -> list[dict[str, object]]:
    log = EventLog(data)
    events = [json.loads(row.body) for row in log.today()]
    log.close()
    return events


def test_one_citizens_morning(
    qapp: QGuiApplication, fonts: None, tmp_path: Path, sound_card: dict[str, str]
) -> None:
    setup = load_hall(SAMPLE)
    data = tmp_path / "data"
    env = sound_card | {"XDG_STATE_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    start = str(morning_ms(setup.plan))
    with Parts(tmp_path / "logs", env) as parts, ExitStack() as cast:
        line = parts.start_ready(
            "hub", "shared.hub", "--data", str(data), "--hall", str(SAMPLE), "--port", "0",
            "--no-mdns", "--start-at", start,
        )  # fmt: skip
        paper = played(env, line.split()[2], tmp_path, cast)
    events = events_of(data)
    assert [e["event"] for e in events if e["event"] not in ("CallShown", "CallSpoken")] == [
        "DayOpened", "TicketIssued", "PrintQueued", "TicketPrinted", "CounterOpened",
        "TicketCalled", "ServiceBegun", "ServiceFinished", "TicketFinished", "ServiceRated",
    ]  # fmt: skip
    assert events[3]["proof"] == "process_id"
    assert {"CallShown", "CallSpoken"} <= {str(e["event"]) for e in events}
    assert verify(data).bad_seq is None
    issued = events[1]
    ticket = NumberGiven(
        TicketId(str(issued["ticket"])), "A001", str(issued["token"]), ServiceId("birth"), 0,
        issued_ms(data),
    )  # fmt: skip
    drawn = ticket_picture(ticket_content(ticket, setup.plan, "vi"), PAPERS[80])
    assert paper.body == drawn, "the paper is not what was meant"


def issued_ms(data: Path) -> int:
    log = EventLog(data)
    row = next(row for row in log.today() if re.search('"TicketIssued"', row.body))
    log.close()
    return row.at_ms
