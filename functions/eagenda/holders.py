"""Who holds the posts that E-Agenda invites, on a day."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from functions.eagenda.domain.invitees import InvitedPost
from shared.directory.appointing import load_seat
from shared.directory.model import (
    BY_ORGANISATION,
    BY_PARENT,
    OF_ORGANISATION,
    OF_RANK_IN_OFFICE,
    ORGANISATIONS,
    POSITIONS,
    SEATS,
)
from shared.directory.standing import find_standing
from shared.rules.appointment import AppointmentKind
from shared.rules.rank_class import RANK_CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from shared.directory.model import Position
    from shared.kernel.context import ReadContext

RIGHT = "the right to invite people of the whole regency"


@dataclass(frozen=True, slots=True)
class FoundInvitee:
    """A person who may be invited, in the post that they hold on the day; with a position it is the post's holder."""

    person_id: str
    name: str
    position_title: str
    organisation_name: str
    position_id: str = ""


def invitee(person_id: str, day: date, ctx: ReadContext, *, position_id: str = "") -> FoundInvitee | None:
    """Return a person as they stand on a day, in a certain post or in their first; None for nobody."""
    standing = find_standing(ctx.ports.cached, person_id, ctx.now)
    if standing is None:
        return None
    held = sorted(standing.on(day), key=lambda it: it.position_id != position_id)
    post = held[0] if held else None
    title, office = (post.position_title, post.organisation_name) if post else ("", "")
    return FoundInvitee(person_id, standing.name, title, office, position_id)


def holder_on(position: Position, day: date, ctx: ReadContext) -> str:
    """Return who holds a post on a day: who acts for an absent holder before the holder; "" while it is vacant."""
    holding = [it for it in load_seat(position, ctx).appointments if it.holds_on(day)]
    acting = [it for it in holding if it.kind is AppointmentKind.PLH]
    return (acting or holding)[0].person_id if holding else ""


def invited_post(position_id: str, day: date, ctx: ReadContext) -> InvitedPost | None:
    """Return a post with its holder of the day; None for one that does not exist on it."""
    position = ctx.find(POSITIONS, position_id, right_from=RIGHT)
    if position is None or (position.ends_on is not None and position.ends_on < day):
        return None
    return InvitedPost(position_id, holder_on(position, day, ctx))


def first_post(organisation_id: str, day: date, ctx: ReadContext) -> Position | None:
    """Return the highest post of an organisation: one question for each class, the highest first, and few of them."""
    for rank in RANK_CLASSES:
        asked = (organisation_id, rank)
        page = ctx.list(POSITIONS, OF_RANK_IN_OFFICE, equal=asked, limit=3, right_from=RIGHT)
        for _, position in page.items:
            if position.ends_on is None or position.ends_on >= day:
                return position
    return None


def employees_on(organisation_id: str, day: date, ctx: ReadContext, most: int) -> Iterator[str]:
    """Yield so many, at most, of those who hold a post of an organisation, or of one below it, on a day."""
    return islice(_employees(organisation_id, day, ctx), most)


def _employees(organisation_id: str, day: date, ctx: ReadContext) -> Iterator[str]:
    units, seen = [organisation_id], {organisation_id}
    while units:
        unit = units.pop(0)
        seats = dict(ctx.every(SEATS, OF_ORGANISATION, equal=(unit,), right_from=RIGHT))
        for key, position in ctx.every(POSITIONS, BY_ORGANISATION, equal=(unit,), right_from=RIGHT):
            seat = seats.get(key) or load_seat(position, ctx)
            yield from (it.person_id for it in seat.appointments if it.holds_on(day))
        below = [key for key, _ in ctx.every(ORGANISATIONS, BY_PARENT, equal=(unit,), right_from=RIGHT)]
        units += [it for it in below if it not in seen]
        seen |= set(below)
