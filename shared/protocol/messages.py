"""The frames between the hub and a device: JSON objects told apart by ``type``.

A device says Hello once, then Do, Ask, Tell, Manage, Report, Looked as it likes; the hub answers
each Do and Tell with Done or Refused, each Ask with Answer or Refused and each Manage with
Managed, Done or Refused, by the same ``id``, and sends topics by itself. Where a device stands,
the hub knows from its certificate.
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

MAX_FEEDBACK = 500
"""Longest message to the head of the hall, in characters."""

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


class FetchCatalog(Struct, frozen=True, tag=True, tag_field="ask", forbid_unknown_fields=True):
    """Send the next part of the catalogue of procedures that topic ``catalog`` tells of.

    In parts, so that no frame keeps a slow network busy for as long as silence is borne.
    """

    version: Annotated[str, Meta(max_length=64)]
    offset: Annotated[int, Meta(ge=0)] = 0


class FindDossier(Struct, frozen=True, tag=True, tag_field="ask", forbid_unknown_fields=True):
    """How does the dossier stand? ``factor`` are the last four digits of a number it knows."""

    code: Annotated[str, Meta(max_length=200)]
    factor: Annotated[str, Meta(max_length=8)]


Question = FindTicket | FindDossier | FetchCatalog
"""What may be asked without changing anything."""


class Ask(Frame, frozen=True, tag=True, forbid_unknown_fields=True):
    """Ask something that changes nothing."""

    id: RequestId
    question: Question


class GiveFeedback(Struct, frozen=True, tag=True, tag_field="tell", forbid_unknown_fields=True):
    """A citizen's message to the head of the hall, without a name.

    ``reason`` is the id of a reason in the hall file, or ""; ``text`` is what was typed, or "".
    """

    reason: Annotated[str, Meta(max_length=40)] = ""
    text: Annotated[str, Meta(max_length=MAX_FEEDBACK)] = ""
    language: Annotated[str, Meta(max_length=8)] = "vi"


class Tell(Frame, frozen=True, tag=True, forbid_unknown_fields=True):
    """Hand in something that is not the queue's; the same ``id`` again gets the same answer."""

    id: RequestId
    message: GiveFeedback


class Manage(Frame, frozen=True, tag=True, forbid_unknown_fields=True):
    """Ask the hub something about devices and people; it is never written to the log."""

    id: RequestId
    task: AnyTask


class Report(Frame, frozen=True, tag=True, forbid_unknown_fields=True):
    """Tell staff of a trouble at this device, or (``active`` false) that it is over.

    Kinds: no_sound, help_wanted, false_hub (somebody posed as the hall's hub), and ``printer_``
    with what is wrong (paper_end, cover_open, …). ``second`` says that it is about the device's
    second printer; ``count`` tickets are left on a roll that is near its end.
    """

    kind: Annotated[str, Meta(pattern="^(printer_[a-z_]{1,24}|no_sound|help_wanted|false_hub)$")]
    active: bool
    second: bool = False
    count: Annotated[int, Meta(ge=0, le=9999)] = 0


class Looked(Frame, frozen=True, tag=True, forbid_unknown_fields=True):
    """Somebody opened the page of the procedure with this code; counted, and not answered."""

    code: Annotated[str, Meta(min_length=1, max_length=40)]


DeviceFrame = Hello | Do | Ask | Tell | Manage | Report | Looked
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


class FeedbackTaken(Reply, frozen=True, tag=True):
    """The message is kept for the head of the hall; ``code`` is its receipt."""

    code: str


AnyReply = Accepted | NumberGiven | TrialNumberGiven | CitizenCalled | FeedbackTaken


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


class CatalogPart(Struct, frozen=True):
    """Some bytes of the catalogue from ``offset`` on; all parts together are ``size`` bytes."""

    version: str
    offset: int
    size: int
    data: bytes


class DossierStanding(Struct, frozen=True):
    """A dossier as its owner may see it; ``state`` is one of the ten national ones, or null.

    Moments are the hall's local time, ISO to the minute, "" where there is none.
    """

    code: str
    procedure: str
    state: int | None
    received: str
    due: str
    apology_due: str
    finished: str
    returned: str
    unit: str
    masked_name: str


class DossierAnswer(Struct, frozen=True):
    """``kind`` is found, unknown (or the digits are wrong), wait until ``until_ms``, or away.

    ``synced_ms`` is when the source last answered, 0 never.
    """

    kind: str
    synced_ms: int
    until_ms: int = 0
    dossier: DossierStanding | None = None


class Answer(Frame, frozen=True, tag=True):
    """The answer to Ask: ``place`` to FindTicket, ``dossier`` to FindDossier, ``catalog`` to
    FetchCatalog.

    Null when there is no such ticket today, or no such catalogue any more. The parts of a
    catalogue together are gzip over JSON.
    """

    id: str
    place: TicketPlace | None = None
    catalog: CatalogPart | None = None
    dossier: DossierAnswer | None = None


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

    Codes: bad_frame, hello_first, wrong_protocol, reused_id, not_kept; and for who may not come
    in: not_enrolled, revoked, expired, wrong_role, cloned, unknown_place. ``id`` is the request's,
    where there is one.
    """

    code: str
    message: str
    id: str = ""


HubFrame = Welcome | Beat | Done | Refused | Answer | Managed | Topic | Announce | Fault
"""What the hub may send."""
