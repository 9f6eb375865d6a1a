"""What stands in a hall besides people: dispensers, boards, kiosks, printers, the voice.

Only what the hall file says of them; whether they are there and well is not known here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from shared.domain.ids import BoardId, CounterId, Names


@dataclass(frozen=True, slots=True)
class PrinterPlan:
    """A ticket printer by its address, such as ``tcp://192.168.1.50:9100``, and its paper."""

    address: str
    paper_mm: int = 80


@dataclass(frozen=True, slots=True)
class DispenserPlan:
    """A number dispenser; without a printer it shows the number only."""

    id: str
    printer: PrinterPlan | None = None
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
