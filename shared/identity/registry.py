"""The hub's list of devices: which certificate stands where, until when. Pure.

This list alone decides who may come in; a certificate without a line here opens nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from shared.domain.commands import Role

MOST_DEVICES = 2000


class Standing(StrEnum):
    """How a device stands with the hall."""

    WELCOME = "welcome"
    UNKNOWN = "unknown"
    REVOKED = "revoked"
    EXPIRED = "expired"


class EnrolledDevice(Struct, frozen=True):
    """One device; ``name`` is staff's word for it. Times are UTC ms, 0 is never."""

    fingerprint: str
    role: Role
    place: str
    name: str
    since_ms: int
    until_ms: int = 0
    revoked_ms: int = 0


@dataclass(frozen=True, slots=True)
class Registry:
    """All devices that were ever let in, by fingerprint."""

    devices: Mapping[str, EnrolledDevice] = field(default_factory=dict)

    @staticmethod
    def of(devices: Iterable[EnrolledDevice]) -> "Registry":
        """Return a registry with these devices."""
        return Registry({each.fingerprint: each for each in devices})


def standing(registry: Registry, fingerprint: str, now_ms: int) -> Standing:
    """Return how the device with this certificate stands now."""
    device = registry.devices.get(fingerprint)
    if device is None:
        return Standing.UNKNOWN
    if device.revoked_ms:
        return Standing.REVOKED
    if device.until_ms and device.until_ms <= now_ms:
        return Standing.EXPIRED
    return Standing.WELCOME


def enrolled(registry: Registry, device: EnrolledDevice) -> Registry:
    """Return the registry with a device let in."""
    return Registry({**registry.devices, device.fingerprint: device})


def renamed(registry: Registry, fingerprint: str, name: str) -> Registry:
    """Return the registry with a device called otherwise."""
    return enrolled(registry, replace(registry.devices[fingerprint], name=name))


def revoked(registry: Registry, fingerprint: str, now_ms: int) -> Registry:
    """Return the registry with a device shut out for good; the first time counts."""
    device = registry.devices[fingerprint]
    if device.revoked_ms:
        return registry
    return enrolled(registry, replace(device, revoked_ms=now_ms))


def replaced(registry: Registry, old: str, device: EnrolledDevice) -> Registry:
    """Return the registry with a device in the place of a broken one, which is shut out."""
    return enrolled(revoked(registry, old, device.since_ms), device)


def found(registry: Registry, beginning: str) -> list[EnrolledDevice]:
    """Return the devices whose fingerprint begins so, as staff type it."""
    return [
        device
        for fingerprint, device in registry.devices.items()
        if fingerprint.startswith(beginning.lower())
    ]
