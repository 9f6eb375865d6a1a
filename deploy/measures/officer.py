"""An officer at a counter of the bench, in a process of their own as counters are.

``python -m deploy.measures.officer HUB DATA`` signs in at counter 0; then each line of standard
input is a deed, answered by the moment of the press (seconds of ``time.perf_counter``).
``Officer`` runs it.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from deploy.measures.event_loop import wait
from deploy.measures.letting_in import first_sign_in, let_in
from shared.domain.commands import (
    BeginService,
    CallNext,
    DeviceCommand,
    FinishService,
    IssueTicket,
    Outcome,
    Role,
)
from shared.domain.ids import ServiceId
from shared.protocol.messages import Done
from shared.ui.qt_link import QtLink

DEEDS: dict[str, DeviceCommand] = {
    "issue": IssueTicket(service=ServiceId("service-0")),
    "call": CallNext(),
    "begin": BeginService(),
    "finish": FinishService(outcome=Outcome.ADVICE),
}


class Officer:
    """The officer's process as the bench sees it."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def does(self, deed: str) -> None:
        """Press for a deed."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{deed}\n")
        self._process.stdin.flush()

    def pressed_s(self) -> float:
        """Wait until the last deed is done; return the moment of its press."""
        assert self._process.stdout is not None
        return float(self._process.stdout.readline())


@contextmanager
def officer(hub: str, data: Path) -> Iterator[Officer]:
    """Run an officer who has signed in."""
    command = [sys.executable, "-m", "deploy.measures.officer", hub, str(data)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        try:
            here = Officer(process)
            here.pressed_s()
            yield here
        finally:
            process.kill()


def main(hub: str, data: Path) -> None:
    """Sign in, then do what standard input says until it ends."""
    app = QCoreApplication([])
    link = QtLink(Role.COUNTER, let_in(hub, data, Role.COUNTER, "counter-0"), hub)
    answers: set[str] = set()
    link.frame.connect(lambda frame: answers.add(frame.id) if isinstance(frame, Done) else None)
    link.start()
    id_ = link.manage(first_sign_in(hub, data, "o"))
    wait(app, lambda: id_ in answers)
    print(time.perf_counter(), flush=True)
    for deed in sys.stdin:
        pressed_s = time.perf_counter()
        id_ = link.send(DEEDS[deed.strip()])
        wait(app, lambda id_=id_: id_ in answers)  # type: ignore[misc]  # bound at once
        print(pressed_s, flush=True)
    link.stop()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
