"""List the agendas of the caller's organisation."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.agenda_kind import AgendaKind
from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.period import Period, bounds
from functions.eagenda.records import AGENDAS, LATEST_FIRST, SOONEST_FIRST
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class WhichAgendas:
    """Which part of the list; the cursor continues an earlier answer."""

    period: Period = Period.UPCOMING
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class ListedAgenda:
    """One row of the list."""

    id: str
    title: str
    place: str
    starts_at: Instant
    ends_at: Instant
    state: AgendaState
    organiser_name: str
    visibility: Visibility
    kind: AgendaKind
    in_series: bool = False


@dataclass(frozen=True, slots=True)
class ListedAgendas:
    """A part of the list, as of a moment."""

    items: tuple[ListedAgenda, ...]
    next_cursor: str | None
    as_of: Instant


@query(permission=Permission.ORGANISE_AGENDA)
def list_agendas(which: WhichAgendas, ctx: ReadContext) -> ListedAgendas:
    """List the agendas that the caller's organisation runs, upcoming or past."""
    low, high = bounds(which.period, ctx.now)
    order = SOONEST_FIRST if which.period is Period.UPCOMING else LATEST_FIRST
    page = ctx.list(AGENDAS, order, low=low, high=high, cursor=which.cursor)

    items = tuple(
        ListedAgenda(
            agenda.id,
            agenda.title,
            agenda.place,
            agenda.starts_at,
            agenda.ends_at,
            agenda.state,
            agenda.organiser.name,
            agenda.visibility,
            agenda.kind,
            agenda.series is not None,
        )
        for _, agenda in page.items
    )
    return ListedAgendas(items, page.next_cursor, ctx.now)
