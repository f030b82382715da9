"""A one-time code on its way: drawn, hashed outside any transaction, kept, and told once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.portal.domain.account import Account, LoginTaken
from functions.portal.domain.one_time_code import TIME_FOR_A_PERSON, OneTimeCode, heard
from functions.portal.records import ACCOUNTS, ONE_TIME_CODES
from shared.accounts.login import LOGINS, Login, login_key
from shared.kernel.context import Context, ReadContext
from shared.values import Instant, Secret

_RIGHT = "the right to manage the person's office"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A code, to be hashed outside any transaction, and the names by which the person will sign in."""

    person_id: str
    text: str
    logins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HashedCode:
    """The code with what is stored of it."""

    drawn: Drawn
    code_hash: Secret


@dataclass(frozen=True, slots=True)
class CodeIssued:
    """The code, shown this once, and until when it is good."""

    code: str
    expires_at: Instant


def hash_code(drawn: Drawn, ctx: ReadContext) -> HashedCode:
    """Hash the code."""
    return HashedCode(drawn, ctx.ports.identity.hash_password(heard(Secret(drawn.text))))


def keep_code(hashed: HashedCode, ctx: Context) -> CodeIssued:
    """Keep the code in place of an earlier one, and the person's names."""
    person_id, until = hashed.drawn.person_id, ctx.now + TIME_FOR_A_PERSON
    new = [login for login in hashed.drawn.logins if not _is_theirs(login, person_id, ctx)]
    account = ctx.find(ACCOUNTS, person_id, right_from=_RIGHT) or Account(person_id)
    ctx.find(ONE_TIME_CODES, person_id, right_from=_RIGHT)

    for login in new:
        ctx.create(LOGINS, Login(login, person_id))
    ctx.put(ONE_TIME_CODES, OneTimeCode(person_id, hashed.code_hash, ctx.actor.id, ctx.now, until))
    ctx.put(ACCOUNTS, replace(account, code_until=until))
    return CodeIssued(hashed.drawn.text, until)


def _is_theirs(login: str, person_id: str, ctx: Context) -> bool:
    """Whether the person signs in by this name already. Raises LoginTaken."""
    found = ctx.find(LOGINS, login_key(login), right_from=_RIGHT)
    if found is not None and found.person_id != person_id:
        raise LoginTaken("Perbaiki NIP atau surel orang ini di data pegawai, lalu ulangi.")
    return found is not None
