"""Sign in with NIP or e-mail and password."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from functions.portal.domain.account import Account
from functions.portal.domain.browser import browser_name
from functions.portal.domain.password import normalised
from functions.portal.domain.second_step import SecondStep, SecondStepNeeded, WrongSecondStep
from functions.portal.domain.session import AccountSuspended, Session, SessionEnded
from functions.portal.domain.sign_in import Attempts, LockedOut, WrongCredentials, check_lock, refuse_credentials
from functions.portal.records import ACCOUNTS, ATTEMPTS, SESSIONS
from functions.portal.second_step import ShownCode, find_second_step, look_up_recovery, take_second_step
from functions.portal.signed_in import SignedIn, signed_in
from shared.accounts.credential import CREDENTIALS
from shared.accounts.login import LOGINS, login_key
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.kernel.limits import PerAddress
from shared.permissions import PUBLIC
from shared.refusals import Refusal
from shared.values import Secret, Text, fingerprint

_SIGN_IN = "the act of signing in"


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a person types."""

    login: Annotated[str, Text(1, 100)]
    password: Secret
    code: Secret | None = None  # of the moment or a recovery code, where the account asks for one


@dataclass(frozen=True, slots=True)
class Attempt:
    """A password to be checked, outside any transaction, since that takes tens of milliseconds on purpose."""

    attempts_key: str
    person_id: str | None
    stored: Secret | None
    given: Secret
    second_step: SecondStep | None
    code: Secret | None


@dataclass(frozen=True, slots=True)
class CheckedAttempt:
    """Whether the password was right."""

    attempts_key: str
    person_id: str | None
    is_right: bool
    shown: ShownCode


def check_password(attempt: Attempt, ctx: ReadContext) -> CheckedAttempt:
    """Compare the password with the stored hash."""
    is_right = ctx.ports.identity.password_matches(attempt.stored, attempt.given)
    shown = look_up_recovery(attempt.second_step if is_right else None, attempt.code, ctx)
    return CheckedAttempt(attempt.attempts_key, attempt.person_id, is_right, shown)


def open_session(checked: CheckedAttempt, ctx: Context) -> SignedIn:
    """Open a session for a right password; count a wrong one."""
    attempts = ctx.find(ATTEMPTS, checked.attempts_key, right_from=_SIGN_IN) or Attempts(checked.attempts_key)
    account = ctx.find(ACCOUNTS, checked.person_id, right_from=_SIGN_IN) if checked.person_id else None

    check_lock(attempts, ctx.now)
    if not checked.is_right or checked.person_id is None:
        raise _refused(attempts, checked.person_id, account, ctx)
    second_step = take_second_step(checked.person_id, checked.shown, ctx)
    browser = browser_name(ctx.call.agent)
    session = Session(ctx.new_id(), checked.person_id, started_at=ctx.now, rotated_at=ctx.now, browser=browser)
    answer = signed_in(session, ctx)

    ctx.create(SESSIONS, session)
    ctx.put(ACCOUNTS, replace(account or Account(checked.person_id), last_sign_in_at=ctx.now, locked_until=None))
    second_step.write(ctx)
    if attempts.wrong:
        ctx.put(ATTEMPTS, Attempts(checked.attempts_key))
    return answer


def _refused(attempts: Attempts, person_id: str | None, account: Account | None, ctx: Context) -> Refusal:
    """Return the refusal of a wrong password; a lock is told to who looks after the account."""
    refusal = refuse_credentials(attempts, ctx.now)
    if person_id is not None and isinstance(refusal, LockedOut):
        refusal.keep += (replace(account or Account(person_id), locked_until=refusal.facts["until"]),)
    return refusal


@operation(
    permission=PUBLIC,
    refuses=(WrongCredentials, LockedOut, SecondStepNeeded, WrongSecondStep, AccountSuspended, SessionEnded),
    keeps=(ATTEMPTS, ACCOUNTS),
    limit=PerAddress(per_minute=600, burst=300),  # a hall of people behind one address signs in at once
    secret=True,
    call=check_password,
    complete=open_session,
)
def sign_in(credentials: Credentials, ctx: Context) -> Attempt:
    """Sign in with NIP or e-mail and password."""
    key = login_key(credentials.login)
    attempts_key = fingerprint(key, ctx.call.address)
    attempts = ctx.find(ATTEMPTS, attempts_key, right_from=_SIGN_IN) or Attempts(attempts_key)
    login = ctx.find(LOGINS, key, right_from=_SIGN_IN)
    credential = ctx.find(CREDENTIALS, login.person_id, right_from=_SIGN_IN) if login else None

    second_step = find_second_step(login.person_id, ctx) if login and credentials.code else None

    check_lock(attempts, ctx.now)

    return Attempt(
        attempts_key,
        credential.person_id if credential else None,
        credential.password_hash if credential else None,
        normalised(credentials.password),
        second_step,
        credentials.code,
    )
