"""The sheets of signing in and of the head: what each asks, and the task an answer makes."""

from dataclasses import replace

import pytest

from counter_terminal import staff_sheets
from counter_terminal.sheets import sheet_words
from counter_terminal.view_state import (
    HEAD,
    Asked,
    EntryNeeded,
    Listed,
    SheetOpened,
    Tick,
    ViewState,
    may_use,
    update,
)
from shared.domain.commands import Role
from shared.domain.errors import HeadIdle
from shared.domain.ids import OfficerId
from shared.domain.tasks import (
    AnyTask,
    CodeGiven,
    DeviceList,
    InviteOfficer,
    KnownDevice,
    ListDevices,
    OpenPairing,
    PairDevice,
    RenameDevice,
    RevokeDevice,
    SignInHead,
    SignInOfficer,
    SignOutHead,
    TaskDone,
    WaitingDevice,
)
from shared.protocol.messages import Managed, Refused
from shared.protocol.session import LinkChanged, LinkState
from tests.counter_terminal.test_view_state import VI, known


def device(role: Role, place: str, mark: str, revoked_ms: int = 0) -> KnownDevice:
    return KnownDevice(mark, role, place, "", 1, 0, revoked_ms, True)


LISTED = DeviceList(
    devices=(
        device(Role.HEAD, "hub", "00000000"),
        device(Role.COUNTER, "counter-3", "AAAA1111"),
        device(Role.COUNTER, "counter-2", "BBBB2222", revoked_ms=5),
        device(Role.BOARD, "board-1", "CCCC3333"),
    ),
    waiting=(WaitingDevice("7F3A", Role.COUNTER, "", "10.0.0.9"),),
    open_s=290,
    guesses_left=5,
)


def at(sheet: str, code: str = "") -> ViewState:
    state = known(sheet=sheet)
    return replace(state, listed=LISTED, code=code)


def ids(state: ViewState) -> list[str]:
    return [id_ for id_, _ in staff_sheets.choices(state, VI)]


@pytest.mark.parametrize(
    ("sheet", "choice", "text", "task"),
    [
        ("pin:lan", "enter", "402718", SignInOfficer(OfficerId("lan"), "402718")),
        ("new_pin:lan", "enter", "402718", SignInOfficer(OfficerId("lan"), "CODE", "402718")),
        (f"pin:{HEAD}", "enter", "word", SignInHead("word")),
        (f"new_pin:{HEAD}", "enter", "word", SignInHead("CODE", "word")),
        ("head", "add", "", OpenPairing()),
        ("head", "devices", "", ListDevices()),
        ("head", "leave", "", SignOutHead()),
        ("officers", "lan", "", InviteOfficer(OfficerId("lan"))),
        ("device:AAAA1111", "revoke", "", RevokeDevice("AAAA1111")),
        ("device:AAAA1111", "rename", " cũ ", RenameDevice("AAAA1111", "cũ")),
        ("code:7F3A", "counter-1", "482 913", PairDevice("7F3A", "482913", "counter-1")),
        (
            "code:7F3A",
            "counter-3:AAAA1111",
            "482913",
            PairDevice("7F3A", "482913", "counter-3", replaces="AAAA1111"),
        ),
    ],
)
def test_an_answer_makes_its_task(sheet: str, choice: str, text: str, task: AnyTask) -> None:
    made = staff_sheets.task_for(at(sheet, code="CODE"), choice, text)
    assert made is not None
    assert made[0] == task


@pytest.mark.parametrize(
    ("sheet", "choice", "text"),
    [
        ("pin:lan", "enter", ""),
        ("device:AAAA1111", "rename", "  "),
        ("code:7F3A", "counter-1", "48291"),
        ("code:7F3A", "counter-1", "48291a"),
        ("head", "nonsense", ""),
    ],
)
def test_an_answer_that_lacks_something_makes_none(sheet: str, choice: str, text: str) -> None:
    assert staff_sheets.task_for(at(sheet), choice, text) is None


@pytest.mark.parametrize(
    ("sheet", "choice", "text", "after"),
    [
        ("sign_in", "lan", "", "pin:lan"),
        ("pin:lan", "first", "ABCDE-FGH23", "new_pin:lan"),
        ("pin:lan", "first", "", ""),
        ("pin:lan", "enter", "402718", ""),
        ("waiting", "7F3A", "", "code:7F3A"),
        ("devices", "AAAA1111", "", "device:AAAA1111"),
        ("head", "officers", "", "officers"),
        ("head", "add", "", ""),
    ],
)
def test_some_answers_only_lead_on(sheet: str, choice: str, text: str, after: str) -> None:
    assert staff_sheets.next_sheet(at(sheet), choice, text) == after


def test_officers_and_the_head_may_sign_in() -> None:
    assert ids(at("sign_in")) == ["lan", "minh", HEAD]
    assert ids(at("officers")) == ["lan", "minh"]
    assert ids(at("pin:lan")) == ["enter", "first"]
    assert ids(at("new_pin:lan")) == ["enter"]
    assert ids(at("head")) == ["add", "devices", "officers", "leave"]


def test_a_waiting_device_may_stand_at_any_place_of_its_role_or_take_one() -> None:
    assert ids(at("waiting")) == ["7F3A"]
    assert ids(at("code:7F3A")) == [
        "counter-1", "counter-2", "counter-3", "counter-3:AAAA1111",
    ]  # fmt: skip
    assert ids(at("code:GONE")) == []


@pytest.mark.parametrize(
    ("role", "places"),
    [
        (Role.PANEL, ["counter-1", "counter-2", "counter-3"]),
        (Role.BOARD, ["board-1", "board-1:CCCC3333"]),
        (Role.DISPENSER, ["dispenser-1"]),
        (Role.KIOSK, ["kiosk-1"]),
        (Role.OBSERVER, []),
    ],
)
def test_each_role_has_its_places(role: Role, places: list[str]) -> None:
    waiting = (WaitingDevice("7F3A", role, "", "10.0.0.9"),)
    listed = DeviceList(LISTED.devices, waiting, LISTED.open_s, LISTED.guesses_left)
    assert ids(replace(at("code:7F3A"), listed=listed)) == places


def test_the_list_shows_devices_that_may_be_used() -> None:
    assert ids(at("devices")) == ["AAAA1111", "CCCC3333"]
    assert ids(at("device:AAAA1111")) == ["rename", "revoke"]
    before = replace(at("devices"), listed=None)
    assert ids(before) == []
    assert ids(replace(before, sheet="waiting")) == []
    assert ids(replace(before, sheet="code:7F3A")) == []


@pytest.mark.parametrize(
    "sheet",
    ["sign_in", "pin:lan", f"pin:{HEAD}", "new_pin:lan", f"new_pin:{HEAD}", "head", "waiting",
     "devices", "device:AAAA1111", "officers", "code:7F3A"],
)  # fmt: skip
def test_every_sheet_has_its_words_and_hides_secrets(sheet: str) -> None:
    words = sheet_words(at(sheet), VI)
    assert words["title"]
    assert "{" not in words["title"]
    assert words["secret"] is sheet.startswith(("pin", "new_pin"))
    without = sheet_words(replace(at(sheet), listed=None), VI)
    assert "{" not in without["title"]


def test_the_head_is_signed_in_until_leaving_or_losing_the_link() -> None:
    asked = update(at(f"pin:{HEAD}"), Asked("request-1", then="head"))
    assert asked.sheet == ""
    signed_in = update(asked, Managed("request-1", TaskDone()))
    assert (signed_in.head, signed_in.sheet) == (True, "head")
    assert ("head", "Ctrl+D") in may_use(signed_in)
    lost = update(signed_in, LinkChanged(LinkState.LOST, 0))
    assert not lost.head
    leaving = update(signed_in, Asked("request-2", then=""))
    assert not update(leaving, Managed("request-2", TaskDone())).head


def test_the_head_who_does_nothing_goes_with_all_that_only_the_head_may_see() -> None:
    asked = update(at(f"pin:{HEAD}"), Asked("request-1", then="head"))
    here = update(asked, Managed("request-1", TaskDone()))
    late = 15 * 60_000
    assert update(here, Tick(late - 1, 0)).head
    left = update(replace(here, given_code="ABCDE-FGH23", listed=LISTED), Tick(late, 0))
    assert (left.head, left.sheet, left.given_code, left.listed) == (False, "", "", None)
    assert "15" in left.notice
    busy = update(update(here, Tick(late - 1, 0)), Asked("request-2", then="waiting"))
    assert update(busy, Tick(late, 0)).head
    serving = update(replace(here, sheet="finish"), Tick(late, 0))
    assert (serving.head, serving.sheet) == (False, "finish"), "the officer works on"


def test_the_hub_says_that_the_head_is_signed_in_no_longer() -> None:
    looking = update(replace(at("waiting"), head=True), Listed("request-1"))
    left = update(looking, Refused("request-1", HeadIdle(minutes=15)))
    assert (left.head, left.sheet) == (False, "")
    assert "15" in left.notice


def test_lists_and_codes_are_kept_as_they_come() -> None:
    looking = update(at("waiting"), Listed("request-1"))
    assert update(replace(looking, listed=None), Managed("request-1", LISTED)).listed == LISTED
    asked = update(at("officers"), Asked("request-2", then="given"))
    given = update(asked, Managed("request-2", CodeGiven("ABCDE-FGH23", 0)))
    assert (given.sheet, given.given_code) == ("given", "ABCDE-FGH23")
    assert sheet_words(given, VI)["title"] == VI.text("counter.given_code")


def test_a_one_time_code_is_kept_no_longer_than_its_sheet() -> None:
    typed = update(at("pin:lan"), SheetOpened("new_pin:lan", code="ABCDE-FGH23"))
    assert typed.code == "ABCDE-FGH23"
    assert update(typed, Asked("request-1", then="")).code == ""
    assert update(typed, SheetOpened("")).code == ""


def test_an_empty_line_is_asked_for() -> None:
    assert update(at("pin:lan"), EntryNeeded()).notice == VI.text("counter.entry_needed")
