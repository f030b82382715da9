"""A certificate as lists show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from shared.papers import write_code
from shared.values import Instant

if TYPE_CHECKING:
    from functions.eagenda.domain.sertifikat import Sertifikat


@dataclass(frozen=True, slots=True)
class ListedSertifikat:
    """A certificate; ``reason`` is why it no longer holds, since ``withdrawn_at``."""

    agenda_id: str
    person_id: str
    number: str
    name: str
    position: str
    organisation: str
    title: str
    held_on: date
    hours: int
    code: str
    issued_at: Instant
    withdrawn_at: Instant | None
    reason: str


def listed(it: Sertifikat) -> ListedSertifikat:
    """Return a row."""
    return ListedSertifikat(
        it.agenda_id,
        it.person_id,
        it.number,
        it.name,
        it.position,
        it.organisation,
        it.title,
        it.held_on,
        it.hours,
        write_code(it.code),
        it.issued_at,
        it.withdrawn_at,
        it.reason,
    )
