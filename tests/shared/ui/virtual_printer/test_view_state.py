"""What the virtual printer's window says of each state of the printer."""

from dataclasses import replace

import pytest

from shared.i18n import Words
from shared.printing.virtual.faults import Fault, Stage
from shared.printing.virtual.printer import VirtualPrinter
from shared.printing.virtual.script import ScriptedFault
from shared.printing.virtual.status import Condition
from shared.ui.virtual_printer import view_state as view
from shared.ui.virtual_printer.view_state import Seen

VI, EN = Words("vi"), Words("en")
OPEN = Condition(cover_open=True)
OPENED_PRINTING = Condition(cover_open=True, auto_recoverable=True)
AT_END = Condition(near_end=True, paper_end=True, paper_stop=True)
JAMMED = Condition(cutter_error=True)


@pytest.mark.parametrize(
    ("seen", "state"),
    [
        (Seen(), "ready"),
        (Seen(printing=True), "printing"),
        (Seen(condition=Condition(near_end=True)), "near_end"),
        (Seen(condition=Condition(near_end=True), printing=True), "printing"),
        (Seen(condition=Condition(near_end=True, paper_stop=True)), "paper_stop"),
        (Seen(condition=AT_END, printing=True), "paper_end"),
        (Seen(condition=OPEN), "opened"),
        (Seen(condition=OPENED_PRINTING, printing=True), "opened_printing"),
        (Seen(condition=JAMMED, faults=frozenset({Fault.CUTTER_JAM})), "jammed"),
        (Seen(condition=JAMMED), "unjammed"),
        (Seen(condition=Condition(auto_recoverable=True)), "hot"),
        (Seen(condition=Condition(unrecoverable=True, cover_open=True)), "dead"),
        (Seen(powered=False), "starting"),
        (Seen(powered=False, faults=frozenset({Fault.POWER_OFF})), "off"),
        (Seen(faults=frozenset({Fault.LINK_DOWN})), "unplugged"),
    ],
)
def test_the_state_that_matters_most_is_named(seen: Seen, state: str) -> None:
    assert view.state(seen) == state
    for words in (VI, EN):
        assert words.text(f"printer.{state}")
        assert words.text(f"printer.{state}_advice")


def test_what_else_is_not_as_usual_is_told() -> None:
    assert view.also(Seen(), EN) == ""
    everything = Seen(condition=Condition(near_end=True, cover_open=True), faults=frozenset(Fault))
    assert view.also(replace(everything, powered=False), EN) == (
        "The cable is unplugged · Paper is running low · It does not answer the software"
        " · The line is very slow · The cutter will jam at the next cut"
        " · It will be broken when switched on"
    )


def test_what_the_headline_says_is_not_said_twice() -> None:
    assert view.also(Seen(faults=frozenset({Fault.LINK_DOWN})), EN) == ""
    assert view.also(Seen(condition=Condition(near_end=True)), EN) == ""
    assert view.also(Seen(condition=AT_END), EN) == ""
    jammed = frozenset({Fault.CUTTER_JAM, Fault.UNRECOVERABLE})
    dead = Condition(cutter_error=True, unrecoverable=True)
    assert view.also(Seen(condition=dead, faults=jammed), EN) == ""


@pytest.mark.parametrize(
    ("seen", "lit"),
    [
        (Seen(), ["power"]),
        (Seen(condition=OPEN), ["power", "error"]),
        (Seen(condition=Condition(near_end=True)), ["power", "paper"]),
        (Seen(condition=AT_END), ["power", "error", "paper"]),
        (Seen(powered=False, condition=AT_END), []),
    ],
)
def test_lamps(seen: Seen, lit: list[str]) -> None:
    assert [lamp["id"] for lamp in view.lamps(seen, VI) if lamp["lit"]] == lit


def test_each_fault_has_a_switch_that_says_what_a_touch_does() -> None:
    seen = Seen(
        condition=Condition(near_end=True),
        faults=frozenset({Fault.MUTE}),
        planned=(ScriptedFault(Fault.COVER_OPEN, Stage.MID_ROWS),),
    )
    switches = {each["id"]: each for each in view.switches(seen, EN)}
    assert list(switches) == [fault.value for fault in Fault]
    assert {name for name, each in switches.items() if each["on"]} == {"near-end", "mute"}
    assert {name for name, each in switches.items() if each["planned"]} == {"cover-open"}
    assert switches["near-end"]["text"] == "Load a new roll", "it has become thin by itself"
    assert switches["paper-end"]["text"] == "Run out of paper"
    assert switches["cover-open"]["text"] == "Open the cover"


def test_moments_and_plans() -> None:
    moments = view.moments("mid-rows", EN)
    assert [each["text"] for each in moments if each["chosen"]] == ["Mid-ticket"]
    assert len(moments) == 6
    planned = (
        ScriptedFault(Fault.COVER_OPEN, Stage.MID_ROWS),
        ScriptedFault(Fault.POWER_OFF, Stage.DURING_CUT),
    )
    assert view.plans(Seen(planned=planned), EN) == (
        "Next ticket: Open the cover – Mid-ticket · Next ticket: Switch off – While cutting"
    )


def test_paper_and_mistakes() -> None:
    assert view.paper_left(Seen(paper_mm=1260.0), VI) == "Giấy còn 1,3 m"
    assert view.mistakes(Seen(), EN) == "The software has sent no wrong command"
    assert view.mistakes(Seen(mistakes=1), EN) == "The software has sent 1 wrong command"
    assert view.mistakes(Seen(mistakes=2), EN) == "The software has sent 2 wrong commands"


def test_a_printer_is_seen_as_it_is() -> None:
    printer = VirtualPrinter()
    printer.receive(b"HI", 0)
    printer.set_fault(Fault.COVER_OPEN, True, 0)
    assert view.look(printer) == Seen(
        condition=OPEN, faults=frozenset({Fault.COVER_OPEN}), paper_mm=80_000
    )
