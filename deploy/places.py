"""Which devices of a hall file are put on one machine: one of each kind and two counters."""

from dataclasses import dataclass

from shared.config.loader import HallSetup

COUNTERS = 2


@dataclass(frozen=True, slots=True)
class Places:
    """The devices of a hall that fit on one machine's screen."""

    dispenser: str | None
    board: str | None
    counters: tuple[str, ...]
    kiosk: str | None

    def awaited(self) -> list[str]:
        """Return the hub's options for telling staff of these devices only."""
        missed = (self.board, self.dispenser)
        return [word for place in missed if place for word in ("--await", place)]


def places(setup: HallSetup) -> Places:
    """Return one device of each kind, and the counters that the board shows first."""
    speaking = [board for board in setup.devices.boards.values() if board.voice]
    board = next(iter(speaking or setup.devices.boards.values()), None)
    counters = board.counters if board else tuple(setup.plan.counters)
    return Places(
        dispenser=next(iter(setup.devices.dispensers), None),
        board=board.id if board else None,
        counters=tuple(counters[:COUNTERS]),
        kiosk=next(iter(setup.devices.kiosks), None),
    )
