"""Adding a part of a closed list to the years of people and offices, in one transaction."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from functions.eagenda.domain.recap import (
    VERSION,
    WHOLE_REGENCY,
    Counts,
    OfficePart,
    OfficeRecap,
    PersonRecap,
    changed,
    counts_of,
    name_of_no_office,
)
from functions.eagenda.recaps import (
    OFFICE_RECAPS,
    PERSON_RECAPS,
    cells_of,
    office_recap_key,
    parent_of,
    person_recap_key,
)

if TYPE_CHECKING:
    from functions.eagenda.domain.recap import Participation, Path, Place
    from shared.kernel.context import Context

_RIGHT = "what a closed list adds up to"


@dataclass(slots=True)
class _Moved:
    """What changes in one year of a person or an office."""

    year: int
    path: Path
    person_id: str = ""
    name: str = ""
    position_title: str = ""
    is_secret: bool = False
    changes: dict[Place, Counts] = field(default_factory=lambda: defaultdict(Counts))


class Counting:
    """Collects what changes, reads the years that it changes, then writes them: reads come before writes."""

    def __init__(self, ctx: Context, offices: tuple[OfficePart, ...]) -> None:
        """Begin with how many people of each office the list counts so far."""
        self._ctx = ctx
        self._people_of = {it.organisation_id: it.people for it in offices}
        self._persons: dict[str, _Moved] = {}
        self._offices: dict[str, _Moved] = {}
        self._stored_persons: dict[str, PersonRecap | None] = {}
        self._stored_offices: dict[str, OfficeRecap | None] = {}

    def move(self, before: Participation | None, after: Participation | None, name: str, position_title: str) -> None:
        """Take back what was counted of somebody, and count what holds now."""
        for counted, times in ((before, -1), (after, 1)):
            if counted is not None:
                self._add(counted, times, name, position_title)

    def read(self) -> None:
        """Read the years that change."""
        for key in self._persons:
            self._stored_persons[key] = self._ctx.find(PERSON_RECAPS, key, right_from=_RIGHT)
        for key in self._offices:
            self._stored_offices[key] = self._ctx.find(OFFICE_RECAPS, key, right_from=_RIGHT)

    def write(self) -> None:
        """Write them."""
        for key, moved in self._persons.items():
            self._ctx.put(PERSON_RECAPS, self._person(moved, self._stored_persons[key]))
        for key, moved in self._offices.items():
            self._ctx.put(OFFICE_RECAPS, self._office(moved, self._stored_offices[key]))

    def offices(self) -> tuple[OfficePart, ...]:
        """Return how many people of each office the list counts now."""
        return tuple(OfficePart(it, people) for it, people in sorted(self._people_of.items()) if people)

    def _add(self, counted: Participation, times: int, name: str, position_title: str) -> None:
        counts, year = counts_of(counted.outcome), counted.year
        key = person_recap_key(year, counted.organisation_id, counted.person_id, is_secret=counted.is_secret)
        person = self._persons.setdefault(key, _Moved(year, counted.organisation_path, counted.person_id))
        person.name, person.position_title, person.is_secret = name, position_title, counted.is_secret
        if times > 0:
            person.path = counted.organisation_path
        person.changes[counted.place] = person.changes[counted.place].plus(counts, times)
        if counted.is_secret:
            return  # nobody else may conclude anything from it, not from a sum either
        for at, office_id in enumerate((*counted.organisation_path, WHOLE_REGENCY)):
            path = counted.organisation_path[at:] or (WHOLE_REGENCY,)
            office = self._offices.setdefault(office_recap_key(year, office_id), _Moved(year, path))
            if times > 0:
                office.path = path
            office.changes[counted.place] = office.changes[counted.place].plus(replace(counts, meetings=0), times)
            self._meet(office, office_id, counted.place, times)

    def _meet(self, office: _Moved, office_id: str, place: Place, times: int) -> None:
        """Count a meeting as one of an office's as long as it counts anybody of it."""
        before = self._people_of.get(office_id, 0)
        self._people_of[office_id] = before + times
        if 0 in {before, before + times}:
            office.changes[place] = office.changes[place].plus(Counts(meetings=1), times)

    def _person(self, moved: _Moved, stored: PersonRecap | None) -> PersonRecap:
        return PersonRecap(
            moved.year,
            moved.path[0],
            moved.path,
            moved.person_id,
            moved.name,
            moved.position_title,
            moved.is_secret,
            VERSION,
            changed(cells_of(stored), moved.changes),
        )

    def _office(self, moved: _Moved, stored: OfficeRecap | None) -> OfficeRecap:
        office_id = moved.path[0]
        name = name_of_no_office(office_id)
        known = None if name else self._ctx.directory.organisation(office_id)
        name = known.name if known else name or (stored.name if stored else office_id)
        return OfficeRecap(
            moved.year,
            office_id,
            moved.path,
            parent_of(moved.path),
            name,
            VERSION,
            changed(cells_of(stored), moved.changes),
        )
