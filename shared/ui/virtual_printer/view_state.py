"""What the virtual printer's window says, from what the printer is. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, field

from shared.i18n import Words
from shared.printing.virtual.faults import Fault, Stage
from shared.printing.virtual.printer import VirtualPrinter
from shared.printing.virtual.script import ScriptedFault
from shared.printing.virtual.status import Condition

NOW = "now"
MOMENTS = (NOW, *(stage.value for stage in Stage if stage is not Stage.BEFORE))
"""When a fault may come: at once, or at a stage of the next ticket."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A printer as it is at one moment."""

    condition: Condition = field(default_factory=Condition)
    faults: frozenset[Fault] = frozenset()
    powered: bool = True
    printing: bool = False
    paper_mm: float = 0.0
    planned: tuple[ScriptedFault, ...] = ()
    slips: int = 0
    mistakes: int = 0
    last_mistakes: tuple[str, ...] = ()


def look(printer: VirtualPrinter) -> Seen:
    """Return what can be seen of a printer now; what has happened to it, others know."""
    return Seen(
        condition=printer.condition,
        faults=printer.faults,
        powered=printer.powered,
        printing=printer.printing,
        paper_mm=printer.paper_mm,
    )


STATES: tuple[tuple[str, Callable[[Seen], bool]], ...] = (
    ("off", lambda seen: Fault.POWER_OFF in seen.faults),
    ("starting", lambda seen: not seen.powered),
    ("dead", lambda seen: seen.condition.unrecoverable),
    ("opened_printing", lambda seen: _open(seen) and seen.condition.auto_recoverable),
    ("opened", lambda seen: _open(seen)),
    ("paper_end", lambda seen: seen.condition.paper_end),
    ("paper_stop", lambda seen: seen.condition.paper_stop),
    ("jammed", lambda seen: seen.condition.cutter_error and Fault.CUTTER_JAM in seen.faults),
    ("unjammed", lambda seen: seen.condition.cutter_error),
    ("hot", lambda seen: seen.condition.auto_recoverable),
    ("unplugged", lambda seen: Fault.LINK_DOWN in seen.faults),
    ("printing", lambda seen: seen.printing),
    ("near_end", lambda seen: seen.condition.near_end),
    ("ready", lambda seen: True),
)
"""The printer's states, the one that matters most first."""

WELL = ("ready", "printing")


def state(seen: Seen) -> str:
    """Return the state that matters most."""
    return next(name for name, holds in STATES if holds(seen))


def _open(seen: Seen) -> bool:
    return seen.condition.cover_open


def also(seen: Seen, words: Words) -> str:
    """Return what else is not as usual, in one line."""
    others = {
        "unplugged": Fault.LINK_DOWN in seen.faults,
        "near_end": seen.condition.near_end and not seen.condition.paper_end,
        "mute": Fault.MUTE in seen.faults,
        "slow": Fault.SLOW_LINE in seen.faults,
        "will_jam": Fault.CUTTER_JAM in seen.faults and not seen.condition.cutter_error,
        "will_die": Fault.UNRECOVERABLE in seen.faults and not seen.condition.unrecoverable,
    }
    told = [name for name, holds in others.items() if holds and name != state(seen)]
    return " · ".join(words.text(f"printer.also_{name}") for name in told)


def lamps(seen: Seen, words: Words) -> list[dict[str, object]]:
    """Return the lamps on the printer: which are lit, with their names."""
    lit = {
        "power": seen.powered,
        "error": seen.powered and seen.condition.offline,
        "paper": seen.powered and (seen.condition.near_end or seen.condition.paper_end),
    }
    return [
        {"id": name, "name": words.text(f"printer.lamp_{name}"), "lit": on}
        for name, on in lit.items()
    ]


def switches(seen: Seen, words: Words) -> list[dict[str, object]]:
    """Return a switch for each fault: what a touch does, and whether it is broken, or will be."""
    planned = {each.fault for each in seen.planned}
    return [
        {
            "id": fault.value,
            "text": words.text(
                f"printer.{'mend' if is_on(fault, seen) else 'break'}_{_key(fault)}"
            ),
            "on": is_on(fault, seen),
            "planned": fault in planned,
        }
        for fault in Fault
    ]


def is_on(fault: Fault, seen: Seen) -> bool:
    """Tell whether a switch is on; paper also ends by itself."""
    match fault:
        case Fault.PAPER_NEAR_END:
            return seen.condition.near_end
        case Fault.PAPER_END:
            return seen.condition.paper_end
    return fault in seen.faults


def moments(chosen: str, words: Words) -> list[dict[str, object]]:
    """Return the moments to choose from."""
    return [
        {"id": moment, "text": words.text(f"printer.at_{_key(moment)}"), "chosen": moment == chosen}
        for moment in MOMENTS
    ]


def plans(seen: Seen, words: Words) -> str:
    """Return which faults wait for the next ticket."""
    return " · ".join(
        words.text(
            "printer.planned",
            fault=words.text(f"printer.break_{_key(each.fault)}"),
            moment=words.text(f"printer.at_{_key(each.stage)}"),
        )
        for each in seen.planned
    )


def paper_left(seen: Seen, words: Words) -> str:
    """Return how much paper there is, in metres with one digit."""
    metres = f"{seen.paper_mm / 1000:.1f}".replace(".", words.text("common.decimal"))
    return words.text("printer.paper_left", metres=metres)


def mistakes(seen: Seen, words: Words) -> str:
    """Return a heading for the host's mistakes."""
    if not seen.mistakes:
        return words.text("printer.no_mistakes")
    return words.counted("printer.mistakes", seen.mistakes)


def _key(name: str) -> str:
    return name.replace("-", "_")
