"""An invitation as the list shows it, and an agenda that one runs oneself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from functions.eagenda.domain.agenda import Agenda, AgendaState
from functions.eagenda.domain.invitation import Invitation
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class ListedInvitation:
    """One row of the list, with when the caller came, first of all where there are sittings.

    ``organises``: the caller runs it; ``invited`` is False where they do nothing else there.
    """

    agenda_id: str
    title: str
    place: str
    starts_at: Instant
    ends_at: Instant
    state: AgendaState
    attended_at: Instant | None
    in_series: bool = False
    invited: bool = True
    organises: bool = False


def as_invited(invitation: Invitation, attended_at: datetime | None, *, organises: bool) -> ListedInvitation:
    """Return an invitation, with when its holder came."""
    return ListedInvitation(
        invitation.agenda_id,
        invitation.title,
        invitation.place,
        invitation.starts_at,
        invitation.ends_at,
        invitation.state,
        attended_at,
        invitation.of_series,
        organises=organises,
    )


def as_organised(agenda: Agenda) -> ListedInvitation:
    """Return an agenda that the caller runs and is not invited to."""
    return ListedInvitation(
        agenda.id,
        agenda.title,
        agenda.place,
        agenda.starts_at,
        agenda.ends_at,
        agenda.state,
        None,
        agenda.series is not None,
        invited=False,
        organises=True,
    )
