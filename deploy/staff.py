"""``motcua pair``, ``devices`` and ``officers``: the head's affairs, at the hub's own machine.

Each asks the running hub of this user, by the credentials that the hub leaves for it.
"""

import argparse
import asyncio
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from shared.domain.ids import OfficerId
from shared.domain.tasks import (
    AnyResult,
    AnyTask,
    ClosePairing,
    CodeGiven,
    DeviceList,
    ForgetOfficer,
    InviteOfficer,
    KnownDevice,
    ListDevices,
    ListOfficers,
    OfficerList,
    OpenPairing,
    PairDevice,
    RenameDevice,
    RevokeDevice,
    WaitingDevice,
)
from shared.i18n import Words
from shared.i18n.refusal_words import refusal_text
from shared.identity.local_hub import LocalHub, LocalHubs
from shared.identity.people import HEAD
from shared.link.addresses import state_folder
from shared.link.staff_call import NoAnswer, TaskRefused, asked

LOOK_EVERY_S = 1.0


class NoHub(Exception):
    """No hub of this user was found, or more than one; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The running hub, and where answers are typed."""

    hub: LocalHub
    type_in: Callable[[str], str] = input
    wait: Callable[[float], None] = time.sleep

    def ask(self, task: AnyTask) -> AnyResult:
        """Return the result of a task; raises NoAnswer and TaskRefused."""
        return asyncio.run(asked(self.hub.address, Path(self.hub.keeper), task))

    def devices(self) -> DeviceList:
        """Return the list of devices."""
        listed = self.ask(ListDevices())
        assert isinstance(listed, DeviceList)
        return listed


def main_pair(argv: list[str] | None = None) -> int:
    """Let devices in, one after the other, until the window is shut."""
    parser = _parser("pair", "Let new devices in: type the code that a device shows.")
    parser.add_argument("--days", type=int, default=0, metavar="N", help="lent for so many days")
    options = parser.parse_args(argv)
    return _told(options, lambda desk: pair(desk, options.days))


def main_devices(argv: list[str] | None = None) -> int:
    """List, rename or revoke devices."""
    parser = _parser("devices", "List the devices that belong to the hall.")
    parser.add_argument("--rename", nargs=2, metavar=("MARK", "NAME"), help="call one otherwise")
    parser.add_argument("--revoke", metavar="MARK", help="shut one out for good, at once")
    options = parser.parse_args(argv)
    return _told(options, lambda desk: devices(desk, options.rename, options.revoke))


def main_officers(argv: list[str] | None = None) -> int:
    """List officers, give one a one-time code, or forget a PIN."""
    parser = _parser("officers", "Who may sign in: PINs and one-time codes.")
    parser.add_argument("--invite", metavar="ID", help=f"a one-time code; {HEAD} is the head")
    parser.add_argument("--forget", metavar="ID", help="keep nothing of a PIN any more")
    options = parser.parse_args(argv)
    return _told(options, lambda desk: officers(desk, options.invite, options.forget))


def pair(desk: Desk, days: int) -> None:
    """Open the window, and let in whoever's code is typed."""
    desk.ask(OpenPairing())
    print("Five minutes are open. A new device shows its code. Ctrl+C ends.")
    try:
        while (listed := desk.devices()).open_s:
            if not listed.waiting:
                desk.wait(LOOK_EVERY_S)
                continue
            waiting = _chosen(desk, listed.waiting)
            _let_in(desk, listed, waiting, days)
    finally:
        desk.ask(ClosePairing())
    print("No more devices are let in.")


def _chosen(desk: Desk, waiting: tuple[WaitingDevice, ...]) -> WaitingDevice:
    for each in waiting:
        wish = f", would like to be {each.place}" if each.place else ""
        print(f"  {each.mark}  {each.role} at {each.address}{wish}")
    if len(waiting) == 1:
        return waiting[0]
    mark = desk.type_in("Which device (its four signs)? ").strip().upper()
    return next((each for each in waiting if each.mark == mark), waiting[0])


def _let_in(desk: Desk, listed: DeviceList, device: WaitingDevice, days: int) -> None:
    code = desk.type_in(f"Code on {device.mark}: ").replace(" ", "")
    place = desk.type_in(f"Place [{device.place}]: ").strip() or device.place
    here = [
        each
        for each in listed.devices
        if (each.role, each.place) == (device.role, place) and not each.revoked_ms
    ]
    replaces = ""
    if here and desk.type_in(f"{here[0].mark} stands there. Take its place (y/n)? ") == "y":
        replaces = here[0].mark
    try:
        desk.ask(PairDevice(mark=device.mark, code=code, place=place, replaces=replaces, days=days))
        print(f"{device.role}/{place} belongs to the hall.")
    except TaskRefused as refused:
        print(_words(refused))


def devices(desk: Desk, rename: list[str] | None, revoke: str | None) -> None:
    """Change one device, or list all."""
    if rename is not None:
        desk.ask(RenameDevice(mark=rename[0], name=rename[1]))
    elif revoke is not None:
        desk.ask(RevokeDevice(mark=revoke))
    for each in desk.devices().devices:
        print(_line(each))


def _line(device: KnownDevice) -> str:
    if device.revoked_ms:
        state = f"revoked {_day(device.revoked_ms)}"
    else:
        state = "here" if device.here else "away"
    until = f", until {_day(device.until_ms)}" if device.until_ms else ""
    where = f"{device.role}/{device.place}"
    since = f"since {_day(device.since_ms)}{until}"
    return f"{device.mark}  {where:<24} {state:<20} {since}  {device.name}".rstrip()


def officers(desk: Desk, invite: str | None, forget: str | None) -> None:
    """Give a code, forget a PIN, or list all."""
    if invite is not None:
        given = desk.ask(InviteOfficer(officer=OfficerId(invite)))
        assert isinstance(given, CodeGiven)
        print(f"{invite}: {given.code} (for one use, until {_day(given.until_ms)})")
        return
    if forget is not None:
        desk.ask(ForgetOfficer(officer=OfficerId(forget)))
    listed = desk.ask(ListOfficers())
    assert isinstance(listed, OfficerList)
    print(f"{HEAD:<24} {'password' if listed.head_has_password else 'no password yet'}")
    for each in listed.officers:
        print(f"{each.officer:<24} {'PIN' if each.has_pin else 'no PIN yet'}")


def _day(moment_ms: int) -> str:
    return datetime.fromtimestamp(moment_ms / 1000, UTC).date().isoformat()


def _parser(part: str, description: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"motcua {part}", description=description)
    parser.add_argument("--hall", metavar="ID", help="which hall, if this user has several hubs")
    return parser


def _told(options: argparse.Namespace, work: Callable[[Desk], None]) -> int:
    """Do it, and say what went wrong; 1 if something did."""
    try:
        work(Desk(own_hub(options.hall)))
    except KeyboardInterrupt:
        return 0
    except TaskRefused as refused:
        print(_words(refused), file=sys.stderr)
        return 1
    except (NoHub, NoAnswer) as error:
        print(f"motcua: {error}", file=sys.stderr)
        return 1
    return 0


def own_hub(hall: str | None) -> LocalHub:
    """Return the hub of this user; raises NoHub."""
    hubs = LocalHubs(state_folder() / "hubs").found(hall=hall, address=None)
    if not hubs:
        raise NoHub("no hub of this user was started on this machine")
    if len(hubs) > 1:
        raise NoHub(f"say which with --hall: {', '.join(hub.hall for hub in hubs)}")
    return hubs[0]


def _words(refused: TaskRefused) -> str:
    return refusal_text(refused.refusal, None, Words("en"))
