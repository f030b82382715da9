"""Who acts for whom on a day: who decides as the holder of a position, and who prepares in their name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from shared.rules.appointment import Appointment, AppointmentKind

if TYPE_CHECKING:
    from collections.abc import Iterable


class AbsenceKind(StrEnum):
    """Why somebody is away for a time."""

    DINAS_LUAR = "dinas_luar"
    CUTI = "cuti"
    SAKIT = "sakit"


@dataclass(frozen=True, slots=True)
class StandIn:
    """Who acts as Plh. in a position while its holder is away."""

    position_id: str
    person_id: str


@dataclass(frozen=True, slots=True)
class Absence:
    """A person is away from a day to a day, both included; ``basis`` is the order that names the stand-ins."""

    id: str
    kind: AbsenceKind
    starts_on: date
    ends_on: date
    basis: str = ""
    stand_ins: tuple[StandIn, ...] = ()

    def lasts_on(self, day: date) -> bool:
        """Whether the person is away on that day."""
        return self.starts_on <= day <= self.ends_on


class AideKind(StrEnum):
    """What somebody is to the chief for whom they prepare."""

    SEKRETARIS = "sekretaris"
    AJUDAN = "ajudan"


@dataclass(frozen=True, slots=True)
class Aide:
    """The holder of a position prepares in the name of another one's holder, from a day to a day."""

    aide_position_id: str
    kind: AideKind
    starts_on: date
    ends_on: date | None = None

    def lasts_on(self, day: date) -> bool:
        """Whether they do so on that day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


@dataclass(frozen=True, slots=True)
class Chief:
    """Whoever holds a position is prepared for by the holder of another, from a day to a day: an aide seen from there.

    ``title`` is what a standing says of the position; where the dates alone are kept it is empty.
    """

    position_id: str
    starts_on: date
    ends_on: date | None = None
    title: str = ""

    def lasts_on(self, day: date) -> bool:
        """Whether they are prepared for on that day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


@dataclass(frozen=True, slots=True)
class Acting:
    """Who decides in a position on a day (nobody where it is vacant), for whom, and who prepares in their name."""

    person_id: str | None
    kind: AppointmentKind | None
    for_person_id: str | None  # the holder for good, where somebody else decides for them
    is_away: bool  # the holder for good
    aide_position_ids: tuple[str, ...]


def acting_for(
    appointments: Iterable[Appointment], absences: Iterable[Absence], aides: Iterable[Aide], day: date
) -> Acting:
    """Return who acts in a position on a day; ``absences`` are those of its holder for good.

    The Plh. decides before the holder, for the order that names them says so; a holder who is away without one still
    decides, and Plt. or Pj. where there is no holder (UU 30/2014 art. 14).
    """
    held = [it for it in appointments if it.holds_on(day)]
    by_kind = {it.kind: it for it in held}
    holder = by_kind.get(AppointmentKind.DEFINITIF)
    stand_in = by_kind.get(AppointmentKind.PLH) if holder else None
    other = by_kind.get(AppointmentKind.PLT) or by_kind.get(AppointmentKind.PJ)
    acting = stand_in or holder or other
    return Acting(
        acting.person_id if acting else None,
        acting.kind if acting else None,
        holder.person_id if holder and stand_in else None,
        holder is not None and any(it.lasts_on(day) for it in absences),
        tuple(it.aide_position_id for it in aides if it.lasts_on(day)),
    )
