"""Staff's affairs at a real hub: signing in, the head at a counter, lists, and who may not."""

import asyncio
import logging
from pathlib import Path

import pytest

from shared.clock import HallClock
from shared.domain.commands import CallNext, Role
from shared.domain.errors import (
    HeadIdle,
    NotAllowed,
    Refusal,
    SecretNotChosen,
    SecretTooWeak,
    TryLater,
    UnknownDevice,
    UnknownOfficer,
    UnknownPlace,
    WrongSecret,
)
from shared.domain.ids import OfficerId
from shared.domain.tasks import (
    AnyTask,
    CodeGiven,
    DeviceList,
    EnrolDevice,
    ForgetOfficer,
    InviteOfficer,
    ListDevices,
    ListOfficers,
    OfficerList,
    RenameDevice,
    RevokeDevice,
    SignInHead,
    SignInOfficer,
    SignOutHead,
    TaskDone,
)
from shared.identity.backoff import FREE_TRIES
from shared.identity.credentials import load_credentials
from shared.identity.people import HEAD
from shared.link.staff_call import TaskRefused, asked
from shared.protocol.messages import Accepted, Done, Managed, Refused
from shared.protocol.topics import CounterDesk
from tests.fakes.client import PIN, Client, HubAt, greeted
from tests.fakes.halls import BOARD, MONDAY_8_AM, ONE, TWO, at
from tests.shared.hub.conftest import StartHub

LAN = OfficerId("lan")
PASSWORD = "ba con mèo nhỏ"


async def refusal(client: Client, task: AnyTask) -> Refusal:
    answer = await client.manage(task)
    assert isinstance(answer, Refused), answer
    return answer.refusal


async def done(client: Client, task: AnyTask) -> object:
    answer = await client.manage(task)
    assert isinstance(answer, Managed), answer
    return answer.result


async def head_signed_in(hub: HubAt, client: Client) -> None:
    code = await hub.invitation(HEAD)
    assert await done(client, SignInHead(password=code, new_password=PASSWORD)) == TaskDone()


def test_an_officer_opens_a_counter_with_a_pin_that_reaches_no_disk(
    start_hub: StartHub, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def story() -> None:
        async with start_hub() as hub, greeted(hub, at(ONE)) as staff:
            sign_in = SignInOfficer(officer=LAN, pin=PIN)
            assert await refusal(staff, sign_in) == SecretNotChosen()
            code = await hub.invitation("lan")
            weak = SignInOfficer(officer=LAN, pin=code, new_pin="123456")
            assert await refusal(staff, weak) == SecretTooWeak()
            first = await staff.manage(SignInOfficer(officer=LAN, pin=code, new_pin=PIN))
            assert isinstance(first, Done)
            assert first.reply == Accepted()
            async with greeted(hub, at(TWO)) as other:
                again = await other.manage(sign_in)
                assert isinstance(again, Done)

    with caplog.at_level(logging.INFO):
        asyncio.run(story())
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert PIN.encode() not in kept
    assert PIN not in caplog.text
    assert "Lan" not in caplog.text, "the log knows ids, no names"
    assert b'"Lan"' not in kept
    assert "lan signs in at counter/counter-1: right" in caplog.text


def test_wrong_pins_make_that_counter_wait_and_no_other(start_hub: StartHub) -> None:
    async def story() -> None:
        async with start_hub() as hub, greeted(hub, at(ONE)) as staff:
            await staff.sign_in()
            wrong = SignInOfficer(officer=LAN, pin="000001")
            async with greeted(hub, at(TWO)) as guesser:
                for _ in range(FREE_TRIES):
                    assert await refusal(guesser, wrong) == WrongSecret()
                right = SignInOfficer(officer=LAN, pin=PIN)
                assert isinstance(await refusal(guesser, right), TryLater)
                nobody = SignInOfficer(officer=OfficerId("x"), pin="1")
                assert await refusal(guesser, nobody) == UnknownOfficer()
            assert isinstance(await staff.manage(SignInOfficer(officer=LAN, pin=PIN)), Done)

    asyncio.run(story())


def test_the_wait_goes_on_after_a_restart_of_the_hub(start_hub: StartHub) -> None:
    right = SignInOfficer(officer=LAN, pin=PIN)

    async def story() -> None:
        async with start_hub() as hub:
            async with greeted(hub, at(TWO)) as staff:
                await staff.sign_in()
            async with greeted(hub, at(ONE)) as guesser:
                for _ in range(FREE_TRIES):
                    await refusal(guesser, SignInOfficer(officer=LAN, pin="000001"))
        async with start_hub() as hub, greeted(hub, at(ONE)) as guesser:
            assert isinstance(await refusal(guesser, right), TryLater)
            async with greeted(hub, at(TWO)) as staff:
                assert isinstance(await staff.manage(right), Done), "elsewhere nobody waits"

    asyncio.run(story())


def test_a_pin_is_of_no_use_at_another_kind_of_device(start_hub: StartHub) -> None:
    async def story() -> None:
        async with start_hub() as hub, greeted(hub, BOARD) as board:
            code = await hub.invitation("lan")
            task = SignInOfficer(officer=LAN, pin=code, new_pin=PIN)
            assert await refusal(board, task) == NotAllowed()

    asyncio.run(story())


def test_the_head_manages_at_a_counter_until_leaving(start_hub: StartHub) -> None:
    async def story() -> None:
        async with start_hub() as hub, greeted(hub, at(ONE)) as staff:
            assert await refusal(staff, ListDevices()) == NotAllowed()
            await head_signed_in(hub, staff)
            listed = await done(staff, ListDevices())
            assert isinstance(listed, DeviceList)
            assert {device.role for device in listed.devices} == {Role.HEAD, Role.COUNTER}
            given = await done(staff, InviteOfficer(officer=LAN))
            assert isinstance(given, CodeGiven)
            enrol = EnrolDevice(request=b"", role=Role.BOARD, place="board-1")
            assert await refusal(staff, enrol) == NotAllowed(), "at a counter a code is needed"
            assert await refusal(staff, InviteOfficer(officer=OfficerId(HEAD))) == NotAllowed()
            await done(staff, SignOutHead())
            assert await refusal(staff, ListDevices()) == NotAllowed()

    asyncio.run(story())


def test_the_head_who_does_nothing_for_a_quarter_of_an_hour_is_signed_out(
    start_hub: StartHub, caplog: pytest.LogCaptureFixture
) -> None:
    passed_s = [0.0]
    clock = HallClock(start_ms=MONDAY_8_AM, steady=lambda: passed_s[0])

    async def story() -> None:
        async with start_hub(clock=clock) as hub, greeted(hub, at(ONE)) as staff:
            await head_signed_in(hub, staff)
            passed_s[0] += 14 * 60
            await done(staff, ListOfficers())
            passed_s[0] += 14 * 60
            await done(staff, ListDevices())  # the window's own question is no deed
            passed_s[0] += 60
            assert await refusal(staff, ListDevices()) == HeadIdle(minutes=15)
            assert await refusal(staff, ListDevices()) == NotAllowed()
            assert await done(staff, SignInHead(password=PASSWORD)) == TaskDone()
            await done(staff, ListDevices())

    with caplog.at_level(logging.INFO):
        asyncio.run(story())
    assert caplog.text.count("the head was signed out at counter/counter-1") == 1


def test_an_officer_who_has_left_is_signed_out_by_the_hub(start_hub: StartHub) -> None:
    passed_s = [0.0]
    clock = HallClock(start_ms=MONDAY_8_AM, steady=lambda: passed_s[0])

    async def story() -> None:
        async with start_hub(clock=clock) as hub, greeted(hub, at(ONE)) as staff:
            await staff.sign_in()
            while (await staff.topic(CounterDesk)).officer is None:
                pass
            passed_s[0] += 4 * 3600
            while (await staff.topic(CounterDesk)).officer is not None:
                pass
            assert isinstance(await staff.manage(SignInOfficer(officer=LAN, pin=PIN)), Done)

    asyncio.run(story())


def test_the_head_is_signed_in_on_one_connection_only(start_hub: StartHub) -> None:
    async def story() -> None:
        async with start_hub() as hub:
            async with greeted(hub, at(ONE)) as staff:
                await head_signed_in(hub, staff)
                async with greeted(hub, at(ONE)) as other:
                    assert await refusal(other, ListDevices()) == NotAllowed()
                assert await refusal(staff, SignInHead(password="wrong")) == WrongSecret()
                assert await refusal(staff, ListDevices()) == NotAllowed(), "a wrong try ends it"
            async with greeted(hub, at(ONE)) as again:
                assert await refusal(again, ListDevices()) == NotAllowed()
                assert await done(again, SignInHead(password=PASSWORD)) == TaskDone()

    asyncio.run(story())


def test_the_head_opens_no_counter(start_hub: StartHub) -> None:
    async def story() -> None:
        async with start_hub() as hub, greeted(hub, at(ONE)) as staff:
            await head_signed_in(hub, staff)
            answer = await staff.do(CallNext())
            assert isinstance(answer, Refused)

    asyncio.run(story())


def test_devices_are_renamed_by_the_beginning_of_their_mark(start_hub: StartHub) -> None:
    async def story() -> None:
        async with start_hub() as hub:
            own = load_credentials((await hub.let_in(Role.BOARD, "board-1")).path)
            assert own is not None
            mark = own.fingerprint[:8]
            await asked(hub.url, hub.keeper, RenameDevice(mark=mark, name="TV sảnh"))
            listed = await asked(hub.url, hub.keeper, ListDevices())
            assert isinstance(listed, DeviceList)
            assert "TV sảnh" in [device.name for device in listed.devices]
            for task in (RenameDevice(mark="0" * 8, name="x"), RevokeDevice(mark="0" * 8)):
                with pytest.raises(TaskRefused) as refused:
                    await asked(hub.url, hub.keeper, task)
                assert refused.value.refusal == UnknownDevice()

    asyncio.run(story())


def test_the_keeper_cannot_shut_itself_out(start_hub: StartHub) -> None:
    async def story() -> None:
        async with start_hub() as hub:
            own = load_credentials(hub.keeper)
            assert own is not None
            with pytest.raises(TaskRefused) as refused:
                await asked(hub.url, hub.keeper, RevokeDevice(mark=own.fingerprint))
            assert refused.value.refusal == NotAllowed()

    asyncio.run(story())


def test_the_keeper_lets_in_proper_requests_at_places_that_there_are(start_hub: StartHub) -> None:
    async def story() -> None:
        async with start_hub() as hub:
            for task, why in (
                (EnrolDevice(b"none", Role.BOARD, "board-1"), NotAllowed()),
                (EnrolDevice(b"none", Role.BOARD, "board-9"), UnknownPlace()),
            ):
                with pytest.raises(TaskRefused) as refused:
                    await asked(hub.url, hub.keeper, task)
                assert refused.value.refusal == why

    asyncio.run(story())


def test_an_officers_pin_is_forgotten(start_hub: StartHub, tmp_path: Path) -> None:
    async def story() -> None:
        async with start_hub() as hub, greeted(hub, at(ONE)) as staff:
            await staff.sign_in()
            before = await asked(hub.url, hub.keeper, ListOfficers())
            await asked(hub.url, hub.keeper, ForgetOfficer(officer=LAN))
            after = await asked(hub.url, hub.keeper, ListOfficers())
            assert isinstance(before, OfficerList)
            assert isinstance(after, OfficerList)
            assert [officer.has_pin for officer in before.officers] == [True, False]
            assert [officer.has_pin for officer in after.officers] == [False, False]
            with pytest.raises(TaskRefused) as refused:
                await asked(hub.url, hub.keeper, InviteOfficer(officer=OfficerId("x")))
            assert refused.value.refusal == UnknownOfficer()

    asyncio.run(story())
    assert "lan" not in (tmp_path / "keys" / "people.json").read_text()
