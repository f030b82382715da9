"""Klasifikasi arsip: the digits by which letters are numbered, filed and found again (Permendagri 83/2022 art. 3).

Offices use codes that are deeper than the annex, so a code whose last parts are not listed stands below the longest one
that is, with a warning; one whose first part is unknown is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from shared.refusals import InvalidField
from shared.rules.numbering import Classification
from shared.values import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

_FORM = re.compile(r"\d{3}(\.\d+)*")


@dataclass(frozen=True, slots=True)
class Klasifikasi:
    """A row of the annex."""

    code: Classification
    title: Annotated[str, Text(1, 300)]


@dataclass(frozen=True, slots=True)
class Placed:
    """A code, and the longest listed one that it is or lies below; ``titles`` lead there from the top."""

    code: str
    known: str
    titles: tuple[str, ...]

    @property
    def is_listed(self) -> bool:
        """Whether the code itself is in the list."""
        return self.code == self.known


def is_code(text: str) -> bool:
    """Whether a text has the form of a code."""
    return _FORM.fullmatch(text) is not None


def place(code: str, listed: Mapping[str, str]) -> Placed | None:
    """Return where a code stands among those that are listed with their titles; None below nothing that is."""
    if not is_code(code):
        return None
    parts = code.split(".")
    above = [".".join(parts[: depth + 1]) for depth in range(len(parts))]
    known = [it for it in above if it in listed]
    return Placed(code, known[-1], tuple(listed[it] for it in known)) if known else None


def check_klasifikasi(code: str, listed: Mapping[str, str], pointer: str) -> None:
    """Refuse a code of another form, or one that begins with nothing known; none at all is allowed."""
    if code and place(code, listed) is None:
        raise InvalidField(pointer, "Kode ini tidak ada dalam klasifikasi arsip. Cari menurut kata, lalu pilih.")


def found(text: str, listed: Mapping[str, str], most: int) -> list[Placed]:
    """Return the codes that begin with what is typed, or whose titles have all its words, the shortest code first."""
    words = text.casefold().split()
    if is_code(text.rstrip(".")):
        fitting = [code for code in listed if code.startswith(text)]
    else:
        fitting = [code for code, title in listed.items() if _has_all(title.casefold(), words)]
    shown = sorted(fitting, key=lambda code: (code.count("."), [int(part) for part in code.split(".")]))[:most]
    return [placed for code in shown if (placed := place(code, listed))]


def _has_all(title: str, words: list[str]) -> bool:
    return bool(words) and all(word in title for word in words)
