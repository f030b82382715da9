"""Who acts: a person as the holder of a position, a device, a guest or a service of our own."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from shared.permissions import Permission

# What these show is shown by each office to its own: by a token of the office and the right together.
_WITHIN_OFFICE = (Permission.REGISTER_LETTERS,)


class ActorKind(StrEnum):
    """The kinds of actor that a call can come from."""

    PERSON = "person"
    DEVICE = "device"
    GUEST = "guest"
    SERVICE = "service"


class Proof(StrEnum):
    """What an actor showed to be believed."""

    SESSION = "session"
    DISPLAY_TOKEN = "display-token"  # noqa: S105 -- the name of a proof, not one
    KIOSK_TOKEN = "kiosk-token"  # noqa: S105 -- the name of a proof, not one
    SERVICE_TOKEN = "service-token"  # noqa: S105 -- the name of a proof, not one
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Actor:
    """The caller as the operation sees it; everything about a person is as of the day of the call.

    ``id`` is the person's id, the device's subject (the agenda that a hall display or a kiosk serves), the guest's
    address or the service's target; ``session_id`` is the person's session or the kiosk's own id.
    ``organisation_path`` begins with the own organisation and ends with its topmost ancestor.
    """

    kind: ActorKind
    id: str
    proof: Proof
    name: str = ""
    nip: str | None = None
    session_id: str = ""
    position_id: str = ""
    position_title: str = ""
    organisation_id: str = ""
    organisation_name: str = ""
    organisation_path: tuple[str, ...] = ()
    position_ids: tuple[str, ...] = ()
    permissions: frozenset[Permission] = field(default_factory=frozenset)

    def reader_tokens(self) -> tuple[str, ...]:
        """Return the tokens by which records may be shown to this actor (at most 30, as many as one query takes)."""
        if self.kind is not ActorKind.PERSON:
            return ("public",)
        own = ("public", f"per:{self.id}", *([f"org:{self.organisation_id}"] if self.organisation_id else []))
        desks = (desk_token(self.organisation_id, it) for it in _WITHIN_OFFICE if it in self.permissions)
        others = (
            *(f"pos:{position}" for position in self.position_ids),
            *(f"perm:{name}" for name in self.permissions),
        )
        return (*own, *desks, *sorted(others))[:30]


def desk_token(organisation_id: str, permission: Permission) -> str:
    """Return the token of those in an office who have a right there, and of nobody else."""
    return f"org:{organisation_id}:{permission}"


def reader_for(person_id: str) -> Actor:
    """Return a person as the reader of what is theirs and no more: on their behalf somebody else looks."""
    return Actor(ActorKind.PERSON, person_id, Proof.NONE)


def guest(address: str) -> Actor:
    """Return somebody who showed nothing, known by address alone."""
    return Actor(ActorKind.GUEST, address, Proof.NONE)


def service(target: str) -> Actor:
    """Return one of our own functions, acting after an event or by the clock."""
    return Actor(ActorKind.SERVICE, target, Proof.SERVICE_TOKEN, name=target)
