"""Faults that come at a stage of a ticket by themselves: ``cover-open@mid-rows+5s``. Pure."""

import re
from dataclasses import dataclass

from shared.printing.virtual.faults import Fault, Stage
from shared.printing.virtual.printer import VirtualPrinter

WRITTEN = re.compile(r"(?P<fault>[a-z-]+)@(?P<stage>[a-z-]+)(?:\+(?P<seconds>\d+(?:\.\d+)?)s)?")


class BadScript(ValueError):
    """This names no fault, or no stage; the text says what there is."""


@dataclass(frozen=True, slots=True)
class ScriptedFault:
    """A fault, the stage of the first ticket that gets there, and when it is put right again."""

    fault: Fault
    stage: Stage
    mended_after_ms: float | None = None


def parse_fault(text: str) -> ScriptedFault:
    """Return what ``NAME@STAGE`` or ``NAME@STAGE+SECONDSs`` says; raises BadScript."""
    found = WRITTEN.fullmatch(text)
    if found is None:
        raise BadScript(f"{text!r}: write NAME@STAGE, as in paper-end@mid-rows+5s")
    if found["fault"] not in {fault.value for fault in Fault}:
        raise BadScript(f"{text!r}: a fault is one of {', '.join(Fault)}")
    if found["stage"] not in {stage.value for stage in Stage}:
        raise BadScript(f"{text!r}: a stage is one of {', '.join(Stage)}")
    seconds = found["seconds"]
    after_ms = float(seconds) * 1000 if seconds is not None else None
    return ScriptedFault(Fault(found["fault"]), Stage(found["stage"]), after_ms)


class Script:
    """Lets each of its faults happen once, at its stage; those still ``waiting`` can be seen."""

    def __init__(self, printer: VirtualPrinter, *faults: ScriptedFault) -> None:
        self._printer = printer
        self.waiting = faults
        printer.reached = self._reached
        self._reached(Stage.BEFORE)

    def plan(self, scripted: ScriptedFault) -> None:
        """Let a fault wait for its stage, instead of where it waited before."""
        self.forget(scripted.fault)
        self.waiting = (*self.waiting, scripted)

    def forget(self, fault: Fault) -> None:
        """Let a fault not come by itself after all."""
        self.waiting = tuple(each for each in self.waiting if each.fault is not fault)

    def _reached(self, stage: Stage) -> None:
        due = [each for each in self.waiting if each.stage is stage]
        self.waiting = tuple(each for each in self.waiting if each.stage is not stage)
        for each in due:
            self._happen(each)

    def _happen(self, scripted: ScriptedFault) -> None:
        self._printer.set_fault(scripted.fault, True)
        if scripted.mended_after_ms is not None:
            self._printer.at(
                self._printer.now_ms + scripted.mended_after_ms,
                lambda: self._printer.set_fault(scripted.fault, False),
            )
