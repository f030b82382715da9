"""List the guests of a meeting, for those who run it; polled each second while it lasts."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.guest import GuestState, Removal, telephone_for
from functions.eagenda.guests import GUESTS, OF_AGENDA_BY_STATE, OF_SITTING_BY_STATE, count_guests
from functions.eagenda.sittings import chosen_sitting
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Instant

_RIGHT = "the agenda that the caller runs"
_PAGE = 100


@dataclass(frozen=True, slots=True)
class WhichGuests:
    """Of which agenda or sitting, those who count or who were removed; the cursor continues an earlier answer."""

    agenda_id: str
    state: GuestState = GuestState.PRESENT
    cursor: str | None = None
    sitting_id: str = ""


@dataclass(frozen=True, slots=True)
class ListedGuest:
    """One guest, as they wrote themselves down; the telephone is whole for the organiser and masked for colleagues."""

    id: str
    name: str
    institution: str
    position: str
    telephone: str | None
    attended_at: Instant
    removal: Removal | None


@dataclass(frozen=True, slots=True)
class GuestList:
    """A part of the list in order of arrival, and how many guests count."""

    items: tuple[ListedGuest, ...]
    guest_count: int
    next_cursor: str | None


@query(permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser))
def list_guests(which: WhichGuests, ctx: ReadContext) -> GuestList:
    """List the guests of an agenda, in order of arrival."""
    agenda = organised_agenda(which.agenda_id, ctx)
    sitting = chosen_sitting(agenda, which.sitting_id)
    order = OF_SITTING_BY_STATE if sitting else OF_AGENDA_BY_STATE
    asked = (agenda.id, *([sitting.id] if sitting else []), which.state.value)
    page = ctx.list(GUESTS, order, equal=asked, cursor=which.cursor, limit=_PAGE, right_from=_RIGHT)
    count = count_guests(agenda, ctx, _RIGHT, sitting)

    items = tuple(
        ListedGuest(
            guest.id,
            guest.name,
            guest.institution,
            guest.position,
            telephone_for(guest, agenda, ctx.actor.id),
            guest.at,
            guest.removal,
        )
        for _, guest in page.items
    )
    return GuestList(items, count, page.next_cursor)
