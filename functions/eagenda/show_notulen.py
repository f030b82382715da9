"""Show the notulen of a meeting: its draft to those who make it, its papers to those who attended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.notulen import NotulenState, NotulenText
from functions.eagenda.notulen import EDITIONS, NOTULEN, OF_AGENDA, RIGHT, Access, notulen_access, participants
from shared.directory.standing import find_standing
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.rules.calendar import add_working_days, wib_date
from shared.tables.holidays import days_off
from shared.values import Instant

_TERMS = (5, 10, 20)  # working days that a form offers; any other day may be typed
_MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class WhichNotulen:
    """Of which agenda."""

    agenda_id: str


@dataclass(frozen=True, slots=True)
class ShownOfficer:
    """Who leads or writes."""

    person_id: str
    name: str
    position_title: str


@dataclass(frozen=True, slots=True)
class ShownOwner:
    """Somebody named in a decision, as they stand today."""

    person_id: str
    name: str
    position_title: str


@dataclass(frozen=True, slots=True)
class ShownEdition:
    """A paper of this notulen; ``reason`` is why it took the place of the one before."""

    number: int
    approved_at: Instant
    approved_by: str
    code: str
    sha256: str
    reason: str
    replaced_at: Instant | None


@dataclass(frozen=True, slots=True)
class Term:
    """A day that lies so many working days after the meeting."""

    working_days: int
    on: date


@dataclass(frozen=True, slots=True)
class ShownNotulen:
    """The notulen as the caller may see it. Without the right to its draft, ``text`` and ``present`` are empty.

    ``present`` are the first of those present, in words; ``changed_by`` is who wrote the draft last.
    """

    agenda_id: str
    agenda_title: str
    agenda_state: AgendaState
    starts_at: Instant
    ends_at: Instant
    place: str
    version: int
    state: NotulenState
    chair: ShownOfficer
    notulis: ShownOfficer
    remark: str
    is_started: bool
    text: NotulenText | None
    owners: tuple[ShownOwner, ...]
    present: tuple[str, ...]
    present_count: int
    terms: tuple[Term, ...]
    editions: tuple[ShownEdition, ...]
    changed_at: Instant
    may_name: bool
    may_write: bool
    may_approve: bool


@query(permission=SIGNED_IN, refuses=(RecordMissing,))
def show_notulen(which: WhichNotulen, ctx: ReadContext) -> ShownNotulen:
    """Show the notulen of an agenda that the caller runs, may read or is invited to."""
    access = notulen_access(which.agenda_id, ctx)
    agenda, notulen = access.agenda, access.notulen
    version, changed_at = ctx.version(NOTULEN, agenda.id), ctx.changed_at(NOTULEN, agenda.id)
    editions = ctx.every(EDITIONS, OF_AGENDA, equal=(agenda.id,), right_from=RIGHT) if access.sees_final else ()
    present = list(participants(agenda, ctx)) if access.sees_draft else []

    chair, notulis = notulen.chair, notulen.notulis
    return ShownNotulen(
        agenda_id=agenda.id,
        agenda_title=agenda.title,
        agenda_state=agenda.state,
        starts_at=agenda.starts_at,
        ends_at=agenda.ends_at,
        place=agenda.place,
        version=version,
        state=notulen.state,
        chair=ShownOfficer(chair.person_id, chair.name, chair.position_title),
        notulis=ShownOfficer(notulis.person_id, notulis.name, notulis.position_title),
        remark=notulen.remark if access.sees_draft else "",
        is_started=notulen.is_started,
        text=notulen.text if access.sees_draft else None,
        owners=_owners(access, ctx) if access.sees_draft else (),
        present=tuple(", ".join(filter(None, (it.name, it.position_shown))) for it in present[:_MOST_SHOWN]),
        present_count=len(present),
        terms=_terms(wib_date(agenda.starts_at), ctx) if access.is_notulis else (),
        editions=tuple(
            ShownEdition(it.number, it.approved_at, it.chair.name, it.code, it.sha256, it.reason, it.replaced_at)
            for _, it in editions
        ),
        changed_at=changed_at,
        may_name=access.organises and agenda.state is not AgendaState.CANCELLED,
        may_write=access.is_notulis and agenda.state is not AgendaState.CANCELLED,
        may_approve=access.is_chair,
    )


def _owners(access: Access, ctx: ReadContext) -> tuple[ShownOwner, ...]:
    people = dict.fromkeys(it.owner_id for it in access.notulen.text.decisions if it.owner_id)
    standings = [it for person in people if (it := find_standing(ctx.ports.cached, person, ctx.now))]
    today = wib_date(ctx.now)
    return tuple(
        ShownOwner(it.person_id, it.name, it.on(today)[0].position_title if it.on(today) else "") for it in standings
    )


def _terms(held_on: date, ctx: ReadContext) -> tuple[Term, ...]:
    off = days_off(ctx)
    return tuple(Term(it, add_working_days(held_on, it, off)) for it in _TERMS)
