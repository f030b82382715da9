"""Check a pasted list of NIPs row by row, before anybody is invited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eagenda.domain.agenda import MOST_INVITED
from functions.eagenda.domain.nip_list import NipRow, NipRowState, read_nips, require_not_too_long
from functions.eagenda.holders import FoundInvitee, invitee
from shared.directory.model import BY_NIP, PERSONS
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.rules.calendar import wib_date
from shared.values import Day, Text

_RIGHT = "the permission to read the directory"


@dataclass(frozen=True, slots=True)
class NipList:
    """The list as it was pasted; posts are those of the day."""

    text: Annotated[str, Text(1, 200_000)]
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class CheckedNipRow:
    """One row: the number as it was pasted, and who that is or what is wrong."""

    number: int
    text: str
    state: NipRowState
    reason: str
    person: FoundInvitee | None


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
    first: dict[str, int] = {}
    checked = []
    for row in rows:
        if row.nip and row.nip in first:
            reason = f"Sama dengan baris {first[row.nip]}."
            checked.append(CheckedNipRow(row.number, row.text, NipRowState.REPEATED, reason, None))
        else:
            first.setdefault(row.nip, row.number)
            person = _person(row, ctx)
            checked.append(_checked(row, invitee(person, day, ctx) if person else None))
    return CheckedNipList(tuple(checked))


def _person(row: NipRow, ctx: ReadContext) -> str:
    if not row.nip:
        return ""
    page = ctx.list(PERSONS, BY_NIP, equal=(row.nip,), limit=1, right_from=_RIGHT)
    return next((person.id for _, person in page.items), "")


def _checked(row: NipRow, person: FoundInvitee | None) -> CheckedNipRow:
    if row.reason:
        return CheckedNipRow(row.number, row.text, NipRowState.WRONG, row.reason, None)
    if person is None:
        return CheckedNipRow(row.number, row.text, NipRowState.UNKNOWN, "NIP ini tidak ada di direktori.", None)
    return CheckedNipRow(row.number, row.text, NipRowState.FOUND, "", person)
