"""The portal's collections: codes, accounts, sessions, snoozes; names and passwords lie in `shared/accounts`."""

from __future__ import annotations

from functions.portal.domain.account import Account
from functions.portal.domain.one_time_code import OneTimeCode
from functions.portal.domain.second_step import SecondStep
from functions.portal.domain.session import Session
from functions.portal.domain.sign_in import Attempts
from functions.portal.domain.snooze import Snoozes
from shared.kernel.collections import ListQuery, TypedCollection

CODES_BY_AGE = ListQuery(equal=("used",), order="issued_at", descending=True)
ONE_TIME_CODES = TypedCollection("one_time_codes", OneTimeCode, key=lambda it: it.subject, queries=(CODES_BY_AGE,))
SECOND_STEPS = TypedCollection("second_steps", SecondStep, key=lambda it: it.person_id)
ACCOUNTS = TypedCollection("accounts", Account, key=lambda it: it.person_id)
ATTEMPTS = TypedCollection("sign_in_attempts", Attempts, key=lambda it: it.key)
OPEN_SESSIONS = ListQuery(equal=("person_id", "ended"))
SESSIONS = TypedCollection("sessions", Session, key=lambda it: it.id, queries=(OPEN_SESSIONS,))
SNOOZES = TypedCollection("snoozes", Snoozes, key=lambda it: it.person_id)
