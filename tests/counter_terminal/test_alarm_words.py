"""Troubles in the words staff use."""

from msgspec.structs import replace

from counter_terminal.alarm_words import alarm_text
from shared.domain.commands import Role
from shared.i18n import Words
from shared.protocol.topics import Alarm
from tests.counter_terminal.test_app import desk
from tests.counter_terminal.test_view_state import EMPTY, VI, known


def test_before_anything_is_known_nothing_is_said() -> None:
    assert alarm_text(EMPTY, VI) == ""


def test_devices_have_the_names_staff_know() -> None:
    alarms = (
        Alarm("printer_paper_end", Role.DISPENSER, "dispenser-1", 0),
        Alarm("printer_near_end", Role.DISPENSER, "dispenser-1", 0, second=True, count=7),
        Alarm("printer_cover_open", Role.COUNTER, "counter-3", 0),
        Alarm("slip_unsure", Role.HUB, "hub", 0, "A001"),
        Alarm("slip_unsure", Role.HUB, "hub", 0, "A002"),
        Alarm("no_sound", Role.BOARD, "board-1", 0),
        Alarm("help_wanted", Role.KIOSK, "kiosk-1", 0),
        Alarm("clock_doubtful", Role.HUB, "hub", 0),
    )
    state = known(desk=replace(desk(), alarms=alarms))
    assert alarm_text(state, VI) == (
        "Chưa chắc đã có phiếu: A001, A002 · Máy in ở Máy lấy số 1: hết giấy · "
        "Máy in ở Máy lấy số 1 (máy thứ hai): sắp hết giấy, còn khoảng 7 phiếu · "
        "Máy in ở Quầy 3: nắp đang mở · Bảng 1: không phát được tiếng · "
        "Ki-ốt tra cứu 1: người dân cần cán bộ giúp · "
        "Ngày giờ của máy chủ có thể sai. Xin báo người phụ trách máy."
    )
    assert "Board 1: no sound" in alarm_text(state, Words("en"))


def test_whoever_meets_a_false_hub_or_is_posed_as_is_named() -> None:
    alarms = (
        Alarm("false_hub", Role.KIOSK, "kiosk-1", 0),
        Alarm("cloned", Role.PANEL, "counter-3", 0),
        Alarm("cloned", Role.HEAD, "keeper", 0),
    )
    state = known(desk=replace(desk(), alarms=alarms))
    assert alarm_text(state, VI) == (
        "Ki-ốt tra cứu 1: gặp máy chủ giả trên mạng. Xin báo người phụ trách. · "
        "Quầy 3: có máy lạ mang danh máy này. Xin báo người phụ trách. · "
        "Người phụ trách: có máy lạ mang danh máy này. Xin báo người phụ trách."
    )
