"""Restore a suspended account: the person can sign in again with what they had."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.portal.domain.account import Account, PersonOfTheRegency, PersonOutsideYourOffice
from functions.portal.managed_person import managed_person
from functions.portal.records import ACCOUNTS
from shared.accounts.proof import ProofNeeded, require_recent_proof
from shared.directory.people import load_projections, write_person
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class AccountToRestore:
    """Whose."""

    person_id: str


@dataclass(frozen=True, slots=True)
class AccountRestored:
    """The person can sign in; ``already`` when they could before."""

    already: bool


@operation(
    permission=Permission.MANAGE_OFFICE,
    refuses=(RecordMissing, PersonOutsideYourOffice, PersonOfTheRegency, ProofNeeded),
)
def restore_account(restoring: AccountToRestore, ctx: Context) -> AccountRestored:
    """Restore a suspended account."""
    require_recent_proof(ctx)
    person = managed_person(restoring.person_id, ctx)
    if not person.suspended:
        return AccountRestored(already=True)
    before = load_projections(person.id, ctx)
    account = ctx.find(ACCOUNTS, person.id, right_from="the right to manage the person's office")

    write_person(replace(person, suspended=False), before, ctx)
    ctx.put(ACCOUNTS, replace(account or Account(person.id), suspension=None))
    return AccountRestored(already=False)
