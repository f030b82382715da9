"""A list of guests as somebody pastes it: name, institution and address in each line, in the order of the sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from shared.refusals import InvalidField

_CELLS = re.compile(r"[\t;|]")
_UNSEEN = re.compile("[\ufeff\u200b-\u200f\u2060]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u3000 ]+")
_HEADING = re.compile(r"surel|e-?mail|nama", re.IGNORECASE)
_AROUND = "<>()[]\"', "
_MOST_LETTERS = {"name": 120, "institution": 200}
_WORDS_SHOWN = 80
MOST_ROWS = 1000


class GuestRowState(StrEnum):
    """What is known of a row."""

    READY = "ready"
    WRONG = "wrong"
    REPEATED = "repeated"
    INVITED = "invited"


@dataclass(frozen=True, slots=True)
class GuestRow:
    """One line: whom it names, or ``reason`` why that is not known."""

    number: int
    text: str
    name: str = ""
    institution: str = ""
    email: str = ""
    reason: str = ""


def read_guests(text: str) -> tuple[GuestRow, ...]:
    """Return the rows of a list in its order; empty lines and the heading are none. Raises InvalidField."""
    lines = [it.strip() for it in _UNSEEN.sub("", text).splitlines()]
    told = [it for index, it in enumerate(lines) if it and not (index == 0 and _is_heading(it))]
    if not told:
        raise InvalidField("/text", "Tempel satu tamu di tiap baris: nama; instansi; surel.")
    if len(told) > MOST_ROWS:
        raise InvalidField("/text", f"Daftar ini {len(told)} baris; paling banyak {MOST_ROWS} sekaligus.")
    return tuple(_row(number, it) for number, it in enumerate(told, 1))


def _row(number: int, line: str) -> GuestRow:
    shown = line[:_WORDS_SHOWN]
    cells = [_SPACES.sub(" ", it).strip() for it in _CELLS.split(line)]
    if len(cells) == 1:
        cells = _between_commas(cells[0])
    addresses = [it.strip(_AROUND) for it in cells if "@" in it]
    words = [it for it in cells if it and "@" not in it]
    if len(addresses) != 1:
        wrong = "Tidak ada alamat surel di baris ini." if not addresses else "Lebih dari satu alamat surel."
        return GuestRow(number, shown, reason=wrong)
    if len(words) != len(_MOST_LETTERS):
        return GuestRow(number, shown, reason="Tulis nama, instansi, dan surel, dipisah titik koma.")
    name, institution = words
    for word, most in zip(words, _MOST_LETTERS.values(), strict=True):
        if len(word) > most:
            return GuestRow(number, shown, reason=f"Terlalu panjang: paling banyak {most} huruf.")
    return GuestRow(number, shown, name, institution, addresses[0].lower())


def _between_commas(line: str) -> list[str]:
    """Split a line that has nothing but commas: titles behind a name have commas of their own."""
    parts = [it.strip() for it in line.split(",")]
    address = next((it for it in parts if "@" in it), "")
    words = [it for it in parts if it and "@" not in it]
    return [", ".join(words[:-1]), *words[-1:], address]


def _is_heading(line: str) -> bool:
    return "@" not in line and _HEADING.search(line) is not None
