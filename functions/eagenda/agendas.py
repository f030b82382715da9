"""Agendas as operations get them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import require_organiser
from functions.eagenda.records import AGENDAS

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from shared.kernel.context import ReadContext


def organised_agenda(agenda_id: str, ctx: ReadContext) -> Agenda:
    """Return an agenda that the caller or their office runs. Raises RecordMissing, NotOrganiser."""
    agenda = ctx.get(AGENDAS, agenda_id)
    require_organiser(agenda, ctx.actor.id, ctx.actor.organisation_id)
    return agenda
