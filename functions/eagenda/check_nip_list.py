"""Check a pasted list of NIPs row by row, before anybody is invited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from functions.eagenda.checked_nips import CheckedNipRow, checked_row
from functions.eagenda.domain.agenda import MOST_INVITED
from functions.eagenda.domain.nip_list import NipRowState, read_nips, require_not_too_long
from functions.eagenda.holders import FoundInvitee, invitees_on
from shared.directory.model import BY_NIP, PERSONS
from shared.directory.numbers import holders_of
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.rules.calendar import wib_date
from shared.values import Day, Text

if TYPE_CHECKING:
    from datetime import date

_RIGHT = "the permission to read the directory"


@dataclass(frozen=True, slots=True)
class NipList:
    """The list as it was pasted; posts are those of the day."""

    text: Annotated[str, Text(1, 200_000)]
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class CheckedNipList:
    """Every row of the list, in its order."""

    rows: tuple[CheckedNipRow, ...]


@query(permission=Permission.READ_DIRECTORY, body=True)
def check_nip_list(nips: NipList, ctx: ReadContext) -> CheckedNipList:
    """Check a pasted list of NIPs: who each row is, and which rows are wrong, unknown or there twice."""
    day = nips.day or wib_date(ctx.now)
    rows = read_nips(nips.text)
    require_not_too_long(rows, MOST_INVITED)
    found = _people({row.nip for row in rows if row.nip}, day, ctx)
    first: dict[str, int] = {}
    checked = []
    for row in rows:
        if row.nip and row.nip in first:
            reason = f"Sama dengan baris {first[row.nip]}."
            checked.append(CheckedNipRow(row.number, row.text, NipRowState.REPEATED, reason, None))
        else:
            first.setdefault(row.nip, row.number)
            checked.append(checked_row(row, found.get(row.nip)))
    return CheckedNipList(tuple(checked))


def _people(nips: set[str], day: date, ctx: ReadContext) -> dict[str, FoundInvitee]:
    """Return who has each NIP; only those that the numbers' own records do not know are asked for one by one."""
    known = {nip: person.id for nip, person in holders_of(nips, ctx).items()}
    for nip in nips - known.keys():
        page = ctx.list(PERSONS, BY_NIP, equal=(nip,), limit=1, right_from=_RIGHT)
        known.update((nip, person.id) for _, person in page.items)
    people = {it.person_id: it for it in invitees_on([(it, "") for it in known.values()], day, ctx)}
    return {nip: people[person_id] for nip, person_id in known.items() if person_id in people}
