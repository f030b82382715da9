"""List the guests who are invited to an agenda by e-mail, with their answers and what became of the e-mail."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.invited_guest import InvitedGuestState
from functions.eagenda.guests import GUESTS
from functions.eagenda.invited_guests import BY_STATE_AND_ANSWER, BY_STATE_AND_NAME, INVITED_GUESTS, guest_book
from functions.eagenda.listed_guest import ListedInvitedGuest, listed_guest
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing

_RIGHT = "the agenda that the caller runs"
_PAGE = 100


@dataclass(frozen=True, slots=True)
class WhichInvitedGuests:
    """The agenda; the cursor continues an earlier answer."""

    agenda_id: str
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class InvitedGuestList:
    """A part of the list in order of name, how many are invited, and how many answered what; ``sends_mail`` as now."""

    items: tuple[ListedInvitedGuest, ...]
    invited_count: int
    coming: int
    not_coming: int
    sends_mail: bool
    next_cursor: str | None


@query(permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser))
def list_invited_guests(which: WhichInvitedGuests, ctx: ReadContext) -> InvitedGuestList:
    """List the guests who are invited by e-mail, for those who run the meeting."""
    agenda = organised_agenda(which.agenda_id, ctx)
    invited = InvitedGuestState.INVITED.value
    page = ctx.list(
        INVITED_GUESTS,
        BY_STATE_AND_NAME,
        equal=(agenda.id, invited),
        cursor=which.cursor,
        limit=_PAGE,
        right_from=_RIGHT,
    )
    count = len(guest_book(agenda, ctx, _RIGHT).entries)
    present = ctx.ports.records.get_many(GUESTS.stored, [key for key, it in page.items if it.attended_at])
    attended = {key: GUESTS.read(body) for key, body in present.items()}
    coming, not_coming = (
        ctx.count(INVITED_GUESTS, BY_STATE_AND_ANSWER, equal=(agenda.id, invited, kind), up_to=count, right_from=_RIGHT)
        for kind in (AnswerKind.COMING.value, AnswerKind.NOT_COMING.value)
    )

    items = tuple(listed_guest(it, attended.get(key)) for key, it in page.items)
    return InvitedGuestList(items, count, coming, not_coming, ctx.ports.mail is not None, page.next_cursor)
