"""Giving numbers."""

from shared.domain.commands import Actor, IssueTestTicket, IssueTicket, Role, SignIn
from shared.domain.errors import (
    CounterShut,
    NotAllowed,
    OnBreak,
    TooManyServices,
    UnknownCategory,
    UnknownService,
)
from shared.domain.events import TicketIssued, TrialTicketIssued
from shared.domain.ids import CategoryId, OfficerId, ServiceId
from tests.fakes.halls import (
    BIRTH,
    BOARD,
    COPIES,
    DISPENSER,
    LAND,
    OFFICE,
    ONE,
    Play,
    at,
    small_plan,
)

NOON_S = 4 * 3600


def test_a_number_says_everything_about_the_visit() -> None:
    (event,) = Play().do(DISPENSER, IssueTicket(service=BIRTH, further=(LAND,), language="en"))
    assert isinstance(event, TicketIssued)
    assert (event.number, event.place, event.further, event.language) == ("A001", 1, (LAND,), "en")
    assert event.counter is None


def test_an_officer_gives_numbers_even_at_noon() -> None:
    play = Play(small_plan(OFFICE)).later(NOON_S)
    play.do(at(ONE), SignIn(officer=OfficerId("lan")))
    assert isinstance(play.refused(DISPENSER, IssueTicket(service=BIRTH)), OnBreak)
    (event,) = play.do(at(ONE), IssueTicket(service=BIRTH))
    assert isinstance(event, TicketIssued)
    assert event.counter == ONE


def test_an_unstaffed_counter_gives_no_numbers() -> None:
    assert Play().refused(at(ONE), IssueTicket(service=BIRTH)) == CounterShut()


def test_what_the_hall_does_not_have_is_refused() -> None:
    play = Play()
    nonsense = ServiceId("nonsense")
    assert play.refused(DISPENSER, IssueTicket(service=nonsense)) == UnknownService()
    further = IssueTicket(service=BIRTH, further=(nonsense,))
    assert play.refused(DISPENSER, further) == UnknownService()
    category = IssueTicket(service=BIRTH, category=CategoryId("nonsense"))
    assert play.refused(DISPENSER, category) == UnknownCategory()


def test_a_visit_holds_five_services_at_most() -> None:
    command = IssueTicket(service=BIRTH, further=(COPIES,) * 5)
    assert Play().refused(DISPENSER, command) == TooManyServices(most=5)


def test_test_tickets_stand_outside_every_series() -> None:
    play = Play()
    assert play.do(DISPENSER, IssueTestTicket()) == (TrialTicketIssued(serial=1),)
    assert play.do(DISPENSER, IssueTestTicket()) == (TrialTicketIssued(serial=2),)
    (event,) = play.do(DISPENSER, IssueTicket(service=BIRTH))
    assert isinstance(event, TicketIssued)
    assert event.number == "A001"
    assert len(play.hall.tickets) == 1


def test_other_devices_give_no_numbers() -> None:
    assert Play().refused(BOARD, IssueTicket(service=BIRTH)) == NotAllowed()
    stranger = Actor(role=Role.COUNTER, place="counter-99")
    assert Play().refused(stranger, IssueTicket(service=BIRTH)) == NotAllowed()
