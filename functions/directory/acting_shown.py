"""Who acts in a person's posts, as the portal shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from functions.directory.domain.absence import is_structural
from shared.directory.acting import find_aides
from shared.directory.appointing import load_post
from shared.directory.standing import ACTING_PREFIX
from shared.rules.acting_for import AideKind
from shared.rules.appointment import Appointment, AppointmentKind

if TYPE_CHECKING:
    from shared.directory.standing import Held
    from shared.kernel.context import ReadContext


@dataclass(frozen=True, slots=True)
class ShownStandIn:
    """Somebody who acts in a position, as it is written ("Plh. Camat …")."""

    title: str
    name: str
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class ShownAide:
    """Whose holder prepares in the name of the position's holder."""

    aide_position_id: str
    title: str
    name: str
    kind: AideKind
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class OwnPost:
    """A position that the person holds for good, who acts in it for them, and their aides there."""

    position_id: str
    title: str
    may_have_stand_in: bool
    stand_ins: tuple[ShownStandIn, ...]
    aides: tuple[ShownAide, ...]


def is_to_come(held: Held | Appointment, today: date) -> bool:
    """Whether it lasts today or later."""
    return held.ends_on is None or held.ends_on >= today


def own_post(position_id: str, today: date, ctx: ReadContext) -> OwnPost:
    """Return a post of the person, who acts in it for them, and their aides there."""
    post = load_post(position_id, ctx)
    title, prefix = post.position.title, ACTING_PREFIX[AppointmentKind.PLH]
    stand_ins = [it for it in post.seat.appointments if it.kind is AppointmentKind.PLH and is_to_come(it, today)]
    aides = [it for it in find_aides(position_id, ctx) if it.ends_on is None or it.ends_on >= today]
    return OwnPost(
        position_id,
        title,
        is_structural(post.position.rank_class),
        tuple(
            ShownStandIn(prefix + title, ctx.directory.person_name(it.person_id), it.starts_on, it.ends_on)
            for it in stand_ins
        ),
        tuple(
            ShownAide(it.aide_position_id, *_holder(it.aide_position_id, today, ctx), it.kind, it.starts_on, it.ends_on)
            for it in aides
        ),
    )


def _holder(position_id: str, today: date, ctx: ReadContext) -> tuple[str, str]:
    """Return a position's title and who holds it today."""
    post = load_post(position_id, ctx)
    held = [it for it in post.seat.appointments if it.holds_on(today)]
    return post.position.title, ctx.directory.person_name(held[0].person_id) if held else "lowong"
