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
        Alarm("printer_unreachable", Role.DISPENSER, "dispenser-1", 0, "A001"),
        Alarm("printer_unreachable", Role.COUNTER, "counter-3", 0),
        Alarm("no_sound", Role.BOARD, "board-1", 0),
        Alarm("help_wanted", Role.KIOSK, "kiosk-1", 0),
        Alarm("clock_doubtful", Role.HUB, "hub", 0),
    )
    state = known(desk=replace(desk(), alarms=alarms))
    assert alarm_text(state, VI) == (
        "Máy lấy số 1: máy in không in được số A001 · Quầy 3: máy in không in được số – · "
        "Bảng 1: không phát được tiếng · Ki-ốt tra cứu 1: người dân cần cán bộ giúp · "
        "Ngày giờ của máy chủ có thể sai. Xin báo người phụ trách máy."
    )
    assert "Board 1: no sound" in alarm_text(state, Words("en"))
