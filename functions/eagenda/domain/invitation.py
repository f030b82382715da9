"""An invitation of a person to an agenda."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.agenda import Agenda, AgendaState
from functions.eagenda.domain.answer import NOT_ANSWERED, Answer, Represented
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class Invitation:
    """A person is invited to an agenda; what lists of invitations show stands beside it.

    ``position_id`` is the post for whose sake it is this person, ``represents`` the one in whose place a deputy comes.
    The names are those of the day of the invitation; invitations from before there were answers have none.
    ``asked_until`` is how long an answer is asked for; nothing once it is given. ``of_series``: invited to each day
    of a series, and told once of what concerns all of them.
    """

    agenda_id: str
    person_id: str
    title: str
    place: str
    starts_at: Instant
    ends_at: Instant
    state: AgendaState
    position_id: str = ""
    name: str = ""
    position_title: str = ""
    organisation_name: str = ""
    answer: Answer = NOT_ANSWERED
    represents: Represented | None = None
    is_deputy: bool = False
    asked_until: Instant | None = None
    of_series: bool = False


def invite(agenda: Agenda, person_id: str) -> Invitation:
    """Invite a person."""
    return Invitation(agenda.id, person_id, agenda.title, agenda.place, agenda.starts_at, agenda.ends_at, agenda.state)
