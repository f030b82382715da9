"""An account as the list of those who look after it shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.portal.domain.account import AccountState, PersonOfTheRegency, PersonOutsideYourOffice, state_of
from functions.portal.managed_person import managed_person
from functions.portal.records import ACCOUNTS
from shared.accounts.credential import CREDENTIALS
from shared.refusals import RecordMissing
from shared.values import Instant

if TYPE_CHECKING:
    from datetime import datetime

    from functions.portal.domain.account import Suspension
    from shared.kernel.context import ReadContext

_RIGHT = "the right to manage the person's office"


@dataclass(frozen=True, slots=True)
class ShownSuspension:
    """Why, by whom and since when."""

    reason: str
    by: str
    at: Instant


@dataclass(frozen=True, slots=True)
class ListedAccount:
    """A person and their account; ``locked_until`` after wrong passwords, for the address that they came from."""

    person_id: str
    name: str
    position_title: str
    organisation_name: str
    state: AccountState
    second_step: bool
    code_until: Instant | None
    last_sign_in_at: Instant | None
    locked_until: Instant | None
    suspension: ShownSuspension | None


def listed_account(person_id: str, ctx: ReadContext) -> ListedAccount | None:
    """Return the account; None for somebody whom the caller doesn't look after."""
    try:
        person = managed_person(person_id, ctx)
    except (RecordMissing, PersonOutsideYourOffice, PersonOfTheRegency):
        return None
    account = ctx.find(ACCOUNTS, person_id, right_from=_RIGHT)
    has_password = ctx.find(CREDENTIALS, person_id, right_from=_RIGHT) is not None
    held = ctx.directory.positions_of(person_id)
    return ListedAccount(
        person_id,
        person.name,
        held[0].position_title if held else "",
        held[0].organisation_name if held else "",
        state_of(account, ctx.now, has_password=has_password, suspended=person.suspended),
        person.second_step,
        _ahead(account.code_until, ctx.now) if account else None,
        account.last_sign_in_at if account else None,
        _ahead(account.locked_until, ctx.now) if account else None,
        _shown(account.suspension, ctx) if account and person.suspended else None,
    )


def _ahead(moment: datetime | None, now: datetime) -> datetime | None:
    return moment if moment is not None and now < moment else None


def _shown(suspension: Suspension | None, ctx: ReadContext) -> ShownSuspension | None:
    if suspension is None:
        return None
    return ShownSuspension(suspension.reason, ctx.directory.person_name(suspension.by), suspension.at)
