"""Where absences and aides are kept, and who acts in a position on a day, for every system that asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.directory.appointing import load_post
from shared.kernel.collections import TypedCollection
from shared.rules.acting_for import Absence, Acting, Aide, acting_for
from shared.rules.appointment import AppointmentKind

if TYPE_CHECKING:
    from datetime import date

    from shared.kernel.context import ReadContext

_RIGHT = "the question who acts in a position"


@dataclass(frozen=True, slots=True)
class Absences:
    """All absences of a person: what two who record one at a moment both write."""

    person_id: str
    absences: tuple[Absence, ...] = ()


@dataclass(frozen=True, slots=True)
class Aides:
    """Who prepares in the name of a position's holder; positions for positions, so that a rotation moves nothing."""

    position_id: str
    aides: tuple[Aide, ...] = ()


ABSENCES = TypedCollection("absences", Absences, key=lambda it: it.person_id)
AIDES = TypedCollection("aides", Aides, key=lambda it: it.position_id)


def find_absences(person_id: str, ctx: ReadContext) -> tuple[Absence, ...]:
    """Return a person's absences, guarded as the transaction's own."""
    found = ctx.find(ABSENCES, person_id, right_from=_RIGHT)
    return found.absences if found else ()


def find_aides(position_id: str, ctx: ReadContext) -> tuple[Aide, ...]:
    """Return who prepares in the name of a position's holder, guarded as the transaction's own."""
    found = ctx.find(AIDES, position_id, right_from=_RIGHT)
    return found.aides if found else ()


def who_acts(position_id: str, day: date, ctx: ReadContext) -> Acting:
    """Return who acts in a position on a day. Raises RecordMissing for one that does not exist."""
    held = load_post(position_id, ctx).seat.appointments
    holder = next((it for it in held if it.kind is AppointmentKind.DEFINITIF and it.holds_on(day)), None)
    absences = find_absences(holder.person_id, ctx) if holder else ()
    return acting_for(held, absences, find_aides(position_id, ctx), day)
