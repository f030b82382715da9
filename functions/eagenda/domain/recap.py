"""What a closed attendance list comes to in the recap: one outcome for each person, added up by month and kind.

Which meetings of their office people attend is what a superior has to know of them (PP 94/2021 Pasal 4: an employee
comes in and works by the rules on working hours; PP 30/2019: performance is measured). No regulation lays the columns
down; they are ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, replace
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda_kind import AgendaKind
from functions.eagenda.domain.outcome import Outcome
from functions.eagenda.domain.visibility import Visibility
from shared.rules.calendar import wib_date
from shared.values import Instant

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.recap_months import Months

VERSION = 1  # of how lists are counted; raised, every closed list is counted anew (decision 0098)
WHOLE_REGENCY = "kabupaten"  # in the place of an office's id: all offices together
NO_OFFICE = "-"  # of who held no post on the day

_NAMES = {WHOLE_REGENCY: "Seluruh kabupaten", NO_OFFICE: "Tanpa jabatan"}

Path = tuple[str, ...]  # an office and those above it, the topmost last
Place = tuple[int, AgendaKind]  # a month and a kind of meeting


@dataclass(frozen=True, slots=True)
class Counts:
    """So many meetings and invitations, by what became of them."""

    meetings: int = 0
    on_time: int = 0
    late: int = 0
    represented: int = 0
    absent_answered: int = 0
    absent_unanswered: int = 0
    deputised: int = 0

    def plus(self, other: Counts, times: int = 1) -> Counts:
        """Return both together; with ``times=-1`` what is left without the other."""
        return Counts(*(own + times * its for own, its in zip(astuple(self), astuple(other), strict=True)))


@dataclass(frozen=True, slots=True)
class Cell:
    """The counts of one month and one kind of meeting."""

    month: int
    kind: AgendaKind
    counts: Counts


@dataclass(frozen=True, slots=True)
class Participation:
    """What was counted for one person of one closed list, and where: so that a correction first takes it back."""

    agenda_id: str
    person_id: str
    version: int
    year: int
    month: int
    kind: AgendaKind
    organisation_id: str
    organisation_path: tuple[str, ...]
    is_secret: bool
    outcome: Outcome

    @property
    def place(self) -> Place:
        """In which month and kind it counts."""
        return self.month, self.kind


@dataclass(frozen=True, slots=True)
class PersonRecap:
    """A person's year in one office; that of secret meetings is a record of its own, the person's alone."""

    year: int
    organisation_id: str
    organisation_path: tuple[str, ...]
    person_id: str
    name: str
    position_title: str
    is_secret: bool
    version: int
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeRecap:
    """The year of an office and of those below it; of meetings that are not secret."""

    year: int
    organisation_id: str
    organisation_path: tuple[str, ...]
    parent_id: str
    name: str
    version: int
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficePart:
    """How many people of an office, and of those below it, one list counts."""

    organisation_id: str
    people: int


@dataclass(frozen=True, slots=True)
class CountedList:
    """A closed list that is counted, or on its way to be: since when, by which version, and whose people it has."""

    agenda_id: str
    version: int
    is_done: bool
    asked_at: Instant
    offices: tuple[OfficePart, ...] = ()


def name_of_no_office(organisation_id: str) -> str:
    """Return what stands in the recap where there is no office to name; "" for an office."""
    return _NAMES.get(organisation_id, "")


def participation(agenda: Agenda, person_id: str, path: Path, outcome: Outcome | None) -> Participation | None:
    """Return what one person's outcome counts, in the office that the path begins with."""
    if outcome is None:
        return None
    day = wib_date(agenda.starts_at)
    office = path or (NO_OFFICE,)
    is_secret = agenda.visibility is Visibility.SECRET
    return Participation(
        agenda.id, person_id, VERSION, day.year, day.month, agenda.kind, office[0], office, is_secret, outcome
    )


def counts_of(outcome: Outcome) -> Counts:
    """Return one invitation as counts: one meeting of the person's."""
    name = "deputised" if outcome is Outcome.DEPUTY else outcome.value.replace("-", "_")
    return replace(Counts(meetings=1), **{name: 1})


def changed(cells: Iterable[Cell], changes: Mapping[Place, Counts]) -> tuple[Cell, ...]:
    """Return cells with these counts added (or taken away), in order; none that counts nothing."""
    sums: dict[Place, Counts] = {(it.month, it.kind): it.counts for it in cells}
    for place, counts in changes.items():
        sums[place] = sums.get(place, Counts()).plus(counts)
    in_order = sorted(sums.items(), key=lambda it: (it[0][0], it[0][1].value))
    return tuple(Cell(month, kind, counts) for (month, kind), counts in in_order if counts != Counts())


def within(cells: Iterable[Cell], months: Months) -> list[Cell]:
    """Return the cells of these months."""
    return [it for it in cells if months.first_month <= it.month <= months.last_month]


def total(cells: Iterable[Cell]) -> Counts:
    """Return cells as one count."""
    together = Counts()
    for cell in cells:
        together = together.plus(cell.counts)
    return together
