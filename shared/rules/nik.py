"""NIK: the 16 digits that identify a resident (UU 23/2006 art. 13; their layout: PP 37/2007 art. 37).

Six digits tell where the number was given, six the birth date (the day of a woman is written with 40 added), and four
are a serial number. How the number is masked is told by its type, ``shared.values.Nik``.
"""

from __future__ import annotations

import re
from datetime import date

_SEPARATORS = re.compile(r"[ .\-]")
_PARTS = re.compile(r"[1-9][0-9]{5}(?P<day>[0-9]{2})(?P<month>[0-9]{2})[0-9]{2}(?P<serial>[0-9]{4})")
_ADDED_FOR_WOMEN = 40
_A_LEAP_YEAR = 2000  # the number tells two digits of the year, so any day that exists in some year may be one


class InvalidNik(ValueError):
    """The text is no NIK; its message tells a person what to correct."""


def plain_nik(text: str) -> str:
    """Return the 16 digits of a NIK typed with spaces, dots or dashes. Raises InvalidNik."""
    digits = _SEPARATORS.sub("", text)
    parts = _PARTS.fullmatch(digits)
    if parts is None:
        raise InvalidNik("NIK terdiri dari 16 angka. Periksa kembali.")
    day = int(parts["day"])
    try:
        date(_A_LEAP_YEAR, int(parts["month"]), day - _ADDED_FOR_WOMEN if day > _ADDED_FOR_WOMEN else day)
    except ValueError:
        raise InvalidNik("Tanggal lahir dalam NIK (angka 7 sampai 12) tidak ada dalam kalender.") from None
    if parts["serial"] == "0000":
        raise InvalidNik("Nomor urut NIK (empat angka terakhir) dimulai dari 0001.")
    return digits
