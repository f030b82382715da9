"""Check a pasted list of guests row by row, before anybody is invited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.guest_book import wrong_email
from functions.eagenda.domain.guest_list import GuestRow, GuestRowState, read_guests
from functions.eagenda.invited_guests import guest_book
from shared.directory.numbers import holders_of
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Text

if TYPE_CHECKING:
    from functions.eagenda.domain.guest_book import GuestBook

_RIGHT = "the agenda that the caller runs"


@dataclass(frozen=True, slots=True)
class PastedGuests:
    """The list as it was pasted, and the agenda to which they are to be invited."""

    agenda_id: str
    text: Annotated[str, Text(1, 200_000)]


@dataclass(frozen=True, slots=True)
class CheckedGuestRow:
    """One row: the line as it was pasted, and whom it names or what is wrong."""

    number: int
    text: str
    state: GuestRowState
    reason: str
    name: str
    institution: str
    email: str


@dataclass(frozen=True, slots=True)
class CheckedGuestList:
    """Every row of the list, in its order."""

    rows: tuple[CheckedGuestRow, ...]


@query(permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser), body=True)
def check_guest_list(pasted: PastedGuests, ctx: ReadContext) -> CheckedGuestList:
    """Check a pasted list of guests: whom each row names, and which rows are wrong, invited already or there twice."""
    agenda = organised_agenda(pasted.agenda_id, ctx)
    rows = read_guests(pasted.text)
    book = guest_book(agenda, ctx, _RIGHT)
    staff = holders_of({it.email for it in rows if it.email}, ctx)

    first: dict[str, int] = {}
    checked = []
    for row in rows:
        reason = row.reason or wrong_email(row.email, staff)
        state = GuestRowState.WRONG if reason else _state(row, first, book)
        if state is GuestRowState.REPEATED:
            reason = f"Alamat surelnya sama dengan baris {first[row.email]}."
        if state is GuestRowState.INVITED:
            reason = "Alamat surel ini sudah diundang."
        first.setdefault(row.email, row.number)
        checked.append(CheckedGuestRow(row.number, row.text, state, reason, row.name, row.institution, row.email))
    return CheckedGuestList(tuple(checked))


def _state(row: GuestRow, first: dict[str, int], book: GuestBook) -> GuestRowState:
    if row.email in first:
        return GuestRowState.REPEATED
    return GuestRowState.INVITED if book.has(row.email) else GuestRowState.READY
