"""The sheets by which staff sign in, and those of the head: devices and one-time codes.

Pure. What each asks, which sheet comes next, and the task that an answer makes; the sheets of
the queue are in sheets.py.
"""

from typing import Any

from counter_terminal.view_state import HEAD, ViewState
from shared.domain.commands import Role
from shared.domain.ids import OfficerId
from shared.domain.tasks import (
    AnyTask,
    InviteOfficer,
    ListDevices,
    OpenPairing,
    PairDevice,
    RenameDevice,
    RevokeDevice,
    SignInHead,
    SignInOfficer,
    SignOutHead,
)
from shared.i18n import Words, names_in

SECRET = ("pin", "new_pin")
"""Sheets whose typed line nobody may read over a shoulder."""

TYPED = (*SECRET, "code", "device")
"""Sheets that ask for a typed line."""

ENTERED = SECRET
"""Sheets whose first choice is what the Enter key does."""

KINDS = ("sign_in", *TYPED, "head", "waiting", "devices", "officers")
CODE_DIGITS = 6


def choices(state: ViewState, words: Words) -> list[tuple[str, str]]:
    """Return the choices of one of these sheets: id and words."""
    assert state.setup is not None
    kind, _, detail = state.sheet.partition(":")
    match kind:
        case "sign_in":
            return [*_officers(state), (HEAD, words.text("counter.head"))]
        case "pin":
            return [(id_, words.text(f"counter.pin_{id_}")) for id_ in ("enter", "first")]
        case "new_pin":
            return [("enter", words.text("counter.pin_keep"))]
        case "head":
            named = ("add", "devices", "officers", "leave")
            return [(id_, words.text(f"counter.head_{id_}")) for id_ in named]
        case "officers":
            return _officers(state)
        case "waiting":
            return _waiting(state, words)
        case "devices":
            return _devices(state, words)
        case "device":
            return [(id_, words.text(f"counter.device_{id_}")) for id_ in ("rename", "revoke")]
    return _places(state, detail, words)


def title(state: ViewState, words: Words) -> str:
    """Return what stands above one of these sheets."""
    kind, _, detail = state.sheet.partition(":")
    if kind in SECRET:
        person = "head" if detail == HEAD else "officer"
        return words.text(f"counter.sheet_{kind}_{person}", name=_name(state, detail))
    if kind in ("code", "device"):
        return words.text(f"counter.sheet_{kind}", mark=detail)
    if kind == "waiting" and state.listed is not None:
        return words.text("counter.sheet_waiting", minutes=-(-state.listed.open_s // 60))
    return words.text(f"counter.sheet_{kind}", minutes="")


def entry(state: ViewState) -> str:
    """Return which secret is asked for: a PIN or a password, the old one or a new one."""
    kind, _, person = state.sheet.partition(":")
    return f"{kind}_{'head' if person == HEAD else 'officer'}"


def next_sheet(state: ViewState, choice: str, text: str) -> str:
    """Return the sheet that a choice only leads on to, or "" when it asks for something."""
    kind, _, detail = state.sheet.partition(":")
    match kind, choice:
        case "sign_in", person:
            return f"pin:{person}"
        case "pin", "first" if text.strip():
            return f"new_pin:{detail}"
        case "waiting", mark:
            return f"code:{mark}"
        case "devices", mark:
            return f"device:{mark}"
        case "head", "officers":
            return "officers"
    return ""


def task_for(state: ViewState, choice: str, text: str) -> tuple[AnyTask, str] | None:
    """Return the task of a choice with the typed text, and the sheet that follows when it is done.

    None when something is missing.
    """
    kind, _, detail = state.sheet.partition(":")
    match kind, choice:
        case "pin" | "new_pin", "enter" if text:
            return _sign_in(state, detail, text)
        case "head", "add":
            return OpenPairing(), "waiting"
        case "head", "devices":
            return ListDevices(), "devices"
        case "head", "leave":
            return SignOutHead(), ""
        case "officers", officer:
            return InviteOfficer(officer=OfficerId(officer)), "given"
        case "device", "revoke":
            return RevokeDevice(mark=detail), "head"
        case "device", "rename" if text.strip():
            return RenameDevice(mark=detail, name=text.strip()[:60]), "head"
        case "code", place if _is_code(text):
            name, _, replaces = place.partition(":")
            code = text.replace(" ", "")
            return PairDevice(mark=detail, code=code, place=name, replaces=replaces), "head"
    return None


def _sign_in(state: ViewState, person: str, text: str) -> tuple[AnyTask, str]:
    first = state.sheet.startswith("new_pin")
    old, new = (state.code, text) if first else (text, "")
    if person == HEAD:
        return SignInHead(password=old, new_password=new), "head"
    return SignInOfficer(officer=OfficerId(person), pin=old, new_pin=new), ""


def _is_code(text: str) -> bool:
    digits = text.replace(" ", "")
    return len(digits) == CODE_DIGITS and digits.isascii() and digits.isdigit()


def _officers(state: ViewState) -> list[tuple[str, str]]:
    assert state.setup is not None
    return [(each.id, each.display_name) for each in state.setup.plan.officers.values()]


def _name(state: ViewState, person: str) -> str:
    return dict(_officers(state)).get(person, "")


def _waiting(state: ViewState, words: Words) -> list[tuple[str, str]]:
    devices = state.listed.waiting if state.listed else ()
    return [(each.mark, f"{each.mark} · {_role(each.role, words)}") for each in devices]


def _devices(state: ViewState, words: Words) -> list[tuple[str, str]]:
    devices = state.listed.devices if state.listed else ()
    return [
        (each.mark, " · ".join(filter(None, _told(state, each.role, each.place, each.name, words))))
        for each in devices
        if not each.revoked_ms and each.role is not Role.HEAD
    ]


def _told(
    state: ViewState, role: Role, place: str, name: str, words: Words
) -> tuple[str, str, str]:
    return _role(role, words), _place_name(state, role, place, words), name


def _places(state: ViewState, mark: str, words: Words) -> list[tuple[str, str]]:
    """Return where the waiting device may stand, and whose place it may take."""
    waiting = state.listed.waiting if state.listed else ()
    role = next((each.role for each in waiting if each.mark == mark), None)
    if role is None:
        return []
    assert state.listed is not None
    broken = {
        each.place: each.mark
        for each in state.listed.devices
        if each.role is role and not each.revoked_ms
    }
    free = [(id_, _place_name(state, role, id_, words)) for id_ in _known_places(state, role)]
    taken = [
        (f"{id_}:{broken[id_]}", words.text("counter.instead", place=name))
        for id_, name in free
        if id_ in broken
    ]
    return [*free, *taken]


def _known_places(state: ViewState, role: Role) -> list[str]:
    assert state.setup is not None
    plan, devices = state.setup.plan, state.setup.devices
    places: dict[Role, list[str]] = {
        Role.COUNTER: list(plan.counters),
        Role.PANEL: list(plan.counters),
        Role.BOARD: list(devices.boards),
        Role.DISPENSER: list(devices.dispensers),
        Role.KIOSK: list(devices.kiosks),
    }
    return places.get(role, [])


def _place_name(state: ViewState, role: Role, place: str, words: Words) -> str:
    assert state.setup is not None
    counters: dict[Any, Any] = dict(state.setup.plan.counters)
    if role in (Role.COUNTER, Role.PANEL) and place in counters:
        return names_in(counters[place].names, words.language)
    return place


def _role(role: Role, words: Words) -> str:
    return words.text(f"joining.role_{role}")
