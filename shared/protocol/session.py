"""The device's side of a session, without I/O: what to send, what was answered, who is silent.

Times are milliseconds of the device's steady clock, passed in. The link does the I/O; the
same session is used by tests and by the bench.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from shared.domain.commands import DeviceCommand, Role
from shared.domain.tasks import AnyTask
from shared.protocol.messages import (
    PROTOCOL,
    SILENCE_S,
    Answer,
    Ask,
    Beat,
    DeviceFrame,
    Do,
    Done,
    Fault,
    GiveFeedback,
    Hello,
    HubFrame,
    Manage,
    Managed,
    Question,
    Refused,
    Report,
    Tell,
    Welcome,
)

FIRST_PAUSE_S = 0.2
LONGEST_PAUSE_S = 5.0

SHUT_OUT = frozenset({"not_enrolled", "revoked", "expired"})
"""The hub's reasons after which a device must be let in anew."""

TURNED_AWAY = SHUT_OUT | {"wrong_protocol", "wrong_role", "cloned", "unknown_place"}
"""All reasons of the hub to turn a device away; the words for each are in the catalogue."""


class LinkState(StrEnum):
    """Whether a device has the hub."""

    SEARCHING = "searching"
    CONNECTED = "connected"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class LinkChanged:
    """The link is now so; ``detail`` is a key that says why, if there is more to say.

    Details: wrong_hall, wrong_protocol, false_hub, and the hub's reasons to turn a device away.
    """

    state: LinkState
    at_ms: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Expired:
    """A request was given up: nobody knows whether it was done, and nobody waits for it."""

    id: str


@dataclass(slots=True)
class _Pending:
    frame: Do | Ask | Tell | Manage
    give_up_ms: int


@dataclass(slots=True)
class Session:
    """One device's conversation with the hub, over any number of connections."""

    role: Role
    hall: str | None = None
    _pending: dict[str, _Pending] = field(default_factory=dict)
    _reports: dict[tuple[str, bool], Report] = field(default_factory=dict)
    _heard_ms: int = 0
    _hub_ms: int = 0
    _hub_at_ms: int = 0
    _speed: float = 1.0

    def connected(self, now_ms: int) -> list[DeviceFrame]:
        """Return what to send on a new connection: Hello and all that is unanswered."""
        self._heard_ms = now_ms
        unanswered = [pending.frame for pending in self._pending.values()]
        return [Hello(role=self.role), *self._reports.values(), *unanswered]

    def do(self, request_id: str, command: DeviceCommand, give_up_ms: int) -> DeviceFrame:
        """Remember a command until it is answered or given up; return the frame to send."""
        return self._remember(Do(id=request_id, command=command), give_up_ms)

    def ask(self, request_id: str, question: Question, give_up_ms: int) -> DeviceFrame:
        """Remember a question until it is answered or given up; return the frame to send."""
        return self._remember(Ask(id=request_id, question=question), give_up_ms)

    def hand_in(self, request_id: str, message: GiveFeedback, give_up_ms: int) -> DeviceFrame:
        """Remember what is handed in until it is answered or given up; return the frame."""
        return self._remember(Tell(id=request_id, message=message), give_up_ms)

    def manage(self, request_id: str, task: AnyTask, give_up_ms: int) -> DeviceFrame:
        """Remember a task until it is answered or given up; return the frame to send."""
        return self._remember(Manage(id=request_id, task=task), give_up_ms)

    def report(self, report: Report) -> DeviceFrame:
        """Remember what troubles this device, or no longer, to be told on every connection."""
        self._reports[report.kind, report.second] = report
        return report

    def received(self, frame: HubFrame, now_ms: int) -> bool:
        """Take in a frame; return whether it is news (False: an answer nobody waits for)."""
        self._heard_ms = now_ms
        match frame:
            case Welcome(now_ms=hub_ms):
                self._set_clock(hub_ms, now_ms, self._speed)
            case Beat(now_ms=hub_ms, speed=speed):
                self._set_clock(hub_ms, now_ms, speed)
            case Done(id=id_) | Refused(id=id_) | Answer(id=id_) | Managed(id=id_):
                return self._pending.pop(id_, None) is not None
            case _:
                pass
        return True

    def refusal(self, frame: HubFrame) -> str:
        """Return why this hub is the wrong one for this device, as a key, or ""."""
        match frame:
            case Welcome(hall=hall) if self.hall not in (None, hall):
                return "wrong_hall"
            case Welcome(protocol=protocol) if protocol != PROTOCOL:
                return "wrong_protocol"
            case Fault(code=code) if code in TURNED_AWAY:
                return code
        return ""

    def expired(self, now_ms: int) -> list[Expired]:
        """Return and forget the requests whose time is over."""
        over = [id_ for id_, pending in self._pending.items() if pending.give_up_ms <= now_ms]
        for id_ in over:
            del self._pending[id_]
        return [Expired(id_) for id_ in over]

    def silent(self, now_ms: int) -> bool:
        """Tell whether the hub has said nothing for too long."""
        return now_ms - self._heard_ms >= SILENCE_S * 1000

    def hub_now_ms(self, now_ms: int) -> int:
        """Return the hub's time (UTC ms) as far as known; 0 before the first Welcome."""
        if self._hub_ms == 0:
            return 0
        return self._hub_ms + int((now_ms - self._hub_at_ms) * self._speed)

    def _remember(self, frame: Do | Ask | Tell | Manage, give_up_ms: int) -> DeviceFrame:
        self._pending[frame.id] = _Pending(frame, give_up_ms)
        return frame

    def _set_clock(self, hub_ms: int, now_ms: int, speed: float) -> None:
        self._hub_ms, self._hub_at_ms, self._speed = hub_ms, now_ms, speed


def pauses_s(jitter: Callable[[], float]) -> Iterator[float]:
    """Yield the pauses between attempts to connect: doubling, jittered, at most five seconds.

    ``jitter`` returns numbers from 0 to 1; each pause lies between a half and the whole.
    """
    pause_s = FIRST_PAUSE_S
    while True:
        yield pause_s * (0.5 + jitter() / 2)
        pause_s = min(pause_s * 2, LONGEST_PAUSE_S)
