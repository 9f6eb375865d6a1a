"""The names of what can go wrong with the virtual printer, and when. Values only."""

from enum import StrEnum


class Fault(StrEnum):
    """A switch on the printer: on, it is broken; off, somebody has put it right."""

    PAPER_NEAR_END = "near-end"
    PAPER_END = "paper-end"
    COVER_OPEN = "cover-open"
    CUTTER_JAM = "cutter-jam"
    HEAD_HOT = "head-hot"
    UNRECOVERABLE = "unrecoverable"
    MUTE = "mute"
    POWER_OFF = "power-off"
    LINK_DOWN = "link-down"
    SLOW_LINE = "slow-line"


class Stage(StrEnum):
    """A moment in the life of a ticket."""

    BEFORE = "before"
    FIRST_BAND = "first-band"
    MID_ROWS = "mid-rows"
    BEFORE_CUT = "before-cut"
    DURING_CUT = "during-cut"
    AFTER = "after"
