"""NIP and NI PPPK: the 18 digits that identify an employee of the state (ASN).

A PNS has a NIP: birth date, year and month of the first appointment, sex, serial number (Peraturan Kepala BKN 22/2007
and 43/2007). A PPPK has an NI PPPK: birth date, year of the first appointment, two digits for the agreement, sex,
serial number (Peraturan BKN 1/2019). The two digits of a PPPK stand where a PNS has the month and begin at 21, so one
glance tells which of the two a number is.

How the number is masked is told by its type, ``shared.values.Nip``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

_SEPARATORS = re.compile(r"[ .]")
_PARTS = re.compile(
    r"(?P<born>[0-9]{8})(?P<year>[0-9]{4})(?P<month_or_agreement>[0-9]{2})(?P<sex>[0-9])(?P<serial>[0-9]{3})"
)
_MONTHS = range(1, 13)
_FIRST_AGREEMENT = 21


class InvalidNip(ValueError):
    """The text is no NIP and no NI PPPK; its message tells a person what to correct."""


class NipKind(StrEnum):
    """Which of the two numbers it is."""

    PNS = "pns"
    PPPK = "pppk"


class Sex(StrEnum):
    """What the fifteenth digit says."""

    MALE = "male"
    FEMALE = "female"


class Appointment(NamedTuple):
    """When the person was first appointed; an NI PPPK does not tell the month."""

    year: int
    month: int | None


@dataclass(frozen=True, slots=True)
class NipFacts:
    """What a NIP says about its bearer."""

    birth_date: date
    appointed: Appointment
    kind: NipKind
    sex: Sex
    serial: int


def plain_nip(text: str) -> str:
    """Return the 18 digits of a NIP typed with spaces or dots, after checking it."""
    digits = _SEPARATORS.sub("", text)
    read_nip(digits)
    return digits


def group_nip(nip: str) -> str:
    """Write a NIP as papers print it: ``19860926 201505 1 001``."""
    digits = plain_nip(nip)
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"


def read_nip(text: str) -> NipFacts:
    """Read what a NIP says, or raise InvalidNip."""
    parts = _PARTS.fullmatch(_SEPARATORS.sub("", text))
    if parts is None:
        raise InvalidNip("NIP terdiri dari 18 angka. Periksa kembali NIP Anda.")
    born = _birth_date(parts["born"])
    kind, month = _kind(int(parts["month_or_agreement"]))
    appointed = Appointment(int(parts["year"]), month)
    if appointed.year <= born.year:
        raise InvalidNip("Tahun pengangkatan (angka 9 sampai 12) harus setelah tahun lahir.")
    if parts["serial"] == "000":
        raise InvalidNip("Nomor urut (tiga angka terakhir) dimulai dari 001.")
    return NipFacts(born, appointed, kind, _sex(parts["sex"]), int(parts["serial"]))


def _birth_date(digits: str) -> date:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        raise InvalidNip("Tanggal lahir (angka 1 sampai 8) tidak ada dalam kalender.") from None


def _kind(month_or_agreement: int) -> tuple[NipKind, int | None]:
    if month_or_agreement in _MONTHS:
        return NipKind.PNS, month_or_agreement
    if month_or_agreement >= _FIRST_AGREEMENT:
        return NipKind.PPPK, None
    raise InvalidNip("Angka 13 dan 14 harus bulan 01 sampai 12 (PNS) atau 21 ke atas (PPPK).")


def _sex(digit: str) -> Sex:
    match digit:
        case "1":
            return Sex.MALE
        case "2":
            return Sex.FEMALE
        case _:
            raise InvalidNip("Angka 15 harus 1 (laki-laki) atau 2 (perempuan).")
