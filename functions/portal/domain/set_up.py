"""Setting an office up: what its first administrator tells of themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from functions.portal.domain.one_time_code import OneTimeCode
from functions.portal.domain.sign_in import WrongCredentials
from shared.refusals import InvalidField, Refusal
from shared.rules.email import is_email
from shared.rules.nip import InvalidNip, plain_nip


class OfficeSetUpBefore(Refusal):
    """The office has its first administrator, or was never one to be set up: a demonstration."""

    title: ClassVar[str] = "Trowulan ini sudah disiapkan."


class SetUpCodeVoid(Refusal):
    """The set-up code is too old, or was guessed wrong too often."""

    status: ClassVar[int] = 403
    title: ClassVar[str] = "Kode penyiapan sudah tidak berlaku."


class WrongSetUpCode(WrongCredentials):
    """It isn't the code that the server printed."""

    title = "Kode penyiapan tidak cocok."


@dataclass(frozen=True, slots=True)
class Self:
    """Who somebody says they are: one of NIP and e-mail address is empty."""

    name: str
    nip: str
    email: str


def read_self(name: str, login: str) -> Self:
    """Return name and number, the latter as NIP or e-mail address. Raises InvalidField."""
    plain = " ".join(name.split())
    if not any(letter.isalpha() for letter in plain):
        raise InvalidField("/name", "Isi nama lengkap Anda.")
    number = "".join(login.split()).lower()
    if "@" in number:
        if not is_email(number):
            raise InvalidField("/login", "Surel tidak sah. Contoh: nama@mojokertokab.go.id.")
        return Self(plain, "", number)
    try:
        return Self(plain, plain_nip(number), "")
    except InvalidNip as invalid:
        raise InvalidField("/login", str(invalid)) from None


def is_set_up(code: OneTimeCode | None) -> bool:
    """Whether the office has its first administrator, told by its set-up code; a demonstration never had one."""
    return code is None or code.used
