"""Numbers on paper, ids in the log, tokens in the QR."""

from shared.domain.commands import IssueTicket
from shared.domain.ids import SeriesId, TicketId
from shared.domain.numbering import (
    next_serial,
    number_on_paper,
    qr_text,
    ticket_id,
    token_for,
    token_in,
)
from shared.domain.plan import Series
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


def test_tokens_differ_by_ticket_and_by_day_key() -> None:
    one, two = TicketId("20261124-A001"), TicketId("20261124-A002")
    tokens = {token_for(KEY, one), token_for(KEY, two), token_for("00" * 16, one)}
    assert len(tokens) == 3
    assert all(len(token) == 16 for token in tokens)


def test_the_qr_text_leads_back_to_the_token() -> None:
    assert token_in(qr_text("ABC")) == "ABC"
    assert token_in("https://example.org") == ""
