"""Suspend a person's account: they are signed out everywhere and cannot sign in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.portal.domain.account import Account, PersonOfTheRegency, PersonOutsideYourOffice, Suspension
from functions.portal.managed_person import managed_person
from functions.portal.records import ACCOUNTS, OPEN_SESSIONS, SESSIONS
from shared.accounts.administrators import ADMINISTRATION, LastAdministrator, require_administrator_left
from shared.accounts.proof import ProofNeeded, require_recent_proof
from shared.directory.people import load_projections, write_person
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.values import Line

_RIGHT = "the right to manage the person's office"


@dataclass(frozen=True, slots=True)
class AccountToSuspend:
    """Whose, and why."""

    person_id: str
    reason: Line


@dataclass(frozen=True, slots=True)
class AccountHeld:
    """The account is suspended, ``already`` when it was before; so many browsers were signed out."""

    already: bool
    signed_out: int


@operation(
    permission=Permission.MANAGE_OFFICE,
    refuses=(RecordMissing, PersonOutsideYourOffice, PersonOfTheRegency, ProofNeeded, LastAdministrator),
)
def suspend_account(suspending: AccountToSuspend, ctx: Context) -> AccountHeld:
    """Suspend an account, with the reason; whoever is signed in by it is signed out at once."""
    require_recent_proof(ctx)
    person = managed_person(suspending.person_id, ctx)
    if person.suspended:
        return AccountHeld(already=True, signed_out=0)
    before = load_projections(person.id, ctx)
    account = ctx.find(ACCOUNTS, person.id, right_from=_RIGHT) or Account(person.id)
    sessions = [it for _, it in ctx.every(SESSIONS, OPEN_SESSIONS, equal=(person.id, False), right_from=_RIGHT)]

    left = require_administrator_left(ctx, lambda it: it.person_id == person.id, wib_date(ctx.now))

    write_person(replace(person, suspended=True), before, ctx)
    ctx.put(ACCOUNTS, replace(account, suspension=Suspension(suspending.reason, ctx.actor.id, ctx.now)))
    for session in sessions:
        ctx.put(SESSIONS, replace(session, ended=True))
    if left:
        ctx.put(ADMINISTRATION, left)
    return AccountHeld(already=False, signed_out=len(sessions))
