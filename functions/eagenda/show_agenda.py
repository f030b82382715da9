"""Show one agenda to those who run it and those who are invited."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.agenda import may_organise
from functions.eagenda.provisional_scans import PROVISIONAL_SCANS
from functions.eagenda.records import AGENDAS, ATTENDANCE, INVITATIONS, OF_AGENDA_IN_ORDER, participation_key
from functions.eagenda.shown_agenda import Part, ShownAgenda, shown_agenda
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN, Permission
from shared.refusals import RecordMissing

_OWN = "the caller's own participation"


@dataclass(frozen=True, slots=True)
class WhichAgenda:
    """The agenda to show."""

    agenda_id: str


@query(permission=SIGNED_IN, refuses=(RecordMissing,))
def show_agenda(which: WhichAgenda, ctx: ReadContext) -> ShownAgenda:
    """Show an agenda that the caller runs, may read, or is invited to."""
    key = participation_key(which.agenda_id, ctx.actor.id)
    invitation = ctx.find(INVITATIONS, key, right_from=_OWN)
    agenda = ctx.get(AGENDAS, which.agenda_id, right_from="the caller's invitation" if invitation else "")
    own = ctx.find(ATTENDANCE, key, right_from=_OWN)
    kept = ctx.find(PROVISIONAL_SCANS, key, right_from=_OWN)
    present = ctx.count(
        ATTENDANCE, OF_AGENDA_IN_ORDER, equal=(agenda.id,), up_to=agenda.invited_count, right_from="the agenda"
    )

    organises = (
        Permission.ORGANISE_AGENDA in ctx.actor.permissions
        and ctx.find(AGENDAS, agenda.id) is not None  # whoever is only invited to a secret one does not run it
        and may_organise(agenda, ctx.actor.id, ctx.actor.organisation_id)
    )
    part = Part(organises, invitation, own, kept)
    return shown_agenda(agenda, ctx.version(AGENDAS, agenda.id), present, part, ctx.now)
