"""Set an office up: its first administrator comes in by the code that the server has printed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from functions.portal.common_passwords import common_passwords
from functions.portal.domain.one_time_code import OFFICE, heard
from functions.portal.domain.password import PasswordTooWeak, check_new_password, normalised
from functions.portal.domain.set_up import (
    OfficeSetUpBefore,
    Self,
    SetUpCodeVoid,
    WrongSetUpCode,
    is_set_up,
    read_self,
)
from functions.portal.domain.sign_in import Attempts, LockedOut, check_lock, refuse_credentials
from functions.portal.guess import CheckedGuess, Guess, check_guess
from functions.portal.office import write_first_administrator
from functions.portal.records import ATTEMPTS, ONE_TIME_CODES
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.kernel.limits import PerAddress
from shared.permissions import PUBLIC
from shared.values import Line, Secret, Text, fingerprint

_CODE = "the code that the server has printed"


@dataclass(frozen=True, slots=True)
class OfficeToSetUp:
    """The code, and who the first administrator is: name, NIP or e-mail address, and the password to sign in with."""

    code: Secret
    name: Line
    login: Annotated[str, Text(1, 100)]
    password: Secret


@dataclass(frozen=True, slots=True)
class OfficeSetUp:
    """The office has an administrator."""

    person_id: str


def check_code(asked: tuple[Self, Guess], ctx: ReadContext) -> tuple[Self, CheckedGuess]:
    """Compare the code, and only if it is right hash the password."""
    return asked[0], check_guess(asked[1], ctx)


def let_in(checked: tuple[Self, CheckedGuess], ctx: Context) -> OfficeSetUp:
    """Write the first administrator for a right code; count a wrong one."""
    myself, guess = checked
    attempts = ctx.find(ATTEMPTS, guess.attempts_key, right_from=_CODE) or Attempts(guess.attempts_key)
    code = ctx.find(ONE_TIME_CODES, OFFICE, right_from=_CODE)

    if code is None or is_set_up(code):
        raise OfficeSetUpBefore("Masuk seperti biasa, atau minta akun kepada administrator kabupaten.")
    if guess.new_hash is None or code.code_hash != guess.stored:
        refusal = refuse_credentials(attempts, ctx.now, WrongSetUpCode)
        refusal.keep += (replace(code, wrong=code.wrong + 1),)
        raise refusal

    return OfficeSetUp(write_first_administrator(myself, code, guess.new_hash, ctx))


@operation(
    permission=PUBLIC,
    refuses=(OfficeSetUpBefore, SetUpCodeVoid, WrongSetUpCode, LockedOut, PasswordTooWeak),
    keeps=(ATTEMPTS, ONE_TIME_CODES),
    limit=PerAddress(per_minute=30, burst=30),
    secret=True,
    call=check_code,
    complete=let_in,
)
def set_up_office(office: OfficeToSetUp, ctx: Context) -> tuple[Self, Guess]:
    """Set the office up with its first administrator, once, by the code that the server has printed."""
    key = fingerprint("set-up", ctx.call.address)
    attempts = ctx.find(ATTEMPTS, key, right_from=_CODE) or Attempts(key)
    code = ctx.find(ONE_TIME_CODES, OFFICE, right_from=_CODE)
    new = normalised(office.password)

    if code is None or is_set_up(code):
        raise OfficeSetUpBefore("Masuk seperti biasa, atau minta akun kepada administrator kabupaten.")
    check_lock(attempts, ctx.now)
    if not code.is_open(ctx.now):
        raise SetUpCodeVoid("Jalankan make init sekali lagi di server, lalu pakai kode yang baru.")
    myself = read_self(office.name, office.login)
    check_new_password(new, common_passwords(), [office.login])
    return myself, Guess(key, OFFICE, code.code_hash, heard(office.code), new)
