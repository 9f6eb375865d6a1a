"""Numbers on paper, ids in the log, tokens in the QR."""

from dataclasses import replace

import pytest

from shared.domain.commands import IssueTicket
from shared.domain.errors import NumbersUsedUp
from shared.domain.ids import SeriesId, ServiceId, TicketId
from shared.domain.numbering import (
    next_serial,
    number_on_paper,
    qr_text,
    ticket_id,
    ticket_meant,
    token_for,
    token_in,
)
from shared.domain.plan import Plan, Series
from tests.fakes.halls import BIRTH, COPIES, DISPENSER, KEY, LAND, Play


def test_numbers_have_three_digits_or_as_many_as_the_range_needs() -> None:
    assert number_on_paper(Series(SeriesId("a"), "A", 1, 99), 7) == "A007"
    assert number_on_paper(Series(SeriesId("a"), "AF", 1, 5000), 7) == "AF0007"


def test_ids_tell_the_same_number_of_two_days_apart() -> None:
    assert ticket_id("2026-11-24", "A012") == "20261124-A012"


def test_services_of_one_series_share_its_numbers() -> None:
    play = Play()
    for service in (BIRTH, COPIES, LAND):
        play.do(DISPENSER, IssueTicket(service=service))
    assert sorted(t.number for t in play.hall.tickets.values()) == ["A001", "A002", "B001"]
    assert next_serial(play.hall, SeriesId("a")) == 3


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("A001", "A001"),
        ("A1", "A001"),
        (" a 01 ", "A001"),
        ("a-0001", "A001"),
        ("B1", "B001"),
        ("2", "A002"),
        ("0002", "A002"),
        ("1", None),
        ("C1", None),
        ("A3", None),
        ("A0", None),
        ("A", None),
        ("1A", None),
        ("", None),
        ("Đ1", None),
    ],
)
def test_a_number_is_found_as_people_say_it(said: str, number: str | None) -> None:
    """A001, A002 and B001 were given, so that 2 is of one series and 1 of two."""
    play = Play()
    for service in (BIRTH, COPIES, LAND):
        play.do(DISPENSER, IssueTicket(service=service))
    expected = None if number is None else ticket_id(play.hall.day, number)
    assert ticket_meant(play.hall, said) == expected


def test_what_is_written_whole_is_meant_whatever_else_ends_so() -> None:
    play = Play()
    b = SeriesId("b")
    play.replan(series={**play.hall.plan.series, b: Series(b, "", 1, 999)})
    for service in (BIRTH, LAND):
        play.do(DISPENSER, IssueTicket(service=service))
    assert ticket_meant(play.hall, "001") == ticket_id(play.hall.day, "001")
    play.replan(series={**play.hall.plan.series, b: Series(b, "C", 1, 999)})
    assert ticket_meant(play.hall, "001") == ticket_id(play.hall.day, "001"), "given before"


def test_tokens_differ_by_ticket_and_by_day_key() -> None:
    one, two = TicketId("20261124-A001"), TicketId("20261124-A002")
    tokens = {token_for(KEY, one), token_for(KEY, two), token_for("00" * 16, one)}
    assert len(tokens) == 3
    assert all(len(token) == 16 for token in tokens)


def test_the_qr_text_leads_back_to_the_token() -> None:
    assert token_in(qr_text("ABC")) == "ABC"
    assert token_in("https://example.org") == ""


def with_series_of(plan: Plan, service: ServiceId, series: Series) -> dict[str, object]:
    """Return the changes that move a service to a series."""
    moved = replace(plan.services[service], series=series.id)
    return {
        "services": {**plan.services, service: moved},
        "series": {**plan.series, series.id: series},
    }


def test_a_service_moved_to_another_series_leaves_no_number_to_be_given_twice() -> None:
    play = Play()
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    play.replan(**with_series_of(play.hall.plan, BIRTH, Series(SeriesId("c"), "C", 1, 999)))
    play.do(DISPENSER, IssueTicket(service=COPIES))
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    numbers = [ticket.number for ticket in play.hall.tickets.values()]
    assert sorted(numbers) == ["A001", "A002", "A003", "C003"]


def test_series_that_exchange_prefixes_pass_over_each_others_numbers() -> None:
    play = Play()
    for service in (BIRTH, LAND, LAND):
        play.do(DISPENSER, IssueTicket(service=service))
    a, b = SeriesId("a"), SeriesId("b")
    play.replan(series={a: Series(a, "B", 1, 999), b: Series(b, "A", 1, 999)})
    play.do(DISPENSER, IssueTicket(service=BIRTH))
    assert [t.number for t in play.hall.tickets.values() if t.place == 4] == ["B003"]


def test_numbers_follow_a_range_that_was_moved_up() -> None:
    play = Play()
    play.do(DISPENSER, IssueTicket(service=LAND))
    b = SeriesId("b")
    play.replan(series={**play.hall.plan.series, b: Series(b, "B", 100, 101)})
    assert next_serial(play.hall, b) == 100


def test_no_number_is_left_when_the_rest_are_on_todays_tickets() -> None:
    play = Play()
    play.do(DISPENSER, IssueTicket(service=LAND))
    play.replan(**with_series_of(play.hall.plan, BIRTH, Series(SeriesId("c"), "B", 1, 1)))
    assert play.refused(DISPENSER, IssueTicket(service=BIRTH)) == NumbersUsedUp(BIRTH)
