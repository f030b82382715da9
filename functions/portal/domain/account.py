"""An account as those see it who look after it: whether a person can sign in, and since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from shared.refusals import Refusal
from shared.values import Instant


class PersonOutsideYourOffice(Refusal):
    """An administrator of one office acts on the account of somebody of another."""

    status: ClassVar[int] = 403
    title: ClassVar[str] = "Orang ini di luar OPD Anda."


class PersonOfTheRegency(Refusal):
    """An administrator of one office acts on the account of somebody whose rights reach beyond it."""

    status: ClassVar[int] = 403
    title: ClassVar[str] = "Orang ini memegang hak tingkat kabupaten."


class LoginTaken(Refusal):
    """Somebody else signs in by this NIP or e-mail address."""

    title: ClassVar[str] = "NIP atau surel ini sudah dipakai orang lain untuk masuk."


class NothingToSignInWith(Refusal):
    """The person has neither NIP nor e-mail address."""

    title: ClassVar[str] = "Orang ini belum punya NIP atau surel."


class AccountState(StrEnum):
    """What an account is like today."""

    ABSENT = "absent"
    INVITED = "invited"
    ACTIVE = "active"
    SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True)
class Suspension:
    """Why an account was suspended, by whom and when."""

    reason: str
    by: str
    at: Instant


@dataclass(frozen=True, slots=True)
class Account:
    """What is worth knowing of an account, without any secret."""

    person_id: str
    code_until: Instant | None = None  # a code was handed out and not used
    password_at: Instant | None = None  # when the password was last chosen
    code_by: str = ""  # who handed out the code by which it was chosen; empty when it was changed in Profil
    last_sign_in_at: Instant | None = None
    locked_until: Instant | None = None  # after wrong passwords, for one address
    suspension: Suspension | None = None


def state_of(account: Account | None, now: datetime, *, has_password: bool, suspended: bool) -> AccountState:
    """Return what the account is like."""
    if suspended:
        return AccountState.SUSPENDED
    if has_password:
        return AccountState.ACTIVE
    is_invited = account is not None and account.code_until is not None and now < account.code_until
    return AccountState.INVITED if is_invited else AccountState.ABSENT


def require_reach(
    own_office: str, paths: tuple[tuple[str, ...], ...], *, manages_all: bool, reaches_beyond: bool
) -> None:
    """Refuse who manages one office whoever holds, or will hold, a post elsewhere or with rights beyond it.

    ``paths`` are the offices of the person's posts with those above them. Who holds none is the regency's to manage.
    """
    if manages_all:
        return
    if not paths or any(own_office not in path for path in paths):
        raise PersonOutsideYourOffice("Minta administrator OPD orang itu atau pengelola kepegawaian kabupaten.")
    if reaches_beyond:
        raise PersonOfTheRegency("Minta administrator kabupaten di Diskominfo.")
