"""Show one agenda to those who run it and those who are invited."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.agenda import Agenda, may_organise
from functions.eagenda.domain.sitting import sitting_at
from functions.eagenda.present_counts import count_present
from functions.eagenda.provisional_scans import PROVISIONAL_SCANS, leaving_key
from functions.eagenda.records import AGENDAS, ATTENDANCE, INVITATIONS, participation_key
from functions.eagenda.shown_agenda import Own, Part, ShownAgenda, shown_agenda
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN, Permission
from shared.refusals import RecordMissing

_OWN = "the caller's own participation"
_AGENDA = "the agenda"


@dataclass(frozen=True, slots=True)
class WhichAgenda:
    """The agenda to show."""

    agenda_id: str


@query(permission=SIGNED_IN, refuses=(RecordMissing,))
def show_agenda(which: WhichAgenda, ctx: ReadContext) -> ShownAgenda:
    """Show an agenda that the caller runs, may read, or is invited to."""
    invitation = ctx.find(INVITATIONS, participation_key(which.agenda_id, ctx.actor.id), right_from=_OWN)
    agenda = ctx.get(AGENDAS, which.agenda_id, right_from="the caller's invitation" if invitation else "")
    own = {it: _own(agenda, it, ctx) for it in [it.id for it in agenda.sittings] or [""]}
    present = {it.id: count_present(agenda, it, ctx, _AGENDA) for it in agenda.sittings}
    sitting = sitting_at(agenda.sittings, ctx.now)
    present_count = present[sitting.id] if sitting else count_present(agenda, None, ctx, _AGENDA)

    organises = (
        Permission.ORGANISE_AGENDA in ctx.actor.permissions
        and ctx.find(AGENDAS, agenda.id) is not None  # whoever is only invited to a secret one does not run it
        and may_organise(agenda, ctx.actor.id, ctx.actor.organisation_id)
    )
    part = Part(organises, invitation, own)
    return shown_agenda(agenda, ctx.version(AGENDAS, agenda.id), present_count, present, part, ctx.now)


def _own(agenda: Agenda, sitting_id: str, ctx: ReadContext) -> Own:
    key = participation_key(agenda.id, ctx.actor.id, sitting_id)
    records_leaving = agenda.leaving_minutes is not None
    return Own(
        ctx.find(ATTENDANCE, key, right_from=_OWN),
        ctx.find(PROVISIONAL_SCANS, key, right_from=_OWN),
        ctx.find(PROVISIONAL_SCANS, leaving_key(key), right_from=_OWN) if records_leaving else None,
    )
