"""End an absence early, or take it back before it begins; its stand-ins end with it."""

from __future__ import annotations

from dataclasses import dataclass

from functions.directory.absent_person import absent_person
from functions.directory.domain import absence as rules
from functions.directory.domain.absence import NotYourAbsence
from functions.directory.domain.appointing import OutsideYourOffice
from shared.directory.acting import ABSENCES, Absences, find_absences
from shared.directory.appointing import load_post, write_posts
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.values import Day


@dataclass(frozen=True, slots=True)
class AbsenceToEnd:
    """Which absence of whom (one's own by default), and its last day; a day before its first takes it back."""

    absence_id: str
    last_day: Day
    person_id: str | None = None


@dataclass(frozen=True, slots=True)
class AbsenceEnded:
    """The absence ends on that day, or is taken back whole."""

    taken_back: bool


@operation(permission=SIGNED_IN, refuses=(RecordMissing, NotYourAbsence, OutsideYourOffice))
def end_absence(ending: AbsenceToEnd, ctx: Context) -> AbsenceEnded:
    """Let somebody be back: the absence and the Plh. of it end on the day."""
    standing = absent_person(ending.person_id, ctx)
    known = find_absences(standing.person_id, ctx)
    before, after = rules.end_absence(known, ending.absence_id, ending.last_day, wib_date(ctx.now))
    posts = [(it.person_id, load_post(it.position_id, ctx)) for it in before.stand_ins]

    left, written, gone = [], [], []
    for person_id, post in posts:
        found = rules.stand_in_ended(post.seat.appointments, person_id, before, ending.last_day)
        if found is None:
            continue
        plh, ended = found
        others = tuple(it for it in post.seat.appointments if it != plh)
        left.append((post, (*others, ended) if ended else others))
        written += [ended] if ended else []
        gone += [] if ended else [plh]

    write_posts(left, written, gone, ctx)
    kept = [it for it in known if it.id != before.id]
    ctx.put(ABSENCES, Absences(standing.person_id, tuple(kept) if after is None else (*kept, after)))
    return AbsenceEnded(taken_back=after is None)
