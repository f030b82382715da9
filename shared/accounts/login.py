"""By which names people sign in: their NIP and their e-mail address, for as long as these are theirs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.kernel.collections import TypedCollection
from shared.values import fingerprint

if TYPE_CHECKING:
    from shared.directory.model import Person
    from shared.kernel.context import Context

_RIGHT = "the right to manage the directory"


@dataclass(frozen=True, slots=True)
class Login:
    """A name by which a person signs in: a NIP or an e-mail address."""

    login: str
    person_id: str


def login_key(login: str) -> str:
    """Return the key of a login, however it was typed; a hash, since keys end in logs and a NIP must not."""
    return fingerprint("login", "".join(login.split()).lower())


LOGINS = TypedCollection("logins", Login, key=lambda it: login_key(it.login))


@dataclass(frozen=True, slots=True)
class Renaming:
    """The names that a person signs in by no longer, and those that take their place."""

    ended: tuple[str, ...] = ()
    begun: tuple[Login, ...] = ()


def load_renaming(before: Person | None, after: Person, ctx: Context) -> Renaming:
    """Return how a person's names change, guarded from here on; before any write. Who has no account has none."""
    old, new = _names(before), _names(after)
    if before is None or old == new:
        return Renaming()
    found = {name: ctx.find(LOGINS, login_key(name), right_from=_RIGHT) for name in sorted(old | new)}
    theirs = {name for name in old if (login := found[name]) and login.person_id == after.id}
    if not theirs:
        return Renaming()
    return Renaming(tuple(sorted(theirs - new)), tuple(Login(name, after.id) for name in sorted(new - old)))


def write_renaming(renaming: Renaming, ctx: Context) -> None:
    """Write the names that were loaded in this transaction."""
    for name in renaming.ended:
        ctx.delete(LOGINS, login_key(name))
    for login in renaming.begun:
        ctx.put(LOGINS, login)


def _names(person: Person | None) -> frozenset[str]:
    return frozenset(name for name in (person.nip, person.email) if name) if person else frozenset()
