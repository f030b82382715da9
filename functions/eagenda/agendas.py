"""Agendas as operations get them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import require_organiser
from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.records import AGENDAS
from shared.tasks.in_name_of import chief_at, signed
from shared.tasks.task import TaskKind

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from shared.kernel.context import ReadContext


def organised_agenda(agenda_id: str, ctx: ReadContext) -> Agenda:
    """Return an agenda that the caller or their office runs. Raises RecordMissing, NotOrganiser."""
    agenda = ctx.get(AGENDAS, agenda_id)
    require_organiser(agenda, ctx.actor.id, ctx.actor.organisation_id)
    return agenda


def agenda_with_scans(agenda_id: str, ctx: ReadContext) -> tuple[Agenda, str]:
    """Return an agenda on whose kept scans the caller decides, and how they are named in what they decide.

    Beside those who run it, the organiser's aides in the organiser's name, whatever their office; but for a secret
    one. Raises RecordMissing, NotOrganiser.
    """
    found = ctx.find(AGENDAS, agenda_id, right_from="the organiser in whose name an aide decides")
    told = found is not None and found.visibility is not Visibility.SECRET
    chief = chief_at(found.organiser.position_id, TaskKind.PROVISIONAL_SCANS, ctx) if found and told else None
    agenda = found if found and chief else organised_agenda(agenda_id, ctx)
    return agenda, signed(ctx.actor.name, chief)
