"""The post that a row of a file of employees names: title, office, class and first day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from functions.directory.domain.ranks import read_rank_class

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_TITLE = 200
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})")


class InvalidPost(ValueError):
    """The cells name no post; the message tells a person what to correct."""


@dataclass(frozen=True, slots=True)
class NamedPost:
    """A post as the file names it; ``organisation_id`` once its office is found, ``starts_on`` where the file tells."""

    title: str
    office: str
    rank_class: str = ""
    starts_on: date | None = None
    organisation_id: str = ""


def read_post(said: Mapping[str, str]) -> NamedPost | None:
    """Return the post that the cells ``title``, ``office``, ``rank_class`` and ``starts_on`` name; None where none is.

    Raises InvalidPost.
    """
    title, office = (" ".join(said.get(name, "").split()) for name in ("title", "office"))
    if not title and not office:
        return None
    if not title or not office:
        raise InvalidPost("Isi jabatan beserta OPD-nya, atau kosongkan keduanya.")
    if len(title) > LONGEST_TITLE or not any(letter.isalpha() for letter in title):
        raise InvalidPost(f"Isi nama jabatan, paling panjang {LONGEST_TITLE} huruf.")
    rank_class = read_rank_class(said.get("rank_class", ""))
    if rank_class is None:
        raise InvalidPost("Kelas jabatan tidak dikenal. Contoh: III.a, ahli muda, pelaksana.")
    starts_on = said.get("starts_on", "")
    return NamedPost(title, office, rank_class, _day(starts_on) if starts_on else None)


def _day(text: str) -> date:
    parts = _DAY_FIRST.fullmatch(text)
    try:
        if parts is None:
            return date.fromisoformat(text)
        return date(int(parts["year"]), int(parts["month"]), int(parts["day"]))
    except ValueError:
        raise InvalidPost("TMT jabatan tidak dikenal. Contoh: 02/01/2026.") from None
