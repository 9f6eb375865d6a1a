"""Limits on what travels, so that no frame grows."""

import msgspec
import pytest

from shared.domain.commands import (
    CallTicket,
    Command,
    DeviceCommand,
    FinishService,
    HoldTicket,
    IssueTicket,
    Outcome,
    RateService,
)
from shared.domain.ids import ServiceId, TicketId

BIRTH = ServiceId("birth")
TICKET = TicketId("20261123-A001")
DECODER = msgspec.json.Decoder[DeviceCommand](DeviceCommand)


def travelled(command: Command) -> object:
    return DECODER.decode(msgspec.json.encode(command))


@pytest.mark.parametrize(
    "command",
    [
        IssueTicket(service=BIRTH, further=(BIRTH,) * 4),
        CallTicket(ticket=TICKET, reason="x" * 200),
        FinishService(outcome=Outcome.ACCEPTED, dossiers=("x" * 40,) * 10),
        RateService(ticket=TICKET, level="poor", reasons=("slow",) * 10),
    ],
)
def test_commands_travel_up_to_their_limits(command: Command) -> None:
    assert travelled(command) == command


@pytest.mark.parametrize(
    "command",
    [
        IssueTicket(service=BIRTH, further=(BIRTH,) * 5),
        IssueTicket(service=BIRTH, language="x" * 9),
        CallTicket(ticket=TICKET, reason="x" * 201),
        HoldTicket(reason=""),
        FinishService(outcome=Outcome.ACCEPTED, dossiers=("",)),
        FinishService(outcome=Outcome.ACCEPTED, dossiers=("x",) * 11),
    ],
)
def test_commands_beyond_their_limits_are_not_read(command: Command) -> None:
    with pytest.raises(msgspec.ValidationError):
        travelled(command)


def test_unknown_words_are_not_read() -> None:
    with pytest.raises(msgspec.ValidationError):
        DECODER.decode(b'{"do":"CallNext","hurry":true}')
    with pytest.raises(msgspec.ValidationError):
        DECODER.decode(b'{"do":"OpenDay","key":"00000000000000000000000000000000"}')
