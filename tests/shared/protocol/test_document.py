"""The protocol page is made from the types, and up to date."""

import json
import re

from shared.domain.commands import ConfirmShown, IssueTicket, SignIn
from shared.domain.ids import OfficerId
from shared.hub.topics import ticket_place
from shared.protocol.document import EXAMPLES, main, page
from shared.protocol.messages import Answer, Ask, Do, Done, Manage, Refused
from tests.fakes.halls import BIRTH, BOARD, DISPENSER, ONE, Play, at


def test_the_page_is_up_to_date() -> None:
    assert main(["--check"]) == 0


def test_its_examples_fit_each_other() -> None:
    """Every request that is shown is answered before the next, by its id."""
    open_id = ""
    for who, frame in EXAMPLES:
        if isinstance(frame, Do | Ask | Manage):
            assert who == "device"
            assert open_id == "", f"{open_id} was not answered"
            open_id = frame.id
        elif isinstance(frame, Done | Refused | Answer):
            assert frame.id == open_id
            open_id = ""
    assert open_id == ""


def test_its_examples_are_what_the_rules_say() -> None:
    """The counter's commands, given to a real hall, bring what the page says."""
    play = Play()
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    play.do(at(ONE), SignIn(officer=OfficerId("lan")))
    commands = [frame.command for _, frame in EXAMPLES if isinstance(frame, Do)][1:]
    for command in commands[:-1]:
        actor = BOARD if isinstance(command, ConfirmShown) else at(ONE)
        play.do(actor, command)
    refused = [frame.refusal for _, frame in EXAMPLES if isinstance(frame, Refused)]
    assert [play.refused(at(ONE), commands[-1])] == refused
    (place,) = [frame.place for _, frame in EXAMPLES if isinstance(frame, Answer)]
    found = ticket_place(play.hall, "A001", "")
    assert place is not None
    assert found is not None
    assert (found.state, found.counter) == (place.state, place.counter)


def test_its_schema_is_json_and_names_every_command() -> None:
    found = re.search(r"```json\n(.*?)\n```", page(), flags=re.DOTALL)
    assert found
    schema = json.loads(found[1])
    assert {"IssueTicket", "CallNext", "NumberGiven", "Setup"} <= set(schema["$defs"])
