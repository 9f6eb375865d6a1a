"""Coverage-guided fuzzing of everything that reads what a stranger or a device may send.

``python -m tests.chaos.fuzz SEEDS [-max_total_time=600]`` (libFuzzer's options) keeps what it
learns in the folder SEEDS. Any exception but the ones that are meant is a finding, and so is an
event that the log could not hold.
"""

import json
import sys
from pathlib import Path
from typing import get_args

import atheris

with atheris.instrument_imports(include=["shared", "msgspec"]):
    import msgspec

    from shared.domain.apply import apply
    from shared.domain.commands import (
        Actor,
        BeginService,
        CallNext,
        Command,
        DeviceCommand,
        HoldTicket,
        IssueTicket,
        OpenDay,
        Role,
        SignIn,
    )
    from shared.domain.decide import decide
    from shared.domain.errors import Refusal
    from shared.domain.hall import Hall
    from shared.domain.ids import OfficerId
    from shared.hub.topics import ticket_place
    from shared.identity.pairing import Offer as PairingOffer
    from shared.identity.pairing import PairingFailed, from_line, mark_of
    from shared.protocol.codec import BadFrame, decode_device_frame, decode_hub_frame, encode
    from shared.protocol.document import EXAMPLES
    from shared.protocol.messages import Ask, Do, FindTicket
    from shared.protocol.session import Session

from tests.fakes.halls import (
    BIRTH,
    DISPENSER,
    HUB,
    KEY,
    LAND,
    MONDAY_8_AM,
    ONE,
    THREE,
    TWO,
    Play,
    at,
    small_plan,
)


def busy_hall() -> Hall:
    """Return a hall with somebody waiting, called, served and held."""
    play = Play(small_plan(), MONDAY_8_AM)
    for counter in (ONE, TWO, THREE):
        play.do(at(counter), SignIn(officer=OfficerId("lan")))
    for service in (BIRTH, BIRTH, BIRTH, LAND, BIRTH):
        play.do(DISPENSER, IssueTicket(service=service))
    play.do(at(ONE), CallNext())
    play.do(at(ONE), BeginService())
    play.do(at(TWO), CallNext())
    play.do(at(TWO), BeginService())
    play.do(at(TWO), HoldTicket(reason="x"))
    play.do(at(THREE), CallNext())
    return play.hall


HALL = busy_hall()
KINDS = [*get_args(DeviceCommand)]
KNOWN: list[list[object]] = [
    [*HALL.tickets, "20261123-A001"],
    [*HALL.plan.services, *HALL.plan.counters, *HALL.plan.categories],
    ["accepted", "good", "poor", "slow", "vi", "meeting"],
    [True, False, None, 0, 1, MONDAY_8_AM + 60_000],
]
ACTORS = [Actor(role, place) for role in Role for place in ("counter-1", "board-1", "x")]


def one_input(data: bytes) -> None:
    """Let everything read the same bytes."""
    _device_frame(data)
    _hub_frame(data)
    _pairing_line(data)
    _device_frame(_built(atheris.FuzzedDataProvider(data)))


def _built(bits: atheris.FuzzedDataProvider) -> bytes:
    """Return a command whose shape is right and whose values may be anything.

    The decoder is written in C, where no coverage is seen; bytes alone get nowhere.
    """
    kind = bits.PickValueInList(KINDS)
    body = {"do": kind.__name__} | {name: _value(bits) for name in kind.__struct_fields__}
    return json.dumps({"type": "Do", "id": "request-1", "command": body}).encode()


def _value(bits: atheris.FuzzedDataProvider) -> object:
    choice = bits.ConsumeIntInRange(0, 6)
    if choice < len(KNOWN):
        return bits.PickValueInList(KNOWN[choice])
    if choice == len(KNOWN):
        return bits.ConsumeUnicode(bits.ConsumeIntInRange(0, 40))
    if choice == len(KNOWN) + 1:
        return [_value(bits) for _ in range(bits.ConsumeIntInRange(0, 4))]
    return bits.ConsumeInt(bits.ConsumeIntInRange(1, 12))


def _device_frame(data: bytes) -> None:
    try:
        frame = decode_device_frame(data)
    except BadFrame:
        return
    assert decode_device_frame(encode(frame)) == frame
    if isinstance(frame, Ask) and isinstance(frame.question, FindTicket):
        ticket_place(HALL, frame.question.number, frame.question.token)
    if isinstance(frame, Do):
        for actor in ACTORS:
            _decided(frame.command, actor)


def _decided(command: Command, actor: Actor) -> None:
    decision = decide(HALL, command, now=MONDAY_8_AM, actor=actor)
    if isinstance(decision, Refusal):
        return
    hall = HALL
    for event in decision:
        hall = apply(hall, event, MONDAY_8_AM)
        msgspec.json.encode(event).decode().encode()  # what the log is given


def _hub_frame(data: bytes) -> None:
    session = Session(role=Role.COUNTER, hall="test-hall")
    session.connected(0)
    try:
        frame = decode_hub_frame(data)
    except BadFrame:
        return
    session.refusal(frame)
    session.received(frame, 1)
    session.hub_now_ms(2)


def _pairing_line(data: bytes) -> None:
    try:
        message = from_line(data)
        if isinstance(message, PairingOffer):
            mark_of(message)
    except PairingFailed:
        return


def main() -> None:
    """Fuzz until the time is over; never returns."""
    assert decide(HALL, OpenDay(key=KEY), now=MONDAY_8_AM, actor=HUB) is not None
    seeds = Path(sys.argv[1])
    seeds.mkdir(parents=True, exist_ok=True)
    for number, (_, frame) in enumerate(EXAMPLES):
        (seeds / f"example-{number}").write_bytes(encode(frame))
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
