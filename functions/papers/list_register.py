"""List the numbers that an office's letters took in a year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.register import OF_YEAR_NEWEST_FIRST, REGISTER, RegisterState
from shared.values import Between, Instant


@dataclass(frozen=True, slots=True)
class RegisterOfYear:
    """Of which year, and from where to go on."""

    year: Annotated[int, Between(2000, 2999)]
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class ListedNumber:
    """A number and the letter that took it."""

    letter_id: str
    number: str
    title: str
    state: RegisterState
    taken_at: Instant
    reason: str
    insert_reason: str  # of a number that was inserted for a letter dated back
    page: str  # where it is looked at, if it is no surat keterangan


@dataclass(frozen=True, slots=True)
class ListedNumbers:
    """The newest first."""

    items: tuple[ListedNumber, ...]
    next_cursor: str | None
    as_of: Instant


@query(permission=Permission.MANAGE_OFFICE)
def list_register(asked: RegisterOfYear, ctx: ReadContext) -> ListedNumbers:
    """List the register of the caller's office, and of those below it, for a year."""
    page = ctx.list(REGISTER, OF_YEAR_NEWEST_FIRST, equal=(asked.year,), cursor=asked.cursor)
    return ListedNumbers(
        tuple(
            ListedNumber(it.letter_id, it.number, it.title, it.state, it.taken_at, it.reason, it.insert_reason, it.page)
            for _, it in page.items
        ),
        page.next_cursor,
        ctx.now,
    )
