"""The number of a letter: how it is written, and the series in which it is counted.

The classification code is digits and the basis of the number (Permendagri 83/2022 art. 3); the serial number, the code
of the unit and the year follow it. A series begins anew with each year of Mojokerto's calendar.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from shared.values import Text

_TOKEN = re.compile(r"\{(\w*)\}")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_DOTS = "……"
# Without these two letters could bear one number: of one series, of two offices, of two years.
_NEEDED = {"nomor", "kode_unit", "tahun"}
_KNOWN = {*_NEEDED, "nomor_4", "klasifikasi", "bulan_romawi"}


@dataclass(frozen=True, slots=True)
class AsNumberPattern:
    """Marks a text that is the pattern of a letter's number."""

    def __get_pydantic_core_schema__(self, source: object, handler: Any) -> dict[str, Any]:  # noqa: ANN401 -- pydantic's
        """Tell pydantic (in its plain-dict schema) to check the words in braces."""
        return {
            "type": "function-after",
            "function": {"type": "no-info", "function": check_pattern},
            "schema": dict(handler(source)),
        }


@dataclass(frozen=True, slots=True)
class AsWritten:
    """Marks a text of one form, such as that of a classification code."""

    form: str

    def __get_pydantic_core_schema__(self, source: object, handler: Any) -> dict[str, Any]:  # noqa: ANN401 -- pydantic's
        """Tell pydantic (in its plain-dict schema) the form."""
        return {**handler(source), "pattern": self.form}


NumberPattern = Annotated[str, Text(1, 100), AsNumberPattern()]
Classification = Annotated[str, Text(1, 30), AsWritten(r"^\d{3}(\.\d+)*$")]  # of Permendagri 83/2022


def check_pattern(pattern: str) -> str:
    """Return the pattern. Raises ValueError for one by which two letters could bear one number."""
    words = set(_TOKEN.findall(pattern))
    unknown = words - _KNOWN
    if unknown or "{" in _TOKEN.sub("", pattern):
        raise ValueError("Yang dikenal: {klasifikasi}, {nomor} atau {nomor_4}, {kode_unit}, {bulan_romawi}, {tahun}.")
    said = words | {"nomor"} if "nomor_4" in words else words
    if not said >= _NEEDED:
        raise ValueError("Wajib memuat {nomor}, {kode_unit}, dan {tahun}, supaya tidak ada dua nomor yang sama.")
    return pattern


def write_number(
    pattern: str, classification: str, serial: int | None, unit_code: str, day: date, inserted: str = ""
) -> str:
    """Return the number of a letter: ``800.1.13/15/416-114/2026``; a draft has dots where its serial number will be.

    One that is inserted behind it has a letter there: ``15.a``.
    """
    behind = f".{inserted}" if inserted else ""
    texts = {
        "klasifikasi": classification,
        "nomor": _DOTS if serial is None else f"{serial}{behind}",
        "nomor_4": _DOTS if serial is None else f"{serial:04}{behind}",
        "kode_unit": unit_code,
        "bulan_romawi": _ROMAN[day.month - 1],
        "tahun": str(day.year),
    }
    return _TOKEN.sub(lambda found: texts[found[1]], pattern)


def series_id(book: str, unit_code: str, day: date) -> str:
    """Return the series in which letters of a book, a unit and a year are counted."""
    return f"{book}:{unit_code.casefold()}:{day.year}"
