"""Lets the bench's devices and its officer in, as a hall's own are."""

import asyncio
from pathlib import Path

from shared.domain.commands import Role
from shared.domain.ids import OfficerId
from shared.domain.tasks import AnyTask, SignInOfficer
from shared.link.own import Own, kept
from shared.link.staff_call import enrolled_here, invited

PIN = "402718"


def let_in(hub: str, data: Path, role: Role, place: str) -> Own:
    """Return the credentials of a device of the hub whose data lie there."""
    given = asyncio.run(enrolled_here(hub, data / "keys" / "keeper.pem", role, place))
    return kept(data / "let-in" / f"{role}-{place}.pem", given)


def first_sign_in(hub: str, data: Path, officer: str) -> AnyTask:
    """Return the task by which an officer chooses a PIN and signs in."""
    code = asyncio.run(invited(hub, data / "keys" / "keeper.pem", officer))
    return SignInOfficer(officer=OfficerId(officer), pin=code, new_pin=PIN)
