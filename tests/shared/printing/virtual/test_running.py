"""The virtual printer in real time: it goes on by itself, and tells what happened."""

import asyncio
import logging

import pytest

from shared.printing.virtual.faults import Fault
from shared.printing.virtual.profile import Profile
from shared.printing.virtual.running import RunningPrinter

FAST = Profile(width_dots=8, speed_mm_s=10_000, cut_ms=1, boot_ms=20)
MISTAKES = ["unknown byte 01", "unknown command 1b 51"]
TICKET = b"\x1dv0\x00\x01\x00\x10\x00" + b"\xff" * 16 + b"\x1dVB\x00"


async def while_running(running: RunningPrinter, *events: asyncio.Event) -> None:
    """Let a printer run until all of these have happened."""
    task = asyncio.create_task(running.run())
    async with asyncio.timeout(10):
        for event in events:
            await event.wait()
    task.cancel()


def test_it_prints_by_itself_and_tells_each_slip_once() -> None:
    async def story() -> None:
        running, cut = RunningPrinter(FAST), asyncio.Event()
        running.took.append(lambda slip: cut.set())
        running.receive(TICKET)
        await while_running(running, cut)
        assert running.slips == 1
        assert not running.printer.tickets, "it keeps no paper"

    asyncio.run(story())


def test_what_it_says_is_heard() -> None:
    async def story() -> None:
        running = RunningPrinter(FAST)
        running.receive(b"\x10\x04\x01")
        heard = bytearray()
        running.hear = heard.extend
        running.receive(b"\x10\x04\x02")
        assert heard == b"\x12", "the first was said when nobody heard"

    asyncio.run(story())


def test_mistakes_and_faults_are_logged(caplog: pytest.LogCaptureFixture) -> None:
    async def story() -> None:
        running = RunningPrinter(FAST)
        running.receive(b"\x01")
        running.receive(b"\x1bQ")
        running.set_fault(Fault.MUTE, True)
        assert (running.mistakes, list(running.last_mistakes)) == (2, MISTAKES)
        assert not running.printer.errors

    with caplog.at_level(logging.INFO):
        asyncio.run(story())
    assert caplog.messages == [*MISTAKES, "mute on"]


def test_a_full_printer_has_room_again_when_it_goes_on() -> None:
    async def story() -> None:
        running, mended = RunningPrinter(Profile(width_dots=8, buffer_bytes=45)), asyncio.Event()
        running.set_fault(Fault.COVER_OPEN, True)
        running.receive(bytes(45))
        waiting = asyncio.create_task(running.room())
        await asyncio.sleep(0)
        assert not waiting.done()
        running.set_fault(Fault.COVER_OPEN, False)
        assert await waiting == 45
        mended.set()

    asyncio.run(story())


def test_work_on_the_link_ends_with_it_and_it_comes_back_by_itself() -> None:
    async def story() -> None:
        running, worked = RunningPrinter(FAST), asyncio.Event()

        async def work() -> None:
            worked.set()
            await asyncio.Event().wait()

        task = asyncio.create_task(running.run())
        async with asyncio.timeout(10):
            linked = asyncio.create_task(running.while_linked(work()))
            await worked.wait()
            running.set_fault(Fault.POWER_OFF, True)
            await linked
            running.set_fault(Fault.POWER_OFF, False)
            await running.linked()
        task.cancel()

    asyncio.run(story())


def test_work_that_fails_is_not_hidden() -> None:
    async def story() -> None:
        async def fail() -> None:
            raise OSError("broken")

        with pytest.raises(OSError, match="broken"):
            await RunningPrinter(FAST).while_linked(fail())

    asyncio.run(story())
