"""Keep a password that a person has just chosen, and end what the one before had opened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from functions.portal.domain.account import Account
from functions.portal.records import ACCOUNTS, OPEN_SESSIONS, SESSIONS
from shared.accounts.credential import CREDENTIALS, Credential

if TYPE_CHECKING:
    from functions.portal.domain.session import Session
    from shared.kernel.context import Context
    from shared.values import Secret


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a password is kept: in a transaction all is read before anything is written."""

    credential: Credential | None
    account: Account
    sessions: tuple[Session, ...]  # those that are open


def load_before(person_id: str, ctx: Context, right_from: str) -> Before:
    """Read what `keep_password` writes over."""
    credential = ctx.find(CREDENTIALS, person_id, right_from=right_from)
    account = ctx.find(ACCOUNTS, person_id, right_from=right_from) or Account(person_id)
    sessions = ctx.every(SESSIONS, OPEN_SESSIONS, equal=(person_id, False), right_from=right_from)
    return Before(credential, account, tuple(session for _, session in sessions))


def keep_password(before: Before, new_hash: Secret, ctx: Context, *, code_by: str = "", keep_session: str = "") -> int:
    """Keep the hash and end every session but one; return how many were ended."""
    person_id = before.account.person_id
    others = [session for session in before.sessions if session.id != keep_session]

    ctx.put(CREDENTIALS, Credential(person_id, new_hash))
    ctx.put(ACCOUNTS, replace(before.account, code_until=None, password_at=ctx.now, code_by=code_by))
    for session in others:
        ctx.put(SESSIONS, replace(session, ended=True))
    return len(others)
