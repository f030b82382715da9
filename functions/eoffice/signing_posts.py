"""Who signs in a post today, and as what: the holder, or who acts as Plt., Plh. or Pj."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.directory.model import PERSONS, POSITIONS, SEATS
from shared.directory.standing import ACTING_PREFIX
from shared.rules.acting_for import acting_for
from shared.rules.calendar import wib_date

if TYPE_CHECKING:
    from shared.kernel.context import ReadContext
    from shared.rules.appointment import AppointmentKind


@dataclass(frozen=True, slots=True)
class Deciding:
    """A post as it signs today; without a holder the person's parts are empty. ``title`` says how it is held."""

    position_id: str
    title: str
    rank_class: str = ""
    kind: AppointmentKind | None = None
    person_id: str = ""
    name: str = ""
    nip: str = ""
    golongan: str = ""


def deciding(position_id: str, ctx: ReadContext) -> Deciding | None:
    """Return who signs in a post today; None for a post that is not there. It may be a minute old."""
    cached = ctx.ports.cached
    body = cached.get(POSITIONS.stored, position_id)
    if body is None:
        return None
    post = POSITIONS.read(body)
    seat = cached.get(SEATS.stored, position_id)
    held = SEATS.read(seat).appointments if seat else ()
    acting = acting_for(held, (), (), wib_date(ctx.now))
    known = cached.get(PERSONS.stored, acting.person_id) if acting.person_id else None
    if known is None or acting.kind is None:
        return Deciding(post.id, post.title, post.rank_class)
    person = PERSONS.read(known)
    title = ACTING_PREFIX[acting.kind] + post.title
    return Deciding(
        post.id, title, post.rank_class, acting.kind, person.id, person.name, person.nip or "", person.golongan
    )
