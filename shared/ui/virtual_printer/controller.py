"""The virtual printer's window for QML: what it shows, and a slot for each touch."""

from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Slot

from shared.i18n import Words, languages
from shared.printing.picture import Picture
from shared.printing.virtual.faults import Fault, Stage
from shared.printing.virtual.mechanism import Ending, Slip
from shared.printing.virtual.script import ScriptedFault
from shared.ui.shown import Shown
from shared.ui.virtual_printer import view_state as view
from shared.ui.virtual_printer.machine_thread import MachineThread
from shared.ui.virtual_printer.paper_images import PaperImages

LOOK_EVERY_MS = 33
SLIPS_SHOWN = 12
STRIP_ROWS = 1600
"""More paper than that hangs out of the window anyway."""

FIXED = ("title", "tray", "tray_empty", "when", "faults")


class PrinterController(QObject):
    """Looks at the machine thirty times a second; what was touched goes to it."""

    def __init__(
        self,
        machine: MachineThread,
        images: PaperImages,
        language: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._machine = machine
        self._images = images
        self._words = Words(language)
        self._address = ""
        self._moment = view.NOW
        self._seen = machine.seen
        self._strip = machine.strip
        self._strip_number = 0
        self._slips: list[dict[str, Any]] = []
        machine.took.connect(self._took)
        machine.ready.connect(self._ready)
        self._shown = Shown(self._values, self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_EVERY_MS)

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        """Somebody touched a language."""
        self._words = Words(code)
        self._shown.refresh()

    @Slot(str)
    def chooseMoment(self, moment: str) -> None:
        """Somebody said when the next fault shall come."""
        self._moment = moment
        self._shown.refresh()

    @Slot(str)
    def touch(self, name: str) -> None:
        """Somebody touched a fault's switch: break it, now or later, or put it right."""
        fault = Fault(name)
        if view.is_on(fault, self._seen):
            self._machine.set_fault(fault, False)
        elif any(each.fault is fault for each in self._seen.planned):
            self._machine.forget(fault)
        elif self._moment == view.NOW:
            self._machine.set_fault(fault, True)
        else:
            self._machine.plan(ScriptedFault(fault, Stage(self._moment)))
            self._moment = view.NOW

    def stop(self) -> None:
        """Look no more; call it before the engine that shows it is deleted."""
        self._timer.stop()

    def _ready(self, address: str) -> None:
        self._address = address
        self._shown.refresh()

    def _took(self, slip: Slip) -> None:
        number = self._slips[0]["number"] + 1 if self._slips else 1
        self._images.keep(f"slip/{number}", slip.picture)
        self._images.forget(f"slip/{number - SLIPS_SHOWN}")
        new = {
            "number": number,
            "torn": slip.ending is Ending.TORN,
            "source": f"image://paper/slip/{number}",
            "ratio": slip.picture.height / slip.picture.width,
        }
        self._slips = [new, *self._slips][:SLIPS_SHOWN]
        self._shown.refresh()

    def _look(self) -> None:
        seen, strip = self._machine.seen, self._machine.strip
        if seen == self._seen and strip == self._strip:
            return
        if strip != self._strip:
            self._show_strip(strip)
        self._seen = seen
        self._shown.refresh()

    def _show_strip(self, strip: Picture) -> None:
        self._strip = strip
        self._images.forget(f"strip/{self._strip_number}")
        self._strip_number += 1
        start = max(0, strip.height - STRIP_ROWS)
        end = Picture(strip.width, strip.height - start, strip.rows[start * strip.row_bytes :])
        self._images.keep(f"strip/{self._strip_number}", end)

    def _values(self) -> dict[str, Any]:
        words, seen, state = self._words, self._seen, view.state(self._seen)
        return {
            "words": {name: words.text(f"printer.{name}") for name in FIXED},
            "language": words.language,
            "languages": [
                {"code": code, "name": Words(code).text("common.language_name")}
                for code in languages()
            ],
            "state": words.text(f"printer.{state}"),
            "advice": words.text(f"printer.{state}_advice"),
            "well": state in view.WELL,
            "also": view.also(seen, words),
            "address": words.text("printer.address", address=self._address),
            "paperLeft": view.paper_left(seen, words),
            "open": seen.condition.cover_open,
            "empty": seen.paper_mm <= 0,
            "lamps": view.lamps(seen, words),
            "switches": view.switches(seen, words),
            "moments": view.moments(self._moment, words),
            "plans": view.plans(seen, words),
            "mistakes": view.mistakes(seen, words),
            "mistakesList": "\n".join(seen.last_mistakes),
            "strip": f"image://paper/strip/{self._strip_number}" if self._strip_number else "",
            "stripRatio": min(self._strip.height, STRIP_ROWS) / self._strip.width,
            "slips": [self._named(slip) for slip in self._slips],
        }

    def _named(self, slip: dict[str, Any]) -> dict[str, Any]:
        key = "printer.torn" if slip["torn"] else "printer.slip"
        return {**slip, "name": self._words.text(key, number=slip["number"])}

    shown = Property(QObject, lambda self: self._shown, constant=True)
