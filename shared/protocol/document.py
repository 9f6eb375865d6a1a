"""Makes README.md, the protocol page, from the message types: ``python -m … [--check]``.

Every frame shown on the page is made by the codec from a real value; every field of every
frame comes from the types. ``--check`` says whether the page is up to date.
"""

import argparse
import json
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import msgspec

from shared.domain.commands import (
    BeginService,
    CallNext,
    ConfirmShown,
    DeviceCommand,
    IssueTicket,
    Role,
    SignIn,
)
from shared.domain.decide import RULES
from shared.domain.errors import AnyRefusal, CounterBusy
from shared.domain.hall import TicketState
from shared.domain.ids import CounterId, OfficerId, ServiceId, TicketId
from shared.protocol.codec import encode
from shared.protocol.messages import (
    BEAT_S,
    MAX_FRAME_BYTES,
    PROTOCOL,
    REPLY_KEPT_H,
    SILENCE_S,
    Accepted,
    Announce,
    Answer,
    Ask,
    Beat,
    CitizenCalled,
    DeviceFrame,
    Do,
    Done,
    Fault,
    FindTicket,
    Hello,
    HubFrame,
    NumberGiven,
    Refused,
    TicketPlace,
    Welcome,
)
from shared.protocol.topics import Announcement, TopicValue

ISSUED_MS = 1_795_480_800_000
TICKET = TicketId("20261124-A001")

EXAMPLES: tuple[tuple[str, DeviceFrame | HubFrame], ...] = (
    ("device", Hello(role=Role.DISPENSER, place="dispenser-1")),
    ("hub", Welcome(hall="ben-xuan", names={"vi": "…"}, boot="3f6c", now_ms=ISSUED_MS)),
    ("device", Do(id="b7d1f0c2a9e84c55", command=IssueTicket(service=ServiceId("birth")))),
    (
        "hub",
        Done(
            id="b7d1f0c2a9e84c55",
            reply=NumberGiven(
                ticket=TICKET,
                number="A001",
                token="K5QXE4TFNRSXEZLT",
                service=ServiceId("birth"),
                ahead=0,
                issued_ms=ISSUED_MS,
            ),
        ),
    ),
    ("device", Hello(role=Role.COUNTER, place="counter-1")),
    ("device", Do(id="0a1b2c3d4e5f6071", command=SignIn(officer=OfficerId("officer-1")))),
    ("hub", Done(id="0a1b2c3d4e5f6071", reply=Accepted())),
    ("device", Do(id="0a1b2c3d4e5f6072", command=CallNext())),
    (
        "hub",
        Done(
            id="0a1b2c3d4e5f6072",
            reply=CitizenCalled(ticket=TICKET, number="A001", call=1),
        ),
    ),
    ("device", Hello(role=Role.BOARD, place="board-1")),
    (
        "hub",
        Announce(
            calls=(
                Announcement(
                    day="2026-11-24",
                    call=1,
                    number="A001",
                    counter=CounterId("counter-1"),
                    label="1",
                    at_ms=ISSUED_MS,
                    times=1,
                ),
            )
        ),
    ),
    ("device", Do(id="5e6f708192a3b4c5", command=ConfirmShown(call=1))),
    ("hub", Done(id="5e6f708192a3b4c5", reply=Accepted())),
    ("device", Do(id="0a1b2c3d4e5f6073", command=BeginService())),
    ("hub", Done(id="0a1b2c3d4e5f6073", reply=Accepted())),
    ("device", Do(id="0a1b2c3d4e5f6074", command=CallNext())),
    ("hub", Refused(id="0a1b2c3d4e5f6074", refusal=CounterBusy(number="A001"))),
    ("device", Hello(role=Role.KIOSK, place="kiosk-1")),
    ("device", Ask(id="99aabbccddeeff00", question=FindTicket(number="A001"))),
    (
        "hub",
        Answer(
            id="99aabbccddeeff00",
            place=TicketPlace(
                number="A001",
                state=TicketState.SERVING,
                service=ServiceId("birth"),
                ahead=0,
                counter=CounterId("counter-1"),
                counters=(CounterId("counter-1"),),
                issued_ms=ISSUED_MS,
            ),
        ),
    ),
    ("hub", Beat(now_ms=ISSUED_MS)),
    (
        "hub",
        Fault(
            code="bad_frame",
            message="Invalid value 'CallAgain' - at `$.command.do`",
            id="0a1b2c3d4e5f6075",
        ),
    ),
)
"""Real frames in the order of a morning, by who sends them."""

INTRODUCTION = f"""\
# The protocol of the hall

This page is made from the message types by `python -m shared.protocol.document`; with it alone
a client can be written in any language. Protocol number: {PROTOCOL}.

## How a device talks with the hub

1. Find the hub: mDNS service `_motcua._tcp.local.`, whose TXT record holds `hall` (the hall's id),
   `name` and `protocol`; or an address that somebody typed.
2. Open a websocket to `ws://host:port/`, without compression. Every message is one text frame:
   a JSON object in UTF-8, at most {MAX_FRAME_BYTES} bytes from a device.
3. Say **Hello** within {SILENCE_S:.0f} seconds: your role and your place, as the hall file
   names it. The hub answers **Welcome**, or **Fault** and closes.
4. The hub sends the **Topic** frames of your role by itself: at once, and whenever they change.
   Each holds the whole newest value; an older `version` may be thrown away. Boards also get
   **Announce**.
5. Ask for something with **Do** and an `id` of your own: 8 to 64 letters, digits, `-` or `_`,
   random, never used again. The answer is **Done** (it is on disk now) or **Refused** (the
   rules say no), with the same `id`. One request at a time is answered on a connection, in order.
6. If the connection breaks before the answer, connect again and send **the same id again**. The hub
   does the thing once and gives the same answer, for at least {REPLY_KEPT_H} hours. A refusal is
   not remembered. The same id with another command is a **Fault** (`reused_id`).
7. The hub sends **Beat** every {BEAT_S:.0f} seconds and pings; answer pings as any websocket client
   does. After {SILENCE_S:.0f} seconds without any frame take the link for dead and connect again,
   with pauses that grow to {SILENCE_S:.0f} seconds at most and are not the same on every device.
8. A board shows and speaks every call in **Announce** once, and confirms it with `ConfirmShown` and
   `ConfirmSpoken`. Calls that were not confirmed are announced again after a reconnect, as long
   as the citizen has not come; `day` and `call` together tell a call from all others. One that
   was shown and spoken already is not called anew, but confirmed again.
9. A frame that is not of this page gets a **Fault** and changes nothing; the Fault has the
   frame's `id`, if that can be read.

Fields that an answer or topic has beyond those listed here are to be passed over. Times are UTC
milliseconds of the hub's clock unless said otherwise.

## Frames of a morning

Each line is a real frame, in the order of time. Each device has a connection of its own; what is
always the same (Welcome, topics) is shown once or not at all.
"""

TOPICS = """\
## Topics by role

| role | place | topics |
|---|---|---|
| `dispenser` | the dispenser's id | `setup`, `dispenser` |
| `board` | the board's id | `setup`, `board/<id>`, and Announce |
| `counter` | the counter's id | `setup`, `counter/<id>` |
| `panel` | the counter's id | `setup`, `panel/<id>` |
| `kiosk` | the kiosk's id | `setup`, `kiosk`, `catalog` |
"""


def page() -> str:
    """Return the whole page as Markdown."""
    return "\n".join(
        [INTRODUCTION, _examples(), TOPICS, _commands(), _refusals(), _topics(), _schema()]
    )


def main(argv: list[str] | None = None) -> int:
    """Write the page, or check it; 1 if it is not up to date."""
    parser = argparse.ArgumentParser(description="Make the protocol page from the types.")
    parser.add_argument("--check", action="store_true", help="only say whether it is up to date")
    path = files("shared.protocol").joinpath("README.md")
    if parser.parse_args(argv).check:
        current = path.read_text(encoding="utf-8") if path.is_file() else ""
        if current != page():
            print("shared/protocol/README.md is old: run python -m shared.protocol.document")
            return 1
        return 0
    Path(str(path)).write_text(page(), encoding="utf-8")
    return 0


def _examples() -> str:
    lines = [f"{who:>6}  {encode(frame).decode()}" for who, frame in EXAMPLES]
    return "```\n" + "\n".join(lines) + "\n```\n"


def _first_line(kind: type) -> str:
    return (kind.__doc__ or "").strip().splitlines()[0]


def _commands() -> str:
    rows = ["## Commands\n", "| `do` | who may | what |", "|---|---|---|"]
    for kind in get_args(DeviceCommand):
        askers = ", ".join(f"`{role}`" for role in sorted(RULES[kind][1]))
        rows.append(f"| `{kind.__name__}` | {askers} | {_first_line(kind)} |")
    return "\n".join(rows) + "\n"


def _refusals() -> str:
    rows = ["## Refusals\n", "| `refusal` | meaning |", "|---|---|"]
    rows += [f"| `{kind.__name__}` | {_first_line(kind)} |" for kind in get_args(AnyRefusal)]
    return "\n".join(rows) + "\n"


def _topics() -> str:
    rows = ["## Topic values\n", "| `value` | meaning |", "|---|---|"]
    rows += [f"| `{kind.__name__}` | {_first_line(kind)} |" for kind in get_args(TopicValue)]
    return "\n".join(rows) + "\n"


def _schema() -> str:
    (device, hub), components = msgspec.json.schema_components(
        [DeviceFrame, HubFrame], ref_template="#/$defs/{name}"
    )
    parts: list[tuple[str, Any]] = [
        ("$schema", "https://json-schema.org/draft/2020-12/schema"),
        ("title", f"motcua protocol {PROTOCOL}"),
        ("anyOf", [device | {"title": "from a device"}, hub | {"title": "from the hub"}]),
    ]
    lines = [f"{json.dumps(key)}: {json.dumps(value)}," for key, value in parts]
    defs = [f"{json.dumps(name)}: {json.dumps(components[name])}" for name in sorted(components)]
    text = "\n".join([*lines, '"$defs": {', ",\n".join(defs), "}"])
    return f"## JSON Schema\n\n```json\n{{\n{text}\n}}\n```\n"


if __name__ == "__main__":
    sys.exit(main())
