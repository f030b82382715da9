"""The portal's collections: names, codes, accounts, sessions, snoozes; passwords lie in `shared/accounts`."""

from __future__ import annotations

from dataclasses import dataclass

from functions.portal.domain.account import Account
from functions.portal.domain.one_time_code import OneTimeCode
from functions.portal.domain.second_step import SecondStep
from functions.portal.domain.session import Session
from functions.portal.domain.sign_in import Attempts
from functions.portal.domain.snooze import Snoozes
from shared.kernel.collections import ListQuery, TypedCollection
from shared.values import fingerprint


@dataclass(frozen=True, slots=True)
class Login:
    """A name by which a person signs in: a NIP or an e-mail address."""

    login: str
    person_id: str


def login_key(login: str) -> str:
    """Return the key of a login, however it was typed; a hash, since keys end in logs and a NIP must not."""
    return fingerprint("login", "".join(login.split()).lower())


LOGINS = TypedCollection("logins", Login, key=lambda it: login_key(it.login))
CODES_BY_AGE = ListQuery(equal=("used",), order="issued_at", descending=True)
ONE_TIME_CODES = TypedCollection("one_time_codes", OneTimeCode, key=lambda it: it.subject, queries=(CODES_BY_AGE,))
SECOND_STEPS = TypedCollection("second_steps", SecondStep, key=lambda it: it.person_id)
ACCOUNTS = TypedCollection("accounts", Account, key=lambda it: it.person_id)
ATTEMPTS = TypedCollection("sign_in_attempts", Attempts, key=lambda it: it.key)
OPEN_SESSIONS = ListQuery(equal=("person_id", "ended"))
SESSIONS = TypedCollection("sessions", Session, key=lambda it: it.id, queries=(OPEN_SESSIONS,))
SNOOZES = TypedCollection("snoozes", Snoozes, key=lambda it: it.person_id)
