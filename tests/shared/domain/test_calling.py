"""The order of the queue, one sentence a rule."""

from shared.domain.calling import (
    may_call,
    may_recall_ms,
    next_ticket,
    people_ahead,
    waiting_by_service,
    waiting_for,
)
from shared.domain.commands import (
    BeginService,
    CallNext,
    FinishService,
    HoldTicket,
    IssueTicket,
    Outcome,
    ReleaseTicket,
    SignIn,
    SignOut,
    TransferTicket,
)
from shared.domain.ids import CounterId, OfficerId, ServiceId
from tests.fakes.halls import (
    BIRTH,
    COPIES,
    DISPENSER,
    ELDERLY,
    LAND,
    ONE,
    THREE,
    TWO,
    Play,
    at,
)

LAN, MINH = OfficerId("lan"), OfficerId("minh")


def play_with(*services: ServiceId) -> Play:
    play = Play()
    play.do(at(ONE), SignIn(officer=LAN))
    play.do(at(TWO), SignIn(officer=MINH))
    for service in services:
        play.later(1).do(DISPENSER, IssueTicket(service=service))
    return play


def called(play: Play, counter: CounterId = ONE) -> str:
    play.do(at(counter), CallNext())
    ticket = play.hall.counters[counter].ticket
    assert ticket is not None
    return play.hall.tickets[ticket].number


def served(play: Play, counter: CounterId = ONE) -> str:
    number = called(play, counter)
    play.do(at(counter), BeginService())
    play.do(at(counter), FinishService(outcome=Outcome.ADVICE))
    return number


def test_nobody_is_next_in_an_empty_hall() -> None:
    assert next_ticket(play_with().hall, ONE) is None


def test_among_equals_whoever_came_first_is_next_across_services() -> None:
    play = play_with(COPIES, BIRTH, COPIES)
    assert [served(play) for _ in range(3)] == ["A001", "A002", "A003"]


def test_priority_goes_before_others_however_late_it_came() -> None:
    play = play_with(BIRTH, BIRTH)
    play.do(DISPENSER, IssueTicket(service=COPIES, category=ELDERLY))
    assert [served(play) for _ in range(3)] == ["A003", "A001", "A002"]


def test_among_priority_people_whoever_came_first_is_next() -> None:
    play = play_with(BIRTH)
    play.do(DISPENSER, IssueTicket(service=BIRTH, category=ELDERLY))
    play.do(DISPENSER, IssueTicket(service=COPIES, category=ELDERLY))
    assert [served(play) for _ in range(3)] == ["A002", "A003", "A001"]


def test_a_counter_calls_only_what_it_serves() -> None:
    play = play_with(LAND)
    assert next_ticket(play.hall, ONE) is None
    assert next_ticket(play.hall, THREE) is not None


def test_two_counters_never_get_the_same_citizen() -> None:
    play = play_with(BIRTH, BIRTH)
    assert called(play, ONE) != called(play, TWO)


def test_a_transferred_citizen_keeps_the_place_in_line() -> None:
    play = play_with(LAND, BIRTH)
    play.do(at(THREE), SignIn(officer=LAN))
    called(play, THREE)
    play.do(at(THREE), TransferTicket(service=COPIES))
    assert called(play, ONE) == "B001"


def test_a_citizen_sent_to_one_counter_waits_for_that_counter_only() -> None:
    play = play_with(BIRTH)
    called(play, ONE)
    play.do(at(ONE), TransferTicket(counter=TWO))
    assert next_ticket(play.hall, ONE) is None
    assert called(play, TWO) == "A001"


def test_several_citizens_may_wait_for_one_counter() -> None:
    play = play_with(BIRTH, BIRTH)
    for _ in range(2):
        called(play, ONE)
        play.do(at(ONE), TransferTicket(counter=TWO))
    assert [served(play, TWO) for _ in range(2)] == ["A001", "A002"]


def test_a_citizen_bound_to_a_deserted_counter_is_called_by_others() -> None:
    play = play_with(BIRTH)
    called(play, ONE)
    play.do(at(ONE), TransferTicket(counter=TWO))
    play.do(at(TWO), SignOut())
    assert called(play, ONE) == "A001"


def test_a_deserted_counters_citizen_is_not_called_by_those_who_cannot_serve() -> None:
    play = play_with(BIRTH)
    play.do(at(THREE), SignIn(officer=LAN))
    called(play, ONE)
    play.do(at(ONE), TransferTicket(counter=TWO))
    play.do(at(TWO), SignOut())
    assert next_ticket(play.hall, THREE) is None


def test_a_released_ticket_returns_to_its_old_place_at_its_counter() -> None:
    play = play_with(BIRTH, BIRTH)
    called(play, ONE)
    play.do(at(ONE), HoldTicket(reason="copies"))
    held = next(iter(play.hall.held))
    play.do(at(ONE), ReleaseTicket(ticket=held))
    assert called(play, ONE) == "A001"


def test_people_ahead_counts_those_called_before() -> None:
    play = play_with(BIRTH, BIRTH)
    play.do(DISPENSER, IssueTicket(service=BIRTH, category=ELDERLY))
    by_number = {ticket.number: ticket for ticket in play.hall.tickets.values()}
    assert people_ahead(play.hall, by_number["A001"]) == 1
    assert people_ahead(play.hall, by_number["A002"]) == 2
    assert people_ahead(play.hall, by_number["A003"]) == 0


def test_the_waiting_list_is_in_calling_order() -> None:
    play = play_with(BIRTH, COPIES)
    play.do(DISPENSER, IssueTicket(service=BIRTH, category=ELDERLY))
    assert [t.number for t in waiting_for(play.hall, ONE)] == ["A003", "A001", "A002"]


def test_waiting_counts_include_those_bound_to_a_counter() -> None:
    play = play_with(BIRTH, BIRTH, LAND)
    called(play, ONE)
    play.do(at(ONE), TransferTicket(counter=TWO))
    assert waiting_by_service(play.hall) == {BIRTH: 2, LAND: 1}
    called(play, ONE)
    assert waiting_by_service(play.hall) == {BIRTH: 1, LAND: 1}


def test_a_ticket_bound_elsewhere_may_not_be_called() -> None:
    play = play_with(BIRTH)
    called(play, ONE)
    play.do(at(ONE), TransferTicket(counter=TWO))
    ticket = next(iter(play.hall.tickets.values()))
    assert not may_call(play.hall, ONE, ticket)
    assert may_call(play.hall, TWO, ticket)


def test_a_called_citizen_has_time_to_come() -> None:
    play = play_with(BIRTH)
    called(play, ONE)
    ticket = next(iter(play.hall.tickets.values()))
    assert may_recall_ms(play.hall, ticket) == play.now + 20_000
