"""Show the notulen of a meeting: its draft to those who make it, its papers to those who attended."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.notulen import EDITIONS, NOTULEN, OF_AGENDA, RIGHT, notulen_access, participants
from functions.eagenda.shown_notulen import ShownEdition, ShownNotulen, ShownOfficer, offered_terms, shown_owners
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date

_MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class WhichNotulen:
    """Of which agenda."""

    agenda_id: str


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
        owners=shown_owners(access, ctx) if access.sees_draft else (),
        present=tuple(", ".join(filter(None, (it.name, it.position_shown))) for it in present[:_MOST_SHOWN]),
        present_count=len(present),
        terms=offered_terms(wib_date(agenda.starts_at), ctx) if access.is_notulis else (),
        editions=tuple(
            ShownEdition(it.number, it.approved_at, it.chair.name, it.code, it.sha256, it.reason, it.replaced_at)
            for _, it in editions
        ),
        changed_at=changed_at,
        may_name=access.organises and agenda.state is not AgendaState.CANCELLED,
        may_write=access.is_notulis and agenda.state is not AgendaState.CANCELLED,
        may_approve=access.is_chair,
    )
