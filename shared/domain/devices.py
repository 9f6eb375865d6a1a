"""What stands in a hall besides people: dispensers, boards, kiosks, printers, the voice.

Only what the hall file says of them; whether they are there and well is not known here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from shared.domain.ids import BoardId, CounterId, Names


class Cut(StrEnum):
    """How a printer ends a slip: all but one point, through, or a bar to tear at."""

    PARTIAL = "partial"
    FULL = "full"
    NONE = "none"


class Answers(StrEnum):
    """A way in which a printer can be asked: DLE EOT, GS a, GS r, GS ( H."""

    STATUS = "status"
    ASB = "asb"
    IN_TURN = "in_turn"
    PROCESS_ID = "process_id"


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """What a model of printer is like; the defaults suit one of which nothing is known.

    It is asked only in the ways it ``may_answer``. ``width_80_dots`` and ``width_58_dots`` can
    be printed on paper of 80 and 58 mm. ``near_end_mm`` are surely left on the roll when the
    near-end sensor first tells.
    """

    name: str = "generic"
    may_answer: tuple[Answers, ...] = tuple(Answers)
    cut: Cut = Cut.PARTIAL
    speed_mm_s: int = 150
    width_80_dots: int = 576
    width_58_dots: int = 384
    head_to_cutter_mm: int = 15
    near_end_mm: int = 1500


@dataclass(frozen=True, slots=True)
class PrinterPlan:
    """A ticket printer by its address, such as ``tcp://192.168.1.50:9100``, and its paper."""

    address: str
    paper_mm: int = 80
    profile: PrinterProfile = PrinterProfile()

    @property
    def width_dots(self) -> int:
        """Dots that can be printed side by side."""
        wide = self.paper_mm == 80
        return self.profile.width_80_dots if wide else self.profile.width_58_dots


TICKET_LINES = (
    "logo",
    "unit_above",
    "hall",
    "title",
    "number",
    "category",
    "service",
    "counters",
    "ahead",
    "qr",
    "issued",
    "rule",
)
"""What may stand on a ticket, from the top."""


@dataclass(frozen=True, slots=True)
class TicketPlan:
    """What stands on this hall's tickets; ``logo`` is a picture file on the printing machine."""

    lines: tuple[str, ...] = TICKET_LINES
    logo: str | None = None


@dataclass(frozen=True, slots=True)
class DispenserPlan:
    """A number dispenser; without a printer it shows the number only.

    The ``second_printer`` is offered when the first does not print.
    """

    id: str
    printer: PrinterPlan | None = None
    second_printer: PrinterPlan | None = None
    names: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KioskPlan:
    """A lookup kiosk; with a printer it hands out checklists and numbers on paper.

    ``gives_numbers`` says whether people may take a number for the procedure they found.
    """

    id: str
    printer: PrinterPlan | None = None
    names: Names = field(default_factory=dict)
    gives_numbers: bool = True


@dataclass(frozen=True, slots=True)
class BoardPlan:
    """A wall display: its counters, and what else it shows.

    ``media`` are picture and video files on the board's own machine, shown in turn.
    ``voice`` says whether this board also speaks.
    """

    id: BoardId
    counters: tuple[CounterId, ...]
    languages: tuple[str, ...] = ("vi",)
    voice: bool = True
    notices: tuple[Names, ...] = ()
    running_text: tuple[Names, ...] = ()
    media: tuple[str, ...] = ()
    show_waiting: bool = True
    show_figures: bool = True
    names: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VoicePlan:
    """How calls are spoken; ``recordings`` is a folder on the board's machine."""

    languages: tuple[str, ...] = ("vi",)
    recordings: str | None = None
    volume_percent: int = 90


@dataclass(frozen=True, slots=True)
class Devices:
    """Everything of the hall file that concerns devices.

    ``feedback_url`` is the official channel for feedback, shown as a QR code.
    ``dossier_factors`` are what else is asked of somebody with a dossier's code; none: no lookup.
    """

    dispensers: Mapping[str, DispenserPlan] = field(default_factory=dict)
    boards: Mapping[BoardId, BoardPlan] = field(default_factory=dict)
    counter_printers: Mapping[CounterId, PrinterPlan] = field(default_factory=dict)
    kiosks: Mapping[str, KioskPlan] = field(default_factory=dict)
    feedback_url: str = ""
    dossier_factors: tuple[str, ...] = ()
    voice: VoicePlan = VoicePlan()
    ticket: TicketPlan = TicketPlan()
