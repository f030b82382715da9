"""The password of a person; apart from everything that queries return."""

from __future__ import annotations

from dataclasses import dataclass

from shared.kernel.collections import TypedCollection
from shared.values import Secret


@dataclass(frozen=True, slots=True)
class Credential:
    """A person's password hash. Nobody but the person ever chooses a password: who helps them hands over a code."""

    person_id: str
    password_hash: Secret


CREDENTIALS = TypedCollection("credentials", Credential, key=lambda it: it.person_id)
