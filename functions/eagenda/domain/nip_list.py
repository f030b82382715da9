"""A list of NIPs as somebody pastes it: a column of a spreadsheet, or numbers between commas, line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from shared.refusals import InvalidField
from shared.rules.nip import InvalidNip, plain_nip

if TYPE_CHECKING:
    from collections.abc import Iterator

_NIP = re.compile(r"(?<![0-9])[0-9]{8}[ .]?[0-9]{6}[ .]?[0-9][ .]?[0-9]{3}(?![0-9])")
_CELLS = re.compile(r"[\t;,|]")
# What spreadsheets and chats put between digits that nobody sees, and spaces of other widths.
_UNSEEN = re.compile("[\ufeff\u200b-\u200f\u2060\"'`\u2018\u2019\u201c\u201d]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u3000 -]+")
_ROUNDED = re.compile(r"[0-9][.,]?[0-9]*E\+?[0-9]{2}", re.IGNORECASE)
_DIGITS = 18
_LEAST_DIGITS = 8  # fewer are a row's number or a telephone's end, not a NIP with a digit too few
_WORDS_SHOWN = 60


class NipRowState(StrEnum):
    """What is known of a row."""

    FOUND = "found"
    UNKNOWN = "unknown"
    WRONG = "wrong"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class NipRow:
    """One number of the list, or one line without any; ``reason`` says what is wrong with it."""

    number: int
    text: str
    nip: str = ""
    reason: str = ""


def read_nips(text: str) -> tuple[NipRow, ...]:
    """Return the rows of a list in its order; empty lines and the heading of a column are none."""
    rows: list[NipRow] = []
    for index, line in enumerate(_plain(text).splitlines()):
        found = list(_in_line(line)) if line.strip() else []
        if not found and line.strip() and not _is_heading(line, index):
            found = [(line.strip(), "", "Tidak ada NIP di baris ini.")]
        rows += [
            NipRow(at, shown[:_WORDS_SHOWN], nip, why) for at, (shown, nip, why) in enumerate(found, len(rows) + 1)
        ]
    return tuple(rows)


def _plain(text: str) -> str:
    return _SPACES.sub(" ", _UNSEEN.sub("", text))


def _in_line(line: str) -> Iterator[tuple[str, str, str]]:
    if rounded := _ROUNDED.search(line):
        yield rounded.group(), "", "Dibulatkan oleh lembar kerja. Ubah kolomnya menjadi teks, lalu salin lagi."
        return
    for cell in _CELLS.split(line):
        numbers = _NIP.findall(cell)
        yield from (_checked(number) for number in numbers)
        digits = re.sub(r"[^0-9]", "", cell)
        if not numbers and len(digits) >= _LEAST_DIGITS:
            yield cell.strip(), "", f"{len(digits)} angka; NIP terdiri dari {_DIGITS} angka."


def _checked(number: str) -> tuple[str, str, str]:
    try:
        return number, plain_nip(number), ""
    except InvalidNip as wrong:
        return number, "", str(wrong)


def _is_heading(line: str, index: int) -> bool:
    return "nip" in line.lower() or (index == 0 and not re.search("[0-9]", line))


def require_not_too_long(rows: tuple[NipRow, ...], most: int) -> None:
    """Refuse a list without rows, and one with more than an agenda holds."""
    if not rows:
        raise InvalidField("/text", "Tempel NIP, satu di tiap baris atau dipisah koma.")
    if len(rows) > most:
        raise InvalidField("/text", f"Daftar ini {len(rows)} baris; paling banyak {most} sekaligus.")
