"""What stands on a ticket."""

from dataclasses import asdict, replace

import pytest

from shared.domain.ids import CounterId, ServiceId, TicketId
from shared.domain.plan import CallRules
from shared.printing.ticket_words import ticket_content
from shared.protocol.messages import NumberGiven, TrialNumberGiven
from tests.fakes.halls import BIRTH, ELDERLY, LAND, MONDAY_8_AM, small_plan


def given(service: ServiceId = BIRTH, **changes: object) -> NumberGiven:
    values: dict[str, object] = {
        "ticket": TicketId("20261123-A012"),
        "number": "A012",
        "token": "K5QXE4TFNRSXEZLT",
        "service": service,
        "ahead": 3,
        "issued_ms": MONDAY_8_AM,
    }
    return NumberGiven(**(values | changes))  # type: ignore[arg-type]  # checked by the struct


def test_a_ticket_in_vietnamese() -> None:
    content = ticket_content(given(category=ELDERLY), small_plan(), "vi")
    assert content.number == "A012"
    assert content.bar == "Người cao tuổi (từ 75)"
    assert content.counters == "Quầy 1, 2"
    assert content.ahead == "Còn 3 người trước ông/bà"
    assert content.issued == "08:00 · 23/11/2026"
    assert content.qr == "MOTCUA:K5QXE4TFNRSXEZLT"


def test_only_a_marked_copy_says_that_it_is_one() -> None:
    assert ticket_content(given(copy=2), small_plan(), "vi").again == ""
    marked = given(copy=2, marked=True)
    assert ticket_content(marked, small_plan(), "vi").again == "IN LẠI"
    assert ticket_content(marked, small_plan(), "en").again == "REPRINT"


def test_a_ticket_in_english() -> None:
    content = ticket_content(given(ahead=1), small_plan(), "en")
    assert content.ahead == "1 person before you"
    assert ticket_content(given(LAND), small_plan(), "en").counters == "Counter 3"


def test_whoever_is_next_is_told_so() -> None:
    assert ticket_content(given(ahead=0), small_plan(), "en").ahead == "You are next"


def test_the_ticket_names_the_field_never_the_procedure() -> None:
    content = ticket_content(given(), small_plan(), "vi")
    assert content.service == "Tư pháp"
    assert "Khai sinh" not in " ".join(asdict(content).values())


def test_a_service_that_nobody_serves_names_no_counter() -> None:
    assert ticket_content(given(), replace(small_plan(), counters={}), "vi").counters == ""


@pytest.mark.parametrize(
    ("labels", "shown"),
    [
        (["1"], "Quầy 1"),
        (["1", "2"], "Quầy 1, 2"),
        (["1", "2", "3", "4"], "Quầy 1–4"),
        (["2", "4", "5", "6", "9", "10", "A"], "Quầy 2, 4–6, 9, 10, A"),
        (["3", "2", "1"], "Quầy 3, 2, 1"),
    ],
)
def test_runs_of_counters_are_told_short(labels: list[str], shown: str) -> None:
    plan = small_plan()
    counter = next(iter(plan.counters.values()))
    ids = [CounterId(f"counter-{label}") for label in labels]
    counters = {
        id_: replace(counter, id=id_, label=label, serves=(BIRTH,))
        for id_, label in zip(ids, labels, strict=True)
    }
    content = ticket_content(given(), replace(plan, counters=counters), "vi")
    assert content.counters == shown


def test_the_rule_tells_how_often_one_is_called() -> None:
    for calls in (1, 3):
        plan = replace(small_plan(), call_rules=CallRules(calls_before_missed=calls))
        vi, en = (ticket_content(given(), plan, language).rule for language in ("vi", "en"))
        assert f"Sau {calls} lần gọi" in vi
        assert ("after 3 calls" in en) == (calls == 3)


def test_a_test_ticket_says_that_it_is_one() -> None:
    content = ticket_content(TrialNumberGiven(serial=2, issued_ms=MONDAY_8_AM), small_plan(), "vi")
    assert (content.bar, content.number, content.qr) == ("PHIẾU THỬ", "THỬ 2", "")
