"""A person's devices: each has a key that never leaves it, and at most one of them may sign now.

All of a person's devices stand in one value, so that "at most one" holds whatever is enrolled at the same moment.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from shared.values import Instant, Text

Coordinate = Annotated[str, Text(43, 43)]  # 256 bits in base64url without padding


class DeviceEnd(StrEnum):
    """Why a device signs no more."""

    REPLACED = "replaced"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class PublicKey:
    """An ECDSA key on P-256 as a JSON Web Key writes it (RFC 7518, section 6.2)."""

    kty: Literal["EC"]
    crv: Literal["P-256"]
    x: Coordinate
    y: Coordinate

    @property
    def thumbprint(self) -> str:
        """Return the key's name (RFC 7638): the hash of its members in the order of their names."""
        members = f'{{"crv":"{self.crv}","kty":"{self.kty}","x":"{self.x}","y":"{self.y}"}}'
        return base64.urlsafe_b64encode(hashlib.sha256(members.encode()).digest()).decode().rstrip("=")


@dataclass(frozen=True, slots=True)
class Device:
    """A telephone or computer of a person; its id is the thumbprint of its key."""

    id: str
    name: str
    public_key: PublicKey
    enrolled_at: Instant
    ended_at: Instant | None = None
    ended_as: DeviceEnd | None = None


@dataclass(frozen=True, slots=True)
class PersonDevices:
    """All devices of a person, the latest enrolled first."""

    person_id: str
    devices: tuple[Device, ...] = ()

    @property
    def active(self) -> Device | None:
        """Return the one that may sign now."""
        return next((device for device in self.devices if device.ended_at is None), None)

    def device(self, device_id: str) -> Device | None:
        """Return the device of that id, whether it may still sign or not."""
        return next((device for device in self.devices if device.id == device_id), None)


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """A person's signing device was in touch, with a clock that was right; the latest, by the server's clock."""

    person_id: str
    device_id: str
    at: Instant
