"""The hall's troubles in the words staff use: devices by their names, never by their ids. Pure."""

from counter_terminal.view_state import ViewState
from shared.domain.commands import Role
from shared.domain.ids import BoardId, CounterId
from shared.i18n import Words, names_in
from shared.protocol.topics import Alarm, Setup


def alarm_text(state: ViewState, words: Words) -> str:
    """Return the hall's troubles in one line; what is alike is named together."""
    if state.desk is None or state.setup is None:
        return ""
    alarms, setup = state.desk.alarms, state.setup
    unsure = [alarm.number for alarm in alarms if alarm.kind == "slip_unsure"]
    away = [_device(setup, alarm, words) for alarm in alarms if alarm.kind == "device_away"]
    texts = [
        words.text(
            f"counter.alarm_{alarm.kind}",
            place=_place(setup, alarm, words),
            count=alarm.count,
        )
        for alarm in alarms
        if alarm.kind not in ("device_away", "slip_unsure")
    ]
    if unsure:
        texts.insert(0, words.text("counter.alarm_slip_unsure", numbers=", ".join(unsure)))
    if away:
        texts.append(words.text("counter.alarm_device_away", places=", ".join(away)))
    return " · ".join(texts)


def _place(setup: Setup, alarm: Alarm, words: Words) -> str:
    device = _device(setup, alarm, words)
    return words.text("counter.second_printer", place=device) if alarm.second else device


def _device(setup: Setup, alarm: Alarm, words: Words) -> str:
    match alarm.role:
        case Role.HUB:
            return ""
        case Role.DISPENSER:
            return names_in(setup.devices.dispensers[alarm.place].names, words.language)
        case Role.BOARD:
            return names_in(setup.devices.boards[BoardId(alarm.place)].names, words.language)
        case Role.KIOSK:
            return names_in(setup.devices.kiosks[alarm.place].names, words.language)
        case Role.COUNTER | Role.PANEL:
            label = setup.plan.counters[CounterId(alarm.place)].label
            return words.text("common.counter", label=label)
    # There is one head, and nobody's place is an observer's.
    return words.text(f"joining.role_{alarm.role}")
