"""Dossiers in people's words."""

import pytest

from shared.catalog.dossiers.dossier import Dossier, State
from shared.catalog.dossiers.told import STALE_AFTER_MS, Told, told
from shared.i18n import Words

VI = Words("vi")
NOW_MS = 1_795_660_200_000  # 2026-11-26 09:30 in Asia/Ho_Chi_Minh
OFFSET = 7 * 60
CODE = "H48.16-261103-0012"


def shown(words: Words = VI, synced_ms: int = NOW_MS, **fields: object) -> Told:
    base: dict[str, object] = {
        "code": CODE,
        "procedure": "Thả diều",
        "state": State.IN_PROGRESS,
        "received": "2026-11-03T08:30",
        "due": "2026-11-30T23:59",
    }
    dossier = Dossier(**(base | fields))  # type: ignore[arg-type]
    return told(dossier, words, NOW_MS, synced_ms, OFFSET)


def test_a_dossier_in_time() -> None:
    assert shown(masked_name="N*** A***", unit="Văn phòng") == Told(
        code=CODE,
        procedure="Thả diều",
        name="N*** A***",
        state="Đang xử lý",
        dates=("Nhận hồ sơ: 03/11/2026", "Hẹn trả: 30/11/2026"),
        overdue="",
        next_step="Xin chờ đến ngày hẹn.",
        unit="Văn phòng",
        sync="Số liệu lúc 09:30 ngày 26/11/2026",
        stale=False,
    )


def test_overdue_is_said_with_the_new_date_of_the_apology() -> None:
    late = shown(due="2026-11-24T23:59", apology_due="2026-11-30T23:59")
    assert late.overdue == (
        "Đã quá hẹn 2 ngày. Chúng tôi xin lỗi ông/bà. Hẹn lại theo phiếu xin lỗi: 30/11/2026."
    )
    assert shown(Words("en"), due="2026-11-26T09:00").overdue == (
        "It is 1 day overdue. We apologise."
    )


def test_what_was_late_and_is_handed_over_is_not_complained_of() -> None:
    over = shown(state=State.RETURNED, due="2026-11-20T23:59", finished="2026-11-22T08:00",
                 returned="2026-11-23T08:00")  # fmt: skip
    assert over.overdue == ""
    assert over.dates[-1] == "Đã trả: 23/11/2026"


def test_a_result_that_is_ready_says_where_to_go() -> None:
    ready = shown(state=State.DONE, finished="2026-11-25T08:00")
    assert ready.dates[-1] == "Có kết quả: 25/11/2026"
    assert ready.next_step.startswith("Mời đến quầy trả kết quả")


def test_an_unknown_state_is_asked_of_the_counter() -> None:
    unknown = shown(state=None, received="", due="")
    assert unknown.state == "Đang xử lý"
    assert unknown.next_step == "Xin hỏi cán bộ tại quầy để biết cụ thể."
    assert unknown.dates == ()


def test_old_figures_are_never_shown_as_today_s() -> None:
    assert shown(synced_ms=NOW_MS - STALE_AFTER_MS - 1).stale
    assert not shown(synced_ms=NOW_MS - STALE_AFTER_MS).stale


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_state_has_its_words(language: str) -> None:
    for state in State:
        each = shown(Words(language), state=state)
        assert each.state
        assert each.next_step
