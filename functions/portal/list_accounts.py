"""List the accounts that the caller looks after: found by words, or those that wait for somebody."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Annotated

from functions.portal.listed_account import ListedAccount, listed_account
from functions.portal.records import CODES_BY_AGE, ONE_TIME_CODES
from shared.directory.found_people import cards_with
from shared.directory.model import PERSONS, SUSPENDED_BY_NAME
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.values import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 25
_CARDS = 100
_LOOKED_AT = 200  # people of other offices may stand between
_RIGHT = "the right to manage the person's office"


@dataclass(frozen=True, slots=True)
class AccountSearch:
    """Words as in the search for people; none for those who are suspended or have not used their code."""

    text: Annotated[str, Text(0, 100)] = ""


@dataclass(frozen=True, slots=True)
class ListedAccounts:
    """The first of them; ``more`` when words would narrow them down."""

    items: tuple[ListedAccount, ...]
    more: bool


@query(permission=Permission.MANAGE_OFFICE, body=True)
def list_accounts(asked: AccountSearch, ctx: ReadContext) -> ListedAccounts:
    """List accounts of people whom the caller looks after, and of nobody else."""
    people = _found(asked.text, ctx) if asked.text.strip() else _waiting(ctx)

    accounts = (listed_account(person_id, ctx) for person_id in islice(people, _LOOKED_AT))
    items = tuple(islice((it for it in accounts if it is not None), _MOST + 1))
    return ListedAccounts(items[:_MOST], more=len(items) > _MOST)


def _found(text: str, ctx: ReadContext) -> Iterator[str]:
    yield from (it.person_id for it in cards_with(text, _CARDS, ctx)[0])


def _waiting(ctx: ReadContext) -> Iterator[str]:
    """Yield who is suspended, then who was given a code lately and has not used it."""
    suspended = [key for key, _ in ctx.every(PERSONS, SUSPENDED_BY_NAME, equal=(True,), right_from=_RIGHT)]
    yield from suspended
    codes = ctx.every(ONE_TIME_CODES, CODES_BY_AGE, equal=(False,), right_from=_RIGHT)
    yield from (code.subject for _, code in codes if code.subject not in suspended)
