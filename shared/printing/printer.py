"""One printer, used by one thread: opened when needed, looked at, printed on.

It knows the way there, what the printer answers, how much paper is left, and whether an earlier
job may have left something in it. What is said, the scripts know (job, probe).
"""

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from shared.domain.devices import Answers, Cut, PrinterPlan, PrinterProfile
from shared.domain.slips import PrintOutcome
from shared.printing import commands, paper
from shared.printing.address import Address, SerialAddress, parse_address
from shared.printing.asking import Abilities, PrinterNow
from shared.printing.conversation import Clock, converse
from shared.printing.dialogue import Script, Talk
from shared.printing.escpos import FAST, SLOW, BandRules, pieces_of
from shared.printing.job import Ended, Order, print_picture
from shared.printing.memory import Memory
from shared.printing.picture import Paper, Picture
from shared.printing.probe import Found, look, overhear, probe
from shared.printing.status import Condition, Reader, Trouble
from shared.printing.transports import Link, PrinterUnreachable, open_link

log = logging.getLogger(__name__)

LOOK_MS = 5_000
"""At rest a printer is looked at so often."""

TROUBLED_LOOK_MS = 2_000
"""And so often while it says that something is wrong, to go on soon after that is put right."""

MUTE_MS = 60_000
"""So long after the last job or question a printer that never answered is asked again."""

SOONEST_LOOK_MS = 1_000
"""So soon after a failure, then twice as late each time."""

LATEST_LOOK_MS = 20_000
RECOVER_MS = 10_000
"""While it is jammed, or silent after a job, it is told so often to give up and go on."""

STUCK = (Trouble.CUTTER_JAM, Trouble.SILENT, Trouble.BUSY)
SLOW_BAUD = 38_400
"""Lines no faster than this get narrow bands."""

COMPACT_BAUD = 19_200
"""Lines no faster than this get a smaller ticket too."""

BITS_A_BYTE = 10
OLD_ANSWERS = 16
"""Reads after opening that may still bring old answers."""


R = TypeVar("R")
Draw = Callable[[Paper], Picture]
"""Draws a picture for the paper it will be printed on."""


def steady_ms() -> int:
    """Return the steady clock in milliseconds."""
    return time.monotonic_ns() // 1_000_000


class Printer:
    """A printer by its plan; raises BadAddress for an address that is none."""

    def __init__(
        self,
        plan: PrinterPlan,
        memory: Memory,
        clock_ms: Clock = steady_ms,
        open_: Callable[[Address], Link] = open_link,
    ) -> None:
        self.now = PrinterNow()
        self._profile = plan.profile
        self._address = parse_address(plan.address)
        self._memory = memory
        self._clock_ms = clock_ms
        self._open = open_
        self._link: Link | None = None
        self._reader = Reader()
        self._condition = Condition()
        self._roll = paper.Roll(memory.now.left_mm)
        self._doubted = False
        self._may_wait_for_dots = memory.now.unclean
        self._used_ms = 0
        self._recovered_ms = 0
        self._failures = 0
        self._jobs = 0
        baud = self._address.baud if isinstance(self._address, SerialAddress) else None
        self._bytes_s = baud / BITS_A_BYTE if baud else None
        self._bands: BandRules = SLOW if baud and baud <= SLOW_BAUD else FAST
        self.paper = Paper(plan.width_dots, compact=bool(baud and baud <= COMPACT_BAUD))

    @property
    def next_look_ms(self) -> int:
        """How long it may rest before it is looked at again."""
        said = self._condition.trouble
        if not self._failures:
            return LOOK_MS if said is None else TROUBLED_LOOK_MS
        doubled: int = SOONEST_LOOK_MS << min(self._failures - 1, 10)
        stands = said is not None and said is self.now.trouble
        return min(doubled, TROUBLED_LOOK_MS if stands else LATEST_LOOK_MS)

    @property
    def is_open(self) -> bool:
        """Tell whether the way to it is open, so that it may speak by itself."""
        return self._link is not None

    def look(self) -> None:
        """Ask the printer how it is, and first of all what it answers."""
        try:
            link = self._opened()
        except PrinterUnreachable as error:
            self._failed(self._meaning(error.trouble), at_rest=True)
            return
        self._take(self._found(link))
        self._rest()

    def listen(self) -> None:
        """Hear what the printer says by itself, if the way to it is open."""
        link = self._link
        if link is None or not self.now.can.automatic:
            return
        can, before = self.now.can, self._condition
        self._take(self._say(link, lambda talk: overhear(talk, can, before)))

    def print(self, draw: Draw) -> Ended:
        """Print one picture; return when it is known how that ended."""
        ended = self._printed(draw(self.paper))
        self._used_ms = self._clock_ms()
        if ended.outcome is PrintOutcome.PRINTED:
            self._failures = 0
            self._rest()
        else:
            log.warning("a slip was not printed: %s, %s", ended.outcome, ended.trouble)
            self._doubted = ended.trouble is Trouble.SILENT
            if ended.told.trouble is not None:
                self._condition = ended.told
            self._failed(ended.trouble or Trouble.SILENT)
        return ended

    def close(self, *, at_once: bool = False) -> None:
        """Let go of the printer."""
        if self._link is not None:
            self._link.close(at_once=at_once)
            self._link = None

    def _opened(self) -> Link:
        if self._link is None:
            self._link = self._open(self._address)
            self._reader = Reader()
            _forget_what_was_said(self._link)
        return self._link

    def _rest(self) -> None:
        if self._link is not None and self._link.shared:
            self.close()

    def _found(self, link: Link) -> Found:
        """Return how the printer is; what it answers is found out when that is not sure."""
        can, zeros = self._memory.now.can, self._half_band_bytes()
        if not link.answers:
            return Found(Abilities(), Condition())
        if can is not None and can.mute and self._clock_ms() - self._used_ms < MUTE_MS:
            return Found(can, Condition())
        if can is None or can.mute:
            return self._probed(link, zeros)
        known, recover = can, self._may_recover()
        found = self._asked(link, lambda talk: look(talk, known, zeros, recover=recover))
        if not self._doubted or found.trouble is not None:
            return found
        found = self._probed(link, zeros=0)
        if found.can.mute or not found.whole:
            # It has answered before, so it can: this is no mute printer but one that is off.
            return Found(can, found.condition, lost=found.trouble or Trouble.SILENT)
        return found

    def _probed(self, link: Link, zeros: int) -> Found:
        self._used_ms = self._clock_ms()
        may_ask = _may_ask(self._profile)
        return self._asked(link, lambda talk: probe(talk, may_ask, zeros))

    def _may_recover(self) -> bool:
        now_ms = self._clock_ms()
        stuck = self._memory.now.unclean and self.now.trouble in STUCK
        if not stuck or now_ms - self._recovered_ms < RECOVER_MS:
            return False
        self._recovered_ms = now_ms
        return True

    def _take(self, found: Found) -> None:
        can = found.can
        if found.lost is None:
            self._condition = found.condition
        if found.whole and found.lost is None:
            self._doubted = False
            self._memory.keep(replace(self._memory.now, can=can))
        if found.trouble is None:
            self._failures = 0
            near = found.condition.near_end
            self._measure(paper.seen(self._roll, near, self._profile.near_end_mm))
            low = self._roll.slips_left == 0
            trouble = Trouble.PAPER_LOW if low else None
            self.now = PrinterNow(True, trouble, self._roll.slips_left, can)
        elif found.lost is None:
            self._failures = 0
            self.now = PrinterNow(True, found.trouble, self._roll.slips_left, can)
        else:
            self._failed(self._meaning(found.lost), at_rest=True)

    def _meaning(self, lost: Trouble) -> Trouble:
        """Return what it means that a printer is silent, takes nothing or has broken off."""
        if self._link is None:
            return lost
        put_out = lost is Trouble.AWAY and not self._reader.heard
        # One that lets us in and says nothing is talking with somebody else.
        engaged = self._link.shared and (put_out or lost is Trouble.SILENT)
        told = self._condition.trouble
        if told is not None and (engaged or lost is not Trouble.AWAY):
            return told  # it has said before what is wrong, and its memory is full
        return Trouble.BUSY if engaged else lost

    def _failed(self, trouble: Trouble, *, at_rest: bool = False) -> None:
        self.close(at_once=True)
        self._failures += 1
        for_a_moment = trouble is Trouble.BUSY and self._failures == 1 and self.now.looked
        if not (at_rest and for_a_moment):  # somebody else may print on it; the next look is soon
            self.now = replace(self.now, looked=True, trouble=trouble)

    def _printed(self, picture: Picture) -> Ended:
        slip_mm = paper.slip_length_mm(picture.height, self._profile.head_to_cutter_mm)
        if not self._roll.fits(slip_mm):
            return Ended(PrintOutcome.NOT_SENT, trouble=Trouble.PAPER_LOW)
        try:
            link = self._opened()
        except PrinterUnreachable as error:
            return Ended(PrintOutcome.NOT_SENT, trouble=error.trouble)
        if self._memory.now.can is None:
            self._take(self._found(link))
            if self.now.trouble is not None:
                return Ended(PrintOutcome.NOT_SENT, trouble=self.now.trouble)
        order = self._order(picture)
        before = self._memory.now
        # Whatever ends this program from here on may leave a part of the slip in the printer.
        self._memory.keep(replace(before, unclean=True))
        ended = self._say(link, lambda talk: print_picture(talk, order))
        self._memory.keep(replace(before, unclean=_leaves_something(ended, before.unclean)))
        self._may_wait_for_dots = _leaves_half_a_band(ended, self._may_wait_for_dots)
        if ended.outcome is not PrintOutcome.NOT_SENT:
            self._measure(paper.used(self._roll, slip_mm))
        return ended

    def _order(self, picture: Picture) -> Order:
        self._jobs += 1
        pieces = tuple(pieces_of(picture, self._bands))
        motion_ms = picture.height / paper.DOTS_PER_MM / self._profile.speed_mm_s * 1000
        sent_bytes = sum(len(piece.data) for piece in pieces)
        wire_ms = sent_bytes / self._bytes_s * 1000 if self._bytes_s else 0
        return Order(
            pieces=pieces,
            cut=_cut_bytes(self._profile),
            can=self._memory.now.can or Abilities(),
            time_ms=int(max(motion_ms, wire_ms)),
            number=self._jobs,
            eject=self._memory.now.unclean,
            half_band_bytes=self._half_band_bytes(),
        )

    def _half_band_bytes(self) -> int:
        longest = self._bands.rows * self.paper.width_dots // 8 + commands.BAND_HEADER_BYTES
        return longest if self._may_wait_for_dots else 0

    def _say(self, link: Link, script: Callable[[Talk], Script[R]]) -> R:
        return converse(link, self._clock_ms, script, self._reader)

    def _asked(self, link: Link, script: Callable[[Talk], Script[Found]]) -> Found:
        found = self._say(link, script)
        if found.lost is None:
            self._may_wait_for_dots = False
        return found

    def _measure(self, roll: paper.Roll) -> None:
        self._roll = roll
        self._memory.keep(replace(self._memory.now, left_mm=roll.left_mm))


def _forget_what_was_said(link: Link) -> None:
    """Read away answers to questions of an earlier time; they would be taken for new ones."""
    for _ in range(OLD_ANSWERS):
        if not link.read():
            return


def _may_ask(profile: PrinterProfile) -> Abilities:
    asked = profile.may_answer
    return Abilities(
        real_time=Answers.STATUS in asked,
        automatic=Answers.ASB in asked,
        in_turn=Answers.IN_TURN in asked,
        process_id=Answers.PROCESS_ID in asked,
    )


def _cut_bytes(profile: PrinterProfile) -> bytes:
    match profile.cut:
        case Cut.PARTIAL:
            return commands.FEED_AND_CUT
        case Cut.FULL:
            return commands.FEED_AND_CUT_WHOLE
    return commands.feed(profile.head_to_cutter_mm * paper.DOTS_PER_MM)


def _leaves_half_a_band(ended: Ended, before: bool) -> bool:
    """Tell whether the printer may wait for dots: not if it was about to cut, and is there."""
    match ended.outcome:
        case PrintOutcome.NOT_SENT:
            return before
        case PrintOutcome.UNKNOWN:
            return ended.trouble is Trouble.AWAY
    return ended.outcome is PrintOutcome.NO_COMPLETE_TICKET


def _leaves_something(ended: Ended, before: bool) -> bool:
    if ended.outcome is PrintOutcome.NOT_SENT:
        return before
    return ended.outcome is not PrintOutcome.PRINTED
