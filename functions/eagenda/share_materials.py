"""Share the recording and the slides of a meeting with those who attended."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import AgendaIsCancelled, NotOrganiser
from functions.eagenda.domain.materials import Materials
from functions.eagenda.domain.sharing import AgendaNotOver, share
from functions.eagenda.records import AGENDAS
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class MaterialsToShare:
    """Which agenda, as the organiser saw it, and the links; an empty one takes a link back."""

    agenda_id: str
    version: int
    materials: Materials


@dataclass(frozen=True, slots=True)
class MaterialsShared:
    """Those who attended see the links; ``already`` when they did before."""

    already: bool


@operation(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser, AgendaIsCancelled, AgendaNotOver, Stale),
)
def share_materials(shared: MaterialsToShare, ctx: Context) -> MaterialsShared:
    """Share links to the recording and the slides of an agenda that is over."""
    agenda = organised_agenda(shared.agenda_id, ctx)

    with_materials = share(agenda, shared.materials, ctx.now)
    already = with_materials == agenda

    if not already:
        ctx.put(AGENDAS, with_materials, seen=shared.version)
    return MaterialsShared(already)
