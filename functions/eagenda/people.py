"""The caller as E-Agenda's rules name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import Organiser
from functions.eagenda.domain.attendance import Attendee

if TYPE_CHECKING:
    from shared.actor import Actor


def as_organiser(actor: Actor) -> Organiser:
    """Return the caller as the one who calls a meeting."""
    return Organiser(
        actor.id,
        actor.name,
        actor.position_title,
        actor.organisation_id,
        actor.organisation_name,
        actor.organisation_path,
        actor.position_id,
    )


def as_attendee(actor: Actor) -> Attendee:
    """Return the caller as the attendance list names them."""
    return Attendee(actor.id, actor.name, actor.nip, actor.position_title, actor.organisation_name)
