"""Record that somebody is away for a time, and who stands in for them as Plh."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.directory.absent_person import absent_person
from functions.directory.domain.absence import AbsenceOverlaps, NotYourAbsence, check_absence
from functions.directory.domain.appointing import OutsideYourOffice
from functions.directory.stand_ins import STAND_IN_REFUSALS, appoint_stand_ins, posts_left_alone
from shared.directory.acting import ABSENCES, Absences, find_absences
from shared.directory.appointing import write_posts
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.rules.acting_for import Absence, AbsenceKind, StandIn
from shared.rules.calendar import wib_date
from shared.values import Day, Text


@dataclass(frozen=True, slots=True)
class NewAbsence:
    """Who is away (oneself by default), why, from when to when; who stands in where, by which order."""

    kind: AbsenceKind
    starts_on: Day
    ends_on: Day
    person_id: str | None = None
    basis: Annotated[str, Text(0, 200)] = ""
    stand_ins: tuple[StandIn, ...] = ()


@dataclass(frozen=True, slots=True)
class AbsenceDeclared:
    """The absence is recorded; ``left_alone`` are posts that should have a Plh. for so long and have none."""

    absence_id: str
    left_alone: tuple[str, ...]


@operation(
    permission=SIGNED_IN,
    refuses=(RecordMissing, NotYourAbsence, OutsideYourOffice, AbsenceOverlaps, *STAND_IN_REFUSALS),
)
def declare_absence(new: NewAbsence, ctx: Context) -> AbsenceDeclared:
    """Record an absence; its stand-ins act as Plh. from its first day to its last, and no longer."""
    standing = absent_person(new.person_id, ctx)
    known = find_absences(standing.person_id, ctx)

    basis = " ".join(new.basis.split())
    absence = Absence(ctx.new_id(), new.kind, new.starts_on, new.ends_on, basis, new.stand_ins)
    check_absence(absence, known, wib_date(ctx.now))
    posts, appointed = appoint_stand_ins(absence, standing, ctx)
    left_alone = posts_left_alone(absence, standing, ctx)

    filled = [(post, (*post.seat.appointments, it)) for post, it in zip(posts, appointed, strict=True)]
    write_posts(filled, appointed, (), ctx)
    ctx.put(ABSENCES, Absences(standing.person_id, (*known, absence)))
    return AbsenceDeclared(absence.id, left_alone)
