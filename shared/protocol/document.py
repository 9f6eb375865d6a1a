"""Makes README.md, the protocol page, from the message types: ``python -m … [--check]``.

Every frame shown on the page is made by the codec from a real value; every field of every
frame comes from the types. ``--check`` says whether the page is up to date.
"""

import argparse
import json
import sys
from collections.abc import Iterable
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
)
from shared.domain.errors import AnyRefusal, CounterBusy
from shared.domain.hall import TicketState
from shared.domain.ids import CounterId, OfficerId, ServiceId, TicketId
from shared.domain.roles import ALSO, HEAD_AT_A_COUNTER, MAY
from shared.domain.tasks import AnyResult, AnyTask, SignInOfficer
from shared.protocol.codec import encode
from shared.protocol.messages import (
    BEAT_S,
    HUB_NAME,
    LONGEST_PAIRING_LINE,
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
    Manage,
    NumberGiven,
    Refused,
    TicketPlace,
    Welcome,
)
from shared.protocol.topics import Announcement, TopicValue

ISSUED_MS = 1_795_480_800_000
TICKET = TicketId("20261124-A001")

EXAMPLES: tuple[tuple[str, DeviceFrame | HubFrame], ...] = (
    ("device", Hello(role=Role.DISPENSER)),
    (
        "hub",
        Welcome(
            hall="ben-xuan",
            place="dispenser-1",
            names={"vi": "…"},
            boot="3f6c",
            now_ms=ISSUED_MS,
        ),
    ),
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
    ("device", Hello(role=Role.COUNTER)),
    (
        "device",
        Manage(
            id="0a1b2c3d4e5f6071", task=SignInOfficer(officer=OfficerId("officer-1"), pin="402718")
        ),
    ),
    ("hub", Done(id="0a1b2c3d4e5f6071", reply=Accepted())),
    ("device", Do(id="0a1b2c3d4e5f6072", command=CallNext())),
    (
        "hub",
        Done(
            id="0a1b2c3d4e5f6072",
            reply=CitizenCalled(ticket=TICKET, number="A001", call=1),
        ),
    ),
    ("device", Hello(role=Role.BOARD)),
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
    ("device", Hello(role=Role.KIOSK)),
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
2. Open a websocket to `wss://host:port/`, without compression: TLS 1.3, showing your own
   certificate, trusting the hall's authority and nothing else, asking for the name
   `{HUB_NAME}` whatever the address is, and passing over all dates. Where key and
   certificate come from is told below. Send no `Origin`. Every message is one text frame: a JSON
   object in UTF-8, at most {MAX_FRAME_BYTES} bytes from a device.
3. Say **Hello** within {SILENCE_S:.0f} seconds: your role. The hub knows your place by your
   certificate and answers **Welcome**, or **Fault** and closes.
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
   frame's `id`, if that can be read. A device that sends hardly anything else is cut off, and one
   that sends more than its role's share is read slowly.
10. Staff's affairs, such as signing in with a PIN, go by **Manage** and an `id`. The answer is
   **Managed** or **Refused**; after `SignInOfficer` it is that of the command it leads to.

Fields that an answer or topic has beyond those listed here are to be passed over. Times are UTC
milliseconds of the hub's clock unless said otherwise.

## Frames of a morning

Each line is a real frame, in the order of time. Each device has a connection of its own; what is
always the same (Welcome, topics) is shown once or not at all.
"""

PAIRING = f"""\
## How a device is let in

Staff open a window of five minutes. While it is open the hub listens at the port above its own:
plain TCP, one JSON object a line, at most {LONGEST_PAIRING_LINE} bytes. Bytes are base64.

1. Make a key on P-256 and a PKCS #10 request for it (DER, any subject). Show a random code of
   six digits, and the first four hex digits of the SHA-256 of your public key (DER), which tell
   you from other waiting devices.
2. Send `{{"pairing":"Offer","role":…,"place":…,"request":…,"exchange":…}}`: what you are, the
   place you would like or "", the request, and your message of SPAKE2 (Ed25519 group, side A,
   password is the code's ASCII, as in the Python package `spake2`).
3. When staff have typed the code, `{{"pairing":"Challenge","authority":…,"exchange":…,"proof":…}}`
   comes: the hall's authority (DER), side B's message, and the hub's proof. `proof` is HMAC-SHA256
   under the common key over these, each with its length before it in four bytes, big end first:
   the side (`hub` or `device`); SHA-256 of the request; SHA-256 of the authority; your message;
   the hub's message; `role/place` as you offered them. If it is wrong, end, and show a new code
   after a pause: a code is good for one challenge.
4. Send `{{"pairing":"Proof","proof":…}}`, and get
   `{{"pairing":"Admission","certificate":…}}` (DER), signed by the authority. Keep all three.

A program that runs as the same user as the hub need not be paired: it finds the hub's note in
`hubs/` of the user's state folder and asks with the keeper's credentials (`EnrolDevice`).
"""


def page() -> str:
    """Return the whole page as Markdown."""
    return "\n".join(
        [
            INTRODUCTION,
            _examples(),
            PAIRING,
            _roles(),
            _commands(),
            _tasks(),
            _refusals(),
            _topics(),
            _schema(),
        ]
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


def _roles() -> str:
    rows = [
        "## Roles\n",
        "The hub knows a device's role and place by its certificate. Commands and tasks of each "
        "role stand below.\n",
        "| role | may also speak as | topics | may find tickets | may look up |",
        "|---|---|---|---|---|",
    ]
    for role, may in MAY.items():
        if role is not Role.HUB:
            also = _named(ALSO.get(role, ()))
            topics = _named(topic.format(place="<id>") for topic in may.topics)
            marks = " | ".join("yes" if mark else "" for mark in (may.finds, may.looks_up))
            rows.append(f"| `{role}` | {also} | {topics} | {marks} |")
    return "\n".join(rows) + (
        "\n\nBoards also get Announce. To find a ticket is FindTicket; to look up is FindDossier "
        "and FetchCatalog, and to hand in what people write (Tell).\n"
    )


def _commands() -> str:
    rows = ["## Commands\n", "| `do` | who may | what |", "|---|---|---|"]
    for kind in get_args(DeviceCommand):
        askers = _named(role for role, may in MAY.items() if kind in may.commands)
        rows.append(f"| `{kind.__name__}` | {askers} | {_first_line(kind)} |")
    return "\n".join(rows) + "\n"


def _tasks() -> str:
    rows = ["## Tasks\n", "| `task` | who may | what |", "|---|---|---|"]
    for kind in get_args(AnyTask):
        askers = _named(role for role, may in MAY.items() if kind in may.tasks)
        at_counter = ", the head at a `counter`" if kind in HEAD_AT_A_COUNTER else ""
        rows.append(f"| `{kind.__name__}` | {askers}{at_counter} | {_first_line(kind)} |")
    rows += ["", "| `result` | meaning |", "|---|---|"]
    rows += [f"| `{kind.__name__}` | {_first_line(kind)} |" for kind in get_args(AnyResult)]
    return "\n".join(rows) + "\n"


def _named(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


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
