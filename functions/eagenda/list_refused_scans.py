"""List the scans that were refused at a meeting, for those who run it."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.records import OF_AGENDA_LATEST_FIRST, REFUSED_SCANS
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class WhichRefusedScans:
    """Of which agenda; the cursor continues an earlier answer."""

    agenda_id: str
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class ListedRefusal:
    """Who was refused, why (the problem's name) and when."""

    name: str
    reason: str
    at: Instant


@dataclass(frozen=True, slots=True)
class RefusedScans:
    """A part of the list, the latest first."""

    items: tuple[ListedRefusal, ...]
    next_cursor: str | None


@query(permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser))
def list_refused_scans(which: WhichRefusedScans, ctx: ReadContext) -> RefusedScans:
    """List the refused scans of an agenda, the latest first."""
    agenda = organised_agenda(which.agenda_id, ctx)
    page = ctx.list(
        REFUSED_SCANS,
        OF_AGENDA_LATEST_FIRST,
        equal=(agenda.id,),
        cursor=which.cursor,
        right_from="the agenda that the caller runs",
    )

    items = tuple(ListedRefusal(refused.name, refused.reason, refused.at) for _, refused in page.items)
    return RefusedScans(items, page.next_cursor)
