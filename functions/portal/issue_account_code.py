"""Issue a one-time code by which a person chooses a password: to open their account, or because they forgot it."""

from __future__ import annotations

from dataclasses import dataclass

from functions.portal.domain.account import (
    LoginTaken,
    NothingToSignInWith,
    PersonOfTheRegency,
    PersonOutsideYourOffice,
)
from functions.portal.domain.one_time_code import SYLLABLES_FOR_A_PERSON, spoken
from functions.portal.issued_code import Drawn, hash_code, keep_code
from functions.portal.managed_person import managed_person
from shared.accounts.credential import CREDENTIALS
from shared.accounts.proof import ProofNeeded, require_recent_proof
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing

_RIGHT = "the right to manage the person's office"


@dataclass(frozen=True, slots=True)
class AccountToOpen:
    """Whose."""

    person_id: str


@operation(
    permission=Permission.MANAGE_OFFICE,
    refuses=(
        RecordMissing,
        PersonOutsideYourOffice,
        PersonOfTheRegency,
        NothingToSignInWith,
        LoginTaken,
        ProofNeeded,
    ),
    secret=True,
    call=hash_code,
    complete=keep_code,
)
def issue_account_code(account: AccountToOpen, ctx: Context) -> Drawn:
    """Issue the one-time code by which a person chooses a password; an earlier one is void."""
    person = managed_person(account.person_id, ctx)
    logins = tuple(login for login in (person.nip, person.email) if login)

    if not logins:
        raise NothingToSignInWith("Isi NIP atau surelnya di data pegawai, lalu ulangi.")
    if ctx.find(CREDENTIALS, person.id, right_from=_RIGHT) is not None:
        require_recent_proof(ctx)  # somebody else's way in is about to change

    return Drawn(person.id, spoken(ctx.new_secret(), SYLLABLES_FOR_A_PERSON), logins)
