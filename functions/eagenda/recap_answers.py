"""The recap as it is answered: sums of the months that were asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from functions.eagenda.domain.agenda_kind import AgendaKind
from functions.eagenda.domain.recap import total, within
from functions.eagenda.domain.recap_months import Months
from functions.eagenda.recaps import COUNTED_LISTS, ON_THE_WAY
from shared.values import Between

if TYPE_CHECKING:
    from collections.abc import Iterable

    from functions.eagenda.domain.recap import Cell
    from shared.kernel.context import ReadContext

_MANY = 1000


@dataclass(frozen=True, slots=True)
class WhichOfficeMonths:
    """Of which office and those below it, the caller's own by default; all offices are those of `kabupaten`."""

    year: Annotated[int, Between(2020, 2999)]
    first_month: Annotated[int, Between(1, 12)] = 1
    last_month: Annotated[int, Between(1, 12)] = 12
    organisation_id: str = ""

    @property
    def months(self) -> Months:
        """The months that are asked for."""
        return Months(self.year, self.first_month, self.last_month)


@dataclass(frozen=True, slots=True)
class WhichOfficePage:
    """Of which office, the caller's own by default, and which months; the cursor continues an earlier answer."""

    year: Annotated[int, Between(2020, 2999)]
    first_month: Annotated[int, Between(1, 12)] = 1
    last_month: Annotated[int, Between(1, 12)] = 12
    organisation_id: str = ""
    cursor: str | None = None

    @property
    def months(self) -> Months:
        """The months that are asked for."""
        return Months(self.year, self.first_month, self.last_month)


@dataclass(frozen=True, slots=True)
class RecapCounts:
    """How many meetings and invitations, by what became of them.

    Invited are present, represented and absent together. Deputised is how often somebody came in another's place,
    beside what they were invited to themselves. Late ones are among the present.
    """

    meetings: int
    invited: int
    present: int
    late: int
    represented: int
    absent_answered: int
    absent_unanswered: int
    deputised: int


@dataclass(frozen=True, slots=True)
class MonthRecap:
    """One month."""

    month: int
    counts: RecapCounts


@dataclass(frozen=True, slots=True)
class KindRecap:
    """One kind of meeting."""

    kind: AgendaKind
    counts: RecapCounts


@dataclass(frozen=True, slots=True)
class Recap:
    """The months together, each of them, and each kind of meeting; what counts nothing is left out."""

    counts: RecapCounts
    by_month: tuple[MonthRecap, ...]
    by_kind: tuple[KindRecap, ...]


def counts_in(cells: Iterable[Cell]) -> RecapCounts:
    """Return the sum of cells."""
    it = total(cells)
    present = it.on_time + it.late
    invited = present + it.represented + it.absent_answered + it.absent_unanswered
    return RecapCounts(
        it.meetings,
        invited,
        present,
        it.late,
        it.represented,
        it.absent_answered,
        it.absent_unanswered,
        it.deputised,
    )


def recap_of(cells: Iterable[Cell], months: Months) -> Recap:
    """Return the recap of these months."""
    asked = within(cells, months)
    return Recap(
        counts_in(asked),
        tuple(
            MonthRecap(month, counts_in(it for it in asked if it.month == month))
            for month in sorted({it.month for it in asked})
        ),
        tuple(
            KindRecap(kind, counts_in(it for it in asked if it.kind is kind))
            for kind in AgendaKind
            if any(it.kind is kind for it in asked)
        ),
    )


def lists_on_the_way(ctx: ReadContext) -> int:
    """Return how many closed lists of the regency are being counted; until then a recap may say too little."""
    return ctx.count(COUNTED_LISTS, ON_THE_WAY, equal=(False,), up_to=_MANY, right_from="a figure about nobody")
