"""Show when somebody is away, who acts for them, and for whom they act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from functions.directory.absent_person import absent_person
from functions.directory.acting_shown import OwnPost, ShownStandIn, is_to_come, own_post
from functions.directory.domain.absence import NotYourAbsence
from functions.directory.domain.appointing import OutsideYourOffice
from shared.directory.acting import find_absences
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.rules.acting_for import AbsenceKind
from shared.rules.appointment import AppointmentKind
from shared.rules.calendar import wib_date


@dataclass(frozen=True, slots=True)
class WhoseAbsences:
    """Of whom; of oneself when nobody is named."""

    person_id: str | None = None


@dataclass(frozen=True, slots=True)
class ShownAbsence:
    """An absence that lasts or is to come."""

    id: str
    kind: AbsenceKind
    starts_on: date
    ends_on: date
    basis: str
    lasts: bool


@dataclass(frozen=True, slots=True)
class ShownAbsences:
    """What a person's absences are about; ``acts_in`` and ``prepares_for`` are the posts of others."""

    person_id: str
    name: str
    items: tuple[ShownAbsence, ...]
    posts: tuple[OwnPost, ...]
    acts_in: tuple[ShownStandIn, ...]
    prepares_for: tuple[str, ...]


@query(permission=SIGNED_IN, refuses=(RecordMissing, NotYourAbsence, OutsideYourOffice))
def show_absences(whose: WhoseAbsences, ctx: ReadContext) -> ShownAbsences:
    """Show a person's absences from today on, who acts for them, and for whom they act."""
    standing = absent_person(whose.person_id, ctx)
    today = wib_date(ctx.now)
    absences = sorted(find_absences(standing.person_id, ctx), key=lambda it: it.starts_on)
    held = standing.on(today)
    acting = [it for it in standing.held if is_to_come(it, today) and it.kind is not AppointmentKind.DEFINITIF]

    return ShownAbsences(
        standing.person_id,
        standing.name,
        tuple(
            ShownAbsence(it.id, it.kind, it.starts_on, it.ends_on, it.basis, it.lasts_on(today))
            for it in absences
            if it.ends_on >= today
        ),
        tuple(own_post(it.position_id, today, ctx) for it in held if it.kind is AppointmentKind.DEFINITIF),
        tuple(ShownStandIn(it.position_title, standing.name, it.starts_on, it.ends_on) for it in acting),
        tuple(chief.title for it in held for chief in it.chiefs_on(today)),
    )
