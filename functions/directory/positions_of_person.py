"""A person's positions as their page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from shared.rules.appointment import AppointmentKind

if TYPE_CHECKING:
    from shared.directory.standing import Held


@dataclass(frozen=True, slots=True)
class PersonPosition:
    """A position from a day to a day, and whether it lasts today."""

    position_id: str
    title: str
    kind: AppointmentKind
    organisation_id: str
    organisation_name: str
    starts_on: date
    ends_on: date | None
    holds: bool


def shown_position(held: Held, today: date) -> PersonPosition:
    """Return a position of a person's standing."""
    return PersonPosition(
        held.position_id,
        held.position_title,
        held.kind,
        held.organisation_id,
        held.organisation_name,
        held.starts_on,
        held.ends_on,
        held.holds_on(today),
    )
