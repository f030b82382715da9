"""The portal's collections: accounts, attempts and sessions."""

from __future__ import annotations

from dataclasses import dataclass

from functions.portal.domain.session import Session
from functions.portal.domain.sign_in import Attempts
from shared.kernel.collections import ListQuery, TypedCollection
from shared.values import Secret, fingerprint


@dataclass(frozen=True, slots=True)
class Login:
    """A name by which a person signs in: a NIP or an e-mail address."""

    login: str
    person_id: str


@dataclass(frozen=True, slots=True)
class Credential:
    """A person's password hash; apart from everything that queries return."""

    person_id: str
    password_hash: Secret


def login_key(login: str) -> str:
    """Return the key of a login, however it was typed; a hash, since keys end in logs and a NIP must not."""
    return fingerprint("login", "".join(login.split()).lower())


LOGINS = TypedCollection("logins", Login, key=lambda it: login_key(it.login))
CREDENTIALS = TypedCollection("credentials", Credential, key=lambda it: it.person_id)
ATTEMPTS = TypedCollection("sign_in_attempts", Attempts, key=lambda it: it.key)
OPEN_SESSIONS = ListQuery(equal=("person_id", "ended"))
SESSIONS = TypedCollection("sessions", Session, key=lambda it: it.id, queries=(OPEN_SESSIONS,))
