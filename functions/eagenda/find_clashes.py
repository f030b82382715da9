"""Find who is already invited elsewhere at a time."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.agenda import LONGEST
from functions.eagenda.domain.clash import clashes, require_question
from functions.eagenda.domain.invitation import Invitation
from functions.eagenda.records import AGENDAS, INVITATIONS, OF_PERSON_LATEST_FIRST, participation_key
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.values import Instant

_RIGHT = "whoever calls a meeting is told who cannot come, not where they are instead"
_LOOKED_AT = 25  # the latest before the end of that time: more in one week than anybody is invited to


@dataclass(frozen=True, slots=True)
class ClashSearch:
    """Whom, at most a hundred, and for which time; a meeting that is edited does not clash with itself."""

    person_ids: tuple[str, ...]
    starts_at: Instant
    ends_at: Instant
    agenda_id: str = ""


@dataclass(frozen=True, slots=True)
class Clash:
    """Somebody who is invited elsewhere; the title is told to who may see that agenda, else it is empty."""

    person_id: str
    name: str
    starts_at: Instant
    ends_at: Instant
    title: str


@dataclass(frozen=True, slots=True)
class FoundClashes:
    """All clashes of these people."""

    items: tuple[Clash, ...]


@query(permission=Permission.ORGANISE_AGENDA, body=True)
def find_clashes(search: ClashSearch, ctx: ReadContext) -> FoundClashes:
    """Find who of these people is invited elsewhere at that time: one question for each person."""
    require_question(search.person_ids, search.starts_at, search.ends_at)
    low, high = search.starts_at - LONGEST, search.ends_at
    found = [
        invitation
        for person_id in dict.fromkeys(search.person_ids)
        for _, invitation in ctx.list(
            INVITATIONS,
            OF_PERSON_LATEST_FIRST,
            equal=(person_id,),
            low=low,
            high=high,
            limit=_LOOKED_AT,
            right_from=_RIGHT,
        ).items
        if invitation.agenda_id != search.agenda_id and clashes(invitation, search.starts_at, search.ends_at)
    ]

    titles = {agenda_id: _title(agenda_id, ctx) for agenda_id in {it.agenda_id for it in found}}
    return FoundClashes(tuple(_clash(it, titles[it.agenda_id], ctx) for it in found))


def _title(agenda_id: str, ctx: ReadContext) -> str:
    own = ctx.find(INVITATIONS, participation_key(agenda_id, ctx.actor.id), right_from="the caller's own invitation")
    agenda = ctx.find(AGENDAS, agenda_id, right_from="the caller's invitation" if own else "")
    return agenda.title if agenda else ""


def _clash(it: Invitation, title: str, ctx: ReadContext) -> Clash:
    name = it.name or ctx.directory.person_name(it.person_id)
    return Clash(it.person_id, name, it.starts_at, it.ends_at, title)
