"""Who prepares in the name of a chief: a secretary or an ajudan, from a day to a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from shared.refusals import InvalidField, RecordMissing, Refusal
from shared.rules.acting_for import Aide
from shared.rules.calendar import long_date

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

Recorded = tuple[Aide, ...]
_MOST = 10


class AideElsewhere(Refusal):
    """The post of the aide is in another office."""

    title = "Pembantu harus satu OPD dengan pejabatnya."


class TooManyAides(Refusal):
    """A chief has as many aides as one record holds."""

    title = "Pejabat ini sudah memiliki banyak pembantu."


class Post(Protocol):
    """A post that a person holds."""

    @property
    def position_id(self) -> str:
        """Its id."""
        ...

    @property
    def organisation_path(self) -> tuple[str, ...]:
        """Its organisation and those above."""
        ...


P = TypeVar("P", bound=Post)


def post_near(held: Iterable[P], chief_office: str) -> P:
    """Return the first of a person's posts that stands in the chief's office or below it. Raises AideElsewhere."""
    near = next((it for it in held if chief_office in it.organisation_path), None)
    if near is None:
        raise AideElsewhere("Pilih pegawai di OPD yang sama, atau di bawahnya.")
    return near


def assign(recorded: Recorded, aide: Aide, chief_id: str) -> Recorded:
    """Return the aides with one more; the very same one changes nothing. Raises a refusal."""
    if aide.aide_position_id == chief_id:
        raise InvalidField("/person_id", "Pilih orang lain.")
    if aide.ends_on is not None and aide.ends_on < aide.starts_on:
        raise InvalidField("/ends_on", "Tanggal selesai harus pada atau sesudah tanggal mulai.")
    if aide in recorded:
        return recorded
    same = (it for it in recorded if it.aide_position_id == aide.aide_position_id and _meets(it, aide))
    if (met := next(same, None)) is not None:
        raise InvalidField("/starts_on", f"Jabatan ini sudah membantu sejak {long_date(met.starts_on)}.")
    if len(recorded) >= _MOST:
        raise TooManyAides("Akhiri dulu yang tidak lagi membantu.")
    return (*recorded, aide)


def end(recorded: Recorded, aide_position_id: str, starts_on: date, last_day: date) -> Recorded:
    """Return the aides of whom one ends; a last day before the first takes it away. Raises a refusal."""
    found = next((it for it in recorded if (it.aide_position_id, it.starts_on) == (aide_position_id, starts_on)), None)
    if found is None:
        raise RecordMissing("Muat ulang halaman ini, lalu pilih lagi.")
    if found.ends_on is not None and found.ends_on < last_day:
        raise InvalidField("/last_day", f"Paling lambat {long_date(found.ends_on)}.")
    others = tuple(it for it in recorded if it != found)
    return others if last_day < starts_on else (*others, replace(found, ends_on=last_day))


def _meets(one: Aide, other: Aide) -> bool:
    begins_in_time = one.ends_on is None or other.starts_on <= one.ends_on
    return begins_in_time and (other.ends_on is None or one.starts_on <= other.ends_on)
