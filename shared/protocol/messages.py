"""The frames between the hub and a device: JSON objects told apart by ``type``.

A device says Hello once, then Do, Ask, Manage, Report as it likes; the hub answers each Do with
Done or Refused, each Ask with Answer and each Manage with Managed, Done or Refused, by the same
``id``, and sends topics by itself. Where a device stands, the hub knows from its certificate.
The written form for strangers is README.md beside this file, made from these types.
"""

from typing import Annotated

from msgspec import Meta, Struct

from shared.domain.commands import DeviceCommand, Role
from shared.domain.errors import AnyRefusal
from shared.domain.hall import TicketState
from shared.domain.ids import CategoryId, CounterId, Names, ServiceId, TicketId
from shared.domain.tasks import AnyResult, AnyTask
from shared.protocol.topics import Announcement, TopicValue

PROTOCOL = 1
"""Raised when an old device could misunderstand the hub."""

HUB_NAME = "hub.motcua.internal"
"""The name in the certificate of every hub; which hall's it is, the authority says."""

LONGEST_PAIRING_LINE = 8 * 1024
"""Longest line, in bytes, while a device is let in."""

MAX_FRAME_BYTES = 16 * 1024
"""Longest frame a device may send."""

BEAT_S = 2.0
"""Seconds between two beats of the hub."""

SILENCE_S = 5.0
"""Seconds without any frame after which a link counts as dead."""

REPLY_KEPT_H = 48
"""Hours for which the hub gives the same answer to the same request id, at least."""

RequestId = Annotated[str, Meta(min_length=8, max_length=64, pattern="^[A-Za-z0-9_-]+$")]


class Frame(Struct, frozen=True, tag=True, tag_field="type"):
    """The root of all frames."""


class Hello(Frame, frozen=True, tag=True, forbid_unknown_fields=True):
    """First frame of a device: as what it speaks; a counter's machine may also be its panel."""

    role: Role
    protocol: int = PROTOCOL


class Do(Frame, frozen=True, tag=True, forbid_unknown_fields=True):
    """Ask the hall for something; the same ``id`` sent again gets the same answer."""

    id: RequestId
    command: DeviceCommand


class FindTicket(Struct, frozen=True, tag=True, tag_field="ask", forbid_unknown_fields=True):
    """Where does this number (``A012``), or the ticket with this QR token, stand?

    ``a12`` finds A012 too, and so does ``12`` while no other series has given it today.
    """

    number: Annotated[str, Meta(max_length=12)] = ""
    token: Annotated[str, Meta(max_length=40)] = ""


class Ask(Frame, frozen=True, tag=True, forbid_unknown_fields=True):
    """Ask something that changes nothing."""

    id: RequestId
    question: FindTicket


class Manage(Frame, frozen=True, tag=True, forbid_unknown_fields=True):
    """Ask the hub something about devices and people; it is never written to the log."""

    id: RequestId
    task: AnyTask


class Report(Frame, frozen=True, tag=True, forbid_unknown_fields=True):
    """Tell staff of a trouble at this device, or (``active`` false) that it is over.

    Kinds: no_sound, false_hub (somebody posed as the hall's hub), and ``printer_`` with what is
    wrong (paper_end, cover_open, …). ``second`` says that it is about the device's second
    printer; ``count`` tickets are left on a roll that is near its end.
    """

    kind: Annotated[str, Meta(pattern="^(printer_[a-z_]{1,24}|no_sound|false_hub)$")]
    active: bool
    second: bool = False
    count: Annotated[int, Meta(ge=0, le=9999)] = 0


DeviceFrame = Hello | Do | Ask | Manage | Report
"""What a device may send."""


class Reply(Struct, frozen=True, tag=True, tag_field="reply"):
    """The root of all replies to commands."""


class Accepted(Reply, frozen=True, tag=True):
    """It is done and on disk."""


class NumberGiven(Reply, frozen=True, tag=True):
    """A number was given: everything a ticket shows. ``ahead`` people are before it.

    ``copy`` is to be printed now on ``printer``; 0 if none is. A ``marked`` copy says that a
    slip of this number may exist already.
    """

    ticket: TicketId
    number: str
    token: str
    service: ServiceId
    ahead: int
    issued_ms: int
    category: CategoryId | None = None
    language: str = "vi"
    copy: int = 0
    printer: str = ""
    marked: bool = False


class TrialNumberGiven(Reply, frozen=True, tag=True):
    """A test ticket was made."""

    serial: int
    issued_ms: int


class CitizenCalled(Reply, frozen=True, tag=True):
    """This ticket was called."""

    ticket: TicketId
    number: str
    call: int


AnyReply = Accepted | NumberGiven | TrialNumberGiven | CitizenCalled


class TicketPlace(Struct, frozen=True):
    """Where a ticket stands; ``ahead`` counts only while it waits."""

    number: str
    state: TicketState
    service: ServiceId
    ahead: int
    counter: CounterId | None
    counters: tuple[CounterId, ...]
    issued_ms: int


class Welcome(Frame, frozen=True, tag=True):
    """The hub takes the device in, at ``place``. ``boot`` changes when the hub was restarted."""

    hall: str
    place: str
    names: Names
    boot: str
    now_ms: int
    protocol: int = PROTOCOL


class Beat(Frame, frozen=True, tag=True):
    """The hub lives; its time, and how fast its clock runs (1 but in rehearsals)."""

    now_ms: int
    speed: float = 1.0


class Done(Frame, frozen=True, tag=True):
    """The command is done and on disk."""

    id: str
    reply: AnyReply


class Refused(Frame, frozen=True, tag=True):
    """The rules say no."""

    id: str
    refusal: AnyRefusal


class Answer(Frame, frozen=True, tag=True):
    """The answer to Ask; null when there is no such ticket today."""

    id: str
    place: TicketPlace | None


class Managed(Frame, frozen=True, tag=True):
    """The task is done."""

    id: str
    result: AnyResult


class Topic(Frame, frozen=True, tag=True):
    """The newest value of a topic; older versions may be thrown away."""

    topic: str
    version: int
    value: TopicValue


class Announce(Frame, frozen=True, tag=True):
    """Calls this board has not confirmed yet, oldest first; sent again after a reconnect."""

    calls: tuple[Announcement, ...]


class Fault(Frame, frozen=True, tag=True):
    """The device's frame was wrong; ``code`` is a key, ``message`` for the developer.

    Codes: bad_frame, hello_first, wrong_protocol, reused_id; and for who may not come in:
    not_enrolled, revoked, expired, wrong_role, cloned, unknown_place. ``id`` is the request's,
    where there is one.
    """

    code: str
    message: str
    id: str = ""


HubFrame = Welcome | Beat | Done | Refused | Answer | Managed | Topic | Announce | Fault
"""What the hub may send."""
