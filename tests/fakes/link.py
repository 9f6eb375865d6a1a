"""Stands where QtLink stands: the same signals and methods, but the test is the hub."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from shared.domain.commands import Command
from shared.domain.tasks import AnyResult, AnyTask
from shared.protocol.messages import (
    AnyReply,
    Done,
    GiveFeedback,
    HubFrame,
    Managed,
    Question,
    Refused,
    Report,
    Topic,
)
from shared.protocol.session import LinkChanged, LinkState
from shared.protocol.topics import Setup, Value
from tests.fakes.halls import MONDAY_8_AM, small_devices, small_plan


class FakeLink(QObject):
    """Records what an app sends; the test answers."""

    linkChanged = Signal(object)
    frame = Signal(object)
    expired = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[Command | Question | GiveFeedback | AnyTask] = []
        self.reports: list[Report] = []
        self.looks: list[str] = []
        self.now_ms = MONDAY_8_AM

    def send(self, command: Command, **options: Any) -> str:
        self.sent.append(command)
        return f"request-{len(self.sent)}"

    def ask(self, question: Question, **options: Any) -> str:
        self.sent.append(question)
        return f"request-{len(self.sent)}"

    def hand_in(self, message: GiveFeedback, **options: Any) -> str:
        self.sent.append(message)
        return f"request-{len(self.sent)}"

    def manage(self, task: AnyTask, **options: Any) -> str:
        self.sent.append(task)
        return f"request-{len(self.sent)}"

    def report(self, report: Report) -> None:
        self.reports.append(report)

    def looked(self, code: str) -> None:
        self.looks.append(code)

    def hub_now_ms(self) -> int:
        return self.now_ms

    def connect_to_hall(self) -> None:
        """Be connected to the small hall."""
        self.linkChanged.emit(LinkChanged(LinkState.CONNECTED, 0))
        self.tell(Setup(plan=small_plan(), devices=small_devices()))

    def tell(self, value: Value) -> None:
        """Send a topic."""
        self.frame.emit(Topic(topic="t", version=1, value=value))  # type: ignore[arg-type]  # any topic value

    def done(self, reply: AnyReply) -> None:
        """Answer the last request."""
        self.hear(Done(id=f"request-{len(self.sent)}", reply=reply))

    def managed(self, result: AnyResult) -> None:
        """Answer the last task."""
        self.hear(Managed(id=f"request-{len(self.sent)}", result=result))

    def refused(self, refusal: Any) -> None:
        """Refuse the last request."""
        self.hear(Refused(id=f"request-{len(self.sent)}", refusal=refusal))

    def hear(self, frame: HubFrame) -> None:
        """Send any frame."""
        self.frame.emit(frame)
