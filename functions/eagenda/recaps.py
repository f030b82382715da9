"""The collections of the recap: what each closed list counted, and the years of people and offices that come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.recap import (
    VERSION,
    WHOLE_REGENCY,
    CountedList,
    OfficeRecap,
    Participation,
    PersonRecap,
)
from functions.eagenda.records import participation_key
from shared.kernel.collections import ListQuery, TypedCollection
from shared.permissions import Permission
from shared.refusals import RecordMissing

if TYPE_CHECKING:
    from functions.eagenda.domain.recap import Cell
    from shared.actor import Actor

MAY_READ = frozenset({Permission.ORGANISE_AGENDA, Permission.MANAGE_OFFICE, Permission.READ_RECAPS})


def person_recap_key(year: int, organisation_id: str, person_id: str, *, is_secret: bool) -> str:
    """Return the key of a person's year in an office."""
    return f"{year}:{organisation_id}:{person_id}{':rahasia' if is_secret else ''}"


def office_recap_key(year: int, organisation_id: str) -> str:
    """Return the key of an office's year."""
    return f"{year}:{organisation_id}"


def person_recap_readers(recap: PersonRecap) -> tuple[str, ...]:
    """Show a person's year to them, their office, those above it, and who reads all; a secret one to them alone."""
    own = f"per:{recap.person_id}"
    return (own,) if recap.is_secret else (own, *_offices(recap.organisation_path))


def office_recap_readers(recap: OfficeRecap) -> tuple[str, ...]:
    """Show an office's year to the office, those above it, and who reads all."""
    return _offices(recap.organisation_path)


def _offices(path: tuple[str, ...]) -> tuple[str, ...]:
    return (*(f"org:{it}" for it in path), f"perm:{Permission.READ_RECAPS}")


OF_OFFICE_BY_NAME = ListQuery(equal=("year", "organisation_id", "is_secret"), order="name")
OF_PERSON = ListQuery(equal=("year", "person_id"))
BELOW_BY_NAME = ListQuery(equal=("year", "parent_id"), order="name")
WITH_OFFICE = ListQuery(contains_any="organisation_path", of_service=True)
ON_THE_WAY = ListQuery(equal=("is_done",), order="asked_at")

PARTICIPATIONS = TypedCollection(
    "participations",
    Participation,
    key=lambda it: participation_key(it.agenda_id, it.person_id),
    matter=lambda it: it.agenda_id,
)
PERSON_RECAPS = TypedCollection(
    "person_recaps",
    PersonRecap,
    key=lambda it: person_recap_key(it.year, it.organisation_id, it.person_id, is_secret=it.is_secret),
    readers=person_recap_readers,
    organisation=lambda it: it.organisation_id,
    queries=(OF_OFFICE_BY_NAME, OF_PERSON, WITH_OFFICE),
)
OFFICE_RECAPS = TypedCollection(
    "office_recaps",
    OfficeRecap,
    key=lambda it: office_recap_key(it.year, it.organisation_id),
    readers=office_recap_readers,
    organisation=lambda it: it.organisation_id,
    queries=(BELOW_BY_NAME, WITH_OFFICE),
)
COUNTED_LISTS = TypedCollection(
    "counted_lists", CountedList, key=lambda it: it.agenda_id, matter=lambda it: it.agenda_id, queries=(ON_THE_WAY,)
)


def require_reader(actor: Actor) -> None:
    """Refuse who reads nobody's recap but their own, as if there were none. Raises RecordMissing."""
    if MAY_READ.isdisjoint(actor.permissions):
        raise RecordMissing("Rekap ini tidak ada, atau bukan untuk Anda. Buka rekap Anda sendiri.")


def cells_of(recap: PersonRecap | OfficeRecap | None) -> tuple[Cell, ...]:
    """Return what a recap counts; nothing where it was counted otherwise than now, which is being made anew."""
    return recap.cells if recap is not None and recap.version == VERSION else ()


def parent_of(path: tuple[str, ...]) -> str:
    """Return what stands above an office in the recap: the office above it, or the regency."""
    if path[0] == WHOLE_REGENCY:
        return ""
    return path[1] if len(path) > 1 else WHOLE_REGENCY
