"""One task asked of the hub, and the connection closed: for commands and for letting in a
device of the hub's own user.
"""

import asyncio
from pathlib import Path
from uuid import uuid4

from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

from shared.domain.commands import Role
from shared.domain.errors import Refusal
from shared.domain.ids import OfficerId
from shared.domain.tasks import (
    AnyResult,
    AnyTask,
    CertificateGiven,
    CodeGiven,
    EnrolDevice,
    InviteOfficer,
)
from shared.identity.certificates import new_key, request_for
from shared.identity.credentials import Credentials, CredentialsBroken, load_credentials
from shared.identity.tls import device_tls
from shared.protocol.codec import BadFrame, decode_hub_frame, encode
from shared.protocol.messages import HUB_NAME, Fault, Hello, Manage, Managed, Refused

PATIENCE_S = 15.0


class NoAnswer(Exception):
    """The hub is not there, or does not speak with us; the text says why."""


class TaskRefused(Exception):
    """The hub says no."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(type(refusal).__name__)
        self.refusal = refusal


async def asked(address: str, credentials: Path, task: AnyTask) -> AnyResult:
    """Return the result of a task; raises NoAnswer and TaskRefused."""
    try:
        async with asyncio.timeout(PATIENCE_S):
            return await _asked(address, credentials, task)
    except (OSError, TimeoutError, WebSocketException, BadFrame, CredentialsBroken) as error:
        raise NoAnswer(f"{address}: {error or 'no answer'}") from error


async def enrolled_here(address: str, keeper: Path, role: Role, place: str) -> Credentials:
    """Return fresh credentials for a device of this user; raises NoAnswer and TaskRefused."""
    key = new_key()
    task = EnrolDevice(request=request_for(key), role=role, place=place)
    given = await asked(address, keeper, task)
    assert isinstance(given, CertificateGiven)
    return Credentials.received(key, given.certificate, given.authority)


async def invited(address: str, keeper: Path, person: str) -> str:
    """Return a one-time code for somebody's first sign-in; raises NoAnswer and TaskRefused."""
    given = await asked(address, keeper, InviteOfficer(officer=OfficerId(person)))
    assert isinstance(given, CodeGiven)
    return given.code


async def _asked(address: str, credentials: Path, task: AnyTask) -> AnyResult:
    own = load_credentials(credentials)
    if own is None:
        raise NoAnswer(f"there is no {credentials}")
    tls = device_tls(credentials, own.authority_pem)
    async with connect(
        address, ssl=tls, server_hostname=HUB_NAME, compression=None, proxy=None, max_size=None
    ) as connection:
        await connection.send(encode(Hello(role=Role(own.role))), text=True)
        request_id = uuid4().hex
        await connection.send(encode(Manage(id=request_id, task=task)), text=True)
        while True:
            match decode_hub_frame(await connection.recv()):
                case Managed(id=id_, result=result) if id_ == request_id:
                    return result
                case Refused(id=id_, refusal=refusal) if id_ == request_id:
                    raise TaskRefused(refusal)
                case Fault(message=message):
                    raise NoAnswer(f"{address}: {message}")
                case _:
                    pass
