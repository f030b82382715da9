"""Choose a password by the one-time code that somebody handed over: the first one, or instead of a forgotten one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from functions.portal.chosen_password import keep_password, load_before
from functions.portal.common_passwords import common_passwords
from functions.portal.domain.one_time_code import WrongCode, heard
from functions.portal.domain.password import PasswordTooWeak, check_new_password, normalised
from functions.portal.domain.sign_in import Attempts, LockedOut, check_lock, refuse_credentials
from functions.portal.guess import CheckedGuess, Guess, check_guess
from functions.portal.records import ATTEMPTS, ONE_TIME_CODES
from shared.accounts.login import LOGINS, login_key
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.limits import PerAddress
from shared.notices.request import request_notices
from shared.permissions import PUBLIC
from shared.rules.notice import NoticeKind, Urgency
from shared.values import Secret, Text, fingerprint
from shared.views.subjects import SUBJECTS, Subject, subject_id

_CODE = "the code that was handed over"


@dataclass(frozen=True, slots=True)
class PasswordToChoose:
    """The name by which the person signs in, the code, and the password to use from now on."""

    login: Annotated[str, Text(1, 100)]
    code: Secret
    password: Secret


@dataclass(frozen=True, slots=True)
class PasswordChosen:
    """It is in use, and so many browsers were signed out."""

    signed_out: int


def keep_chosen(checked: CheckedGuess, ctx: Context) -> PasswordChosen:
    """Keep the password for a right code, which is used by that; count a wrong one."""
    attempts = ctx.find(ATTEMPTS, checked.attempts_key, right_from=_CODE) or Attempts(checked.attempts_key)
    code = ctx.find(ONE_TIME_CODES, checked.subject, right_from=_CODE) if checked.subject else None
    before = load_before(checked.subject, ctx, _CODE) if checked.subject else None
    subject = Subject(subject_id("accounts", checked.subject), "", "/profil", ctx.now)
    ctx.find(SUBJECTS, subject.id, right_from=_CODE)

    check_lock(attempts, ctx.now)
    is_present = code is not None and code.code_hash == checked.stored and code.is_open(ctx.now)
    if code is None or before is None or checked.new_hash is None or not is_present:
        refusal = refuse_credentials(attempts, ctx.now, WrongCode)
        refusal.keep += (replace(code, wrong=code.wrong + 1),) if code else ()
        raise refusal

    signed_out = keep_password(before, checked.new_hash, ctx, code_by=code.issued_by)
    ctx.put(SUBJECTS, subject)
    request_notices(NoticeKind.PASSWORD_CHOSEN, subject.id, [checked.subject], ctx, urgency=Urgency.URGENT)
    ctx.put(ONE_TIME_CODES, replace(code, used=True))
    if attempts.wrong:
        ctx.put(ATTEMPTS, Attempts(checked.attempts_key))
    return PasswordChosen(signed_out)


@operation(
    permission=PUBLIC,
    refuses=(WrongCode, LockedOut, PasswordTooWeak),
    keeps=(ATTEMPTS, ONE_TIME_CODES),
    limit=PerAddress(per_minute=60, burst=60),
    secret=True,
    call=check_guess,
    complete=keep_chosen,
)
def choose_password(chosen: PasswordToChoose, ctx: Context) -> Guess:
    """Choose a password by a one-time code; the code is used by that, and every session ends."""
    key = fingerprint("one-time-code", login_key(chosen.login), ctx.call.address)
    attempts = ctx.find(ATTEMPTS, key, right_from=_CODE) or Attempts(key)
    login = ctx.find(LOGINS, login_key(chosen.login), right_from=_CODE)
    code = ctx.find(ONE_TIME_CODES, login.person_id, right_from=_CODE) if login else None
    new = normalised(chosen.password)

    check_lock(attempts, ctx.now)
    check_new_password(new, common_passwords(), [chosen.login])

    stored = code.code_hash if code and code.is_open(ctx.now) else None
    return Guess(key, code.subject if code else "", stored, heard(chosen.code), new)
