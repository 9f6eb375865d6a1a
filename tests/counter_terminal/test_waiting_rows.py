"""The list: what I hold, who waits by service, who was missed."""

from msgspec.structs import replace

from counter_terminal.waiting_rows import waiting_rows
from shared.protocol.topics import WaitingTicket
from tests.counter_terminal.test_app import A001, A002, A003, A004, desk
from tests.counter_terminal.test_view_state import EMPTY, VI, known
from tests.fakes.halls import BIRTH, COPIES, MINUTE_MS, MONDAY_8_AM


def test_before_anything_is_known_the_list_is_empty() -> None:
    assert waiting_rows(EMPTY, VI) == []


def test_people_stand_under_their_service_in_calling_order() -> None:
    waiting = tuple(
        WaitingTicket(id_, number, service, None, MONDAY_8_AM - age * MINUTE_MS, MONDAY_8_AM + 1)
        for id_, number, service, age in (
            (A001, "A001", COPIES, 5), (A002, "A002", BIRTH, 9),
            (A003, "A003", COPIES, 12), (A004, "A004", BIRTH, 2),
        )
    )  # fmt: skip
    state = known(desk=replace(desk(), waiting=waiting, held=(), missed=()))
    rows = waiting_rows(state, VI)
    assert [(row["number"], row["name"], row["detail"]) for row in rows] == [
        ("", "Chứng thực (2)", "lâu nhất 12 phút"),
        ("A001", "Tiếp theo · Chờ 5 phút", ""),
        ("A003", "Chờ 12 phút", ""),
        ("", "Khai sinh (2)", "lâu nhất 9 phút"),
        ("A002", "Chờ 9 phút", ""),
        ("A004", "Chờ 2 phút", ""),
    ]


def test_what_i_hold_stands_first_and_missed_ones_last() -> None:
    rows = waiting_rows(known(), VI)
    assert [row["name"] for row in rows if row["kind"] == "section"] == [
        "Tôi đang giữ (1)", "Chứng thực (1)", "Khai sinh (1)", "Lỡ lượt (1)",
    ]  # fmt: skip
    assert rows[1]["detail"] == "bổ sung bản sao · hẹn 08:10"
    assert rows[-1]["detail"] == "được quay lại đến 08:10"


def test_a_held_ticket_without_a_time_and_a_missed_one_too_late() -> None:
    held = replace(desk().held[0], until_ms=None)
    state = known(desk=replace(desk(), held=(held,)), hub_ms=MONDAY_8_AM + 10**9)
    rows = waiting_rows(state, VI)
    assert [row["kind"] for row in rows].count("missed") == 0
    assert rows[1]["detail"] == "bổ sung bản sao"


def test_a_wait_beyond_the_target_is_said_in_words() -> None:
    late = next(row for row in waiting_rows(known(), VI) if row["late"])
    assert late["name"] == "Chờ 45 phút · QUÁ THỜI GIAN CHỜ"
