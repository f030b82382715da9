"""What every letter has: how secret and how urgent it is, and what it says of itself (Permendagri 1/2023)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated

from shared.refusals import InvalidField
from shared.rules.calendar import long_date
from shared.values import Day, Line, Text

# A year that is one too high is a slip of the keyboard; a letter that is dated some days ahead does occur.
_DATED_AHEAD = timedelta(days=60)


class Sifat(StrEnum):
    """How secret a letter is."""

    BIASA = "biasa"
    TERBATAS = "terbatas"
    RAHASIA = "rahasia"
    SANGAT_RAHASIA = "sangat_rahasia"

    @property
    def is_secret(self) -> bool:
        """Whether nobody may learn of it but those to whom it came and the clerk who took it in."""
        return self in {Sifat.RAHASIA, Sifat.SANGAT_RAHASIA}


class Urgensi(StrEnum):
    """How soon a letter wants an answer."""

    BIASA = "biasa"
    SEGERA = "segera"
    AMAT_SEGERA = "amat_segera"


SIFAT_WORDS = {
    Sifat.BIASA: "Biasa",
    Sifat.TERBATAS: "Terbatas",
    Sifat.RAHASIA: "Rahasia",
    Sifat.SANGAT_RAHASIA: "Sangat rahasia",
}
URGENSI_WORDS = {Urgensi.BIASA: "Biasa", Urgensi.SEGERA: "Segera", Urgensi.AMAT_SEGERA: "Amat segera"}


@dataclass(frozen=True, slots=True)
class LetterSays:
    """What a letter that came in says of itself, as the clerk wrote it down."""

    sender: Line
    number: Annotated[str, Text(1, 100)]
    dated_on: Day
    received_on: Day
    hal: Annotated[str, Text(1, 300)]
    sifat: Sifat = Sifat.BIASA
    urgensi: Urgensi = Urgensi.BIASA
    klasifikasi: Annotated[str, Text(0, 30)] = ""
    lampiran: Annotated[str, Text(0, 100)] = ""


# How each is called on pages and papers, in the order in which a letter says them.
FIELD_WORDS = {
    "sender": "Pengirim",
    "number": "Nomor",
    "dated_on": "Tanggal surat",
    "received_on": "Diterima",
    "hal": "Hal",
    "sifat": "Sifat",
    "urgensi": "Urgensi",
    "klasifikasi": "Klasifikasi",
    "lampiran": "Lampiran",
}


def check_dates(says: LetterSays, today: date) -> None:
    """Refuse days that cannot be: a letter comes today or before, and is not dated months ahead."""
    if says.received_on > today:
        raise InvalidField("/says/received_on", f"Tanggal diterima paling akhir hari ini, {long_date(today)}.")
    if says.dated_on > says.received_on + _DATED_AHEAD:
        raise InvalidField("/says/dated_on", "Tanggal surat jauh sesudah diterima. Periksa tahunnya.")


def in_words(name: str, says: LetterSays) -> str:
    """Return a field as people read it; "" where it is empty."""
    value = getattr(says, name)
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, Sifat):
        return SIFAT_WORDS[value]
    return URGENSI_WORDS[value] if isinstance(value, Urgensi) else value
