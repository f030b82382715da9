"""The stand-ins of an absence: checked against the directory, and made into appointments that end by themselves."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from functions.directory.domain.absence import (
    Place,
    StandInAway,
    StandInTooLong,
    StandInUnfit,
    is_structural,
    require_fit,
    require_holder,
    require_present,
    stand_in_days,
)
from functions.directory.domain.appointing import (
    AlreadyAppointed,
    NobodyAway,
    PostActedFor,
    PostOfTheRegency,
    appoint_to,
)
from functions.directory.domain.positions import PositionAbolished, require_until
from functions.directory.managed_post import require_no_regency_rights
from functions.directory.tables import STAND_IN_LIMIT
from shared.directory.acting import find_absences
from shared.directory.appointing import load_post
from shared.directory.model import POSITIONS
from shared.directory.standing import find_standing
from shared.refusals import InvalidField, RecordMissing
from shared.rules.appointment import Appointment, AppointmentKind
from shared.rules.calendar import wib_date, working_days_between
from shared.tables.holidays import days_off
from shared.tables.rows import value_on

if TYPE_CHECKING:
    from shared.directory.appointing import Post
    from shared.directory.standing import Standing
    from shared.kernel.context import Context, ReadContext
    from shared.rules.acting_for import Absence

STAND_IN_REFUSALS = (
    StandInUnfit,
    StandInAway,
    StandInTooLong,
    PositionAbolished,
    PostOfTheRegency,
    NobodyAway,
    PostActedFor,
    AlreadyAppointed,
)
_RIGHT = "the right to say who stands in"


def appoint_stand_ins(absence: Absence, absent: Standing, ctx: Context) -> tuple[list[Post], list[Appointment]]:
    """Return the posts and their Plh. Raises what `declare_absence` refuses."""
    if len({it.position_id for it in absence.stand_ins}) < len(absence.stand_ins):
        raise InvalidField("/stand_ins", "Satu jabatan hanya memiliki satu Plh.")
    limit = value_on(wib_date(ctx.now), STAND_IN_LIMIT, ctx)
    posts, appointed = [], []
    for stand_in in absence.stand_ins:
        days = stand_in_days(absence, limit, wib_date(ctx.now))
        post = load_post(stand_in.position_id, ctx)
        require_until(post.last_day, days[1])
        require_no_regency_rights(post, ctx)
        require_holder(post.seat.appointments, absent.person_id, days[0])
        if stand_in.person_id == absent.person_id:
            raise InvalidField("/stand_ins", "Pilih orang lain sebagai Plh.")
        require_fit(Place(post.position.rank_class, post.path), _places(stand_in.person_id, ctx), limit)
        require_present(find_absences(stand_in.person_id, ctx), days)
        plh = Appointment(post.position.id, stand_in.person_id, AppointmentKind.PLH, *days)
        appointed.append(appoint_to(post.seat.appointments, plh))
        posts.append(post)
    return posts, appointed


def posts_left_alone(absence: Absence, absent: Standing, ctx: Context) -> tuple[str, ...]:
    """Return the titles of posts that should have a Plh. for so long and have none."""
    limit = value_on(wib_date(ctx.now), STAND_IN_LIMIT, ctx)
    days = working_days_between(absence.starts_on - timedelta(days=1), absence.ends_on, days_off(ctx))
    if days < limit.from_working_days:
        return ()
    named = {it.position_id for it in absence.stand_ins}
    own = [it for it in absent.on(absence.starts_on) if it.kind is AppointmentKind.DEFINITIF]
    positions = [ctx.find(POSITIONS, it.position_id, right_from=_RIGHT) for it in own if it.position_id not in named]
    return tuple(it.title for it in positions if it and is_structural(it.rank_class))


def _places(person_id: str, ctx: ReadContext) -> list[Place]:
    standing = find_standing(ctx.ports.cached, person_id, ctx.now)
    if standing is None:
        raise RecordMissing("Cari lagi calon Plh.-nya.")
    held = [it for it in standing.on(wib_date(ctx.now)) if it.kind is AppointmentKind.DEFINITIF]
    positions = [(ctx.find(POSITIONS, it.position_id, right_from=_RIGHT), it.organisation_path) for it in held]
    return [Place(position.rank_class, path) for position, path in positions if position]
