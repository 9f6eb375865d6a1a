"""What staff may ask of the hub about devices and people; nothing of it is in queue or log.

Tasks travel as JSON objects whose ``task`` names them. Results hold what staff need to see.
"""

from typing import Annotated

from msgspec import Meta, Struct

from shared.domain.commands import Role
from shared.domain.ids import OfficerId

Secret = Annotated[str, Meta(max_length=128)]
Mark = Annotated[str, Meta(min_length=4, max_length=64, pattern="^[0-9A-Fa-f]+$")]
"""The beginning of a device's fingerprint, enough to tell it from others."""

Code = Annotated[str, Meta(pattern="^[0-9]{6}$")]
PlaceName = Annotated[str, Meta(min_length=1, max_length=40, pattern="^[a-z0-9][a-z0-9_-]*$")]
DeviceName = Annotated[str, Meta(max_length=60)]


class Task(Struct, frozen=True, tag=True, tag_field="task", forbid_unknown_fields=True):
    """The root of all tasks."""


class SignInOfficer(Task, frozen=True, tag=True):
    """Open this counter with an officer and the PIN; ``new_pin`` is chosen with a one-time code.

    With ``new_pin``, ``pin`` is the code that the head gave out.
    """

    officer: OfficerId
    pin: Secret
    new_pin: Secret = ""


class SignInHead(Task, frozen=True, tag=True):
    """Let the head use this connection; the first time with the set-up code and a new password."""

    password: Secret
    new_password: Secret = ""


class SignOutHead(Task, frozen=True, tag=True):
    """The head leaves this connection."""


class OpenPairing(Task, frozen=True, tag=True):
    """Let new devices be let in for five minutes."""


class ClosePairing(Task, frozen=True, tag=True):
    """Let no new devices in any more."""


class PairDevice(Task, frozen=True, tag=True):
    """Let the waiting device with this mark in, by the code on its screen.

    Its role is what it was started as, its place what staff say.
    ``replaces`` is the device whose place it takes, which is revoked.
    ``days`` is for how long it is lent, 0 for good.
    """

    mark: Mark
    code: Code
    place: PlaceName
    name: DeviceName = ""
    replaces: Annotated[str, Meta(pattern="^([0-9A-Fa-f]{4,64})?$")] = ""
    days: Annotated[int, Meta(ge=0, le=3660)] = 0


class EnrolDevice(Task, frozen=True, tag=True):
    """Let a device of the hub's own user in; ``request`` is its certificate request (DER)."""

    request: Annotated[bytes, Meta(max_length=4000)]
    role: Role
    place: PlaceName


class ListDevices(Task, frozen=True, tag=True):
    """Tell all devices, and those that wait to be let in."""


class RenameDevice(Task, frozen=True, tag=True):
    """Call a device otherwise."""

    mark: Mark
    name: DeviceName


class RevokeDevice(Task, frozen=True, tag=True):
    """Shut a device out for good, at once."""

    mark: Mark


class ListOfficers(Task, frozen=True, tag=True):
    """Tell who has a PIN."""


class InviteOfficer(Task, frozen=True, tag=True):
    """Make a one-time code with which an officer chooses a PIN."""

    officer: OfficerId


class ForgetOfficer(Task, frozen=True, tag=True):
    """Keep nothing of an officer's PIN any more."""

    officer: OfficerId


AnyTask = (
    SignInOfficer
    | SignInHead
    | SignOutHead
    | OpenPairing
    | ClosePairing
    | PairDevice
    | EnrolDevice
    | ListDevices
    | RenameDevice
    | RevokeDevice
    | ListOfficers
    | InviteOfficer
    | ForgetOfficer
)


class Result(Struct, frozen=True, tag=True, tag_field="result"):
    """The root of all results."""


class TaskDone(Result, frozen=True, tag=True):
    """It is done."""


class KnownDevice(Struct, frozen=True):
    """A device in the hub's list; ``here`` tells whether it is connected now. Times are UTC ms."""

    mark: str
    role: Role
    place: str
    name: str
    since_ms: int
    until_ms: int
    revoked_ms: int
    here: bool


class WaitingDevice(Struct, frozen=True):
    """A device that shows a code; role and place are its wishes."""

    mark: str
    role: Role
    place: str
    address: str


class DeviceList(Result, frozen=True, tag=True):
    """All devices; ``open_s`` and ``guesses_left`` of the pairing window are 0 when it is shut."""

    devices: tuple[KnownDevice, ...]
    waiting: tuple[WaitingDevice, ...]
    open_s: int
    guesses_left: int


class CertificateGiven(Result, frozen=True, tag=True):
    """The device's certificate and the hall's authority (DER)."""

    certificate: bytes
    authority: bytes


class CodeGiven(Result, frozen=True, tag=True):
    """A one-time code, good until ``until_ms`` (UTC)."""

    code: str
    until_ms: int


class KnownOfficer(Struct, frozen=True):
    """An officer by id; the name stands in the hall file only."""

    officer: OfficerId
    has_pin: bool


class OfficerList(Result, frozen=True, tag=True):
    """The officers of the hall file; ``head_has_password`` is about the head."""

    officers: tuple[KnownOfficer, ...]
    head_has_password: bool


AnyResult = TaskDone | DeviceList | CertificateGiven | CodeGiven | OfficerList
