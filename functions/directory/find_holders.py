"""Find those who hold posts of an organisation that has changed."""

from __future__ import annotations

from functions.directory.managed import RIGHT
from shared.directory.appointing import load_seat
from shared.directory.model import BY_ORGANISATION, BY_PARENT, ORGANISATIONS, POSITIONS
from shared.events.directory import HoldersTouched, PostsTouched
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context

_POSTS_AT_ONCE = 50
_PEOPLE_AT_ONCE = 50


@reaction(to=PostsTouched)
def find_holders(touched: PostsTouched, ctx: Context) -> None:
    """Have the standings and cards written anew of all who held, hold or will hold posts of an organisation."""
    this, cursor = (touched.organisation_id,), touched.cursor or None
    page = ctx.list(POSITIONS, BY_ORGANISATION, equal=this, cursor=cursor, limit=_POSTS_AT_ONCE, right_from=RIGHT)
    seats = [load_seat(it, ctx) for _, it in page.items]
    is_first = touched.below and cursor is None
    units = list(ctx.every(ORGANISATIONS, BY_PARENT, equal=this, right_from=RIGHT)) if is_first else []

    people = list(dict.fromkeys(it.person_id for seat in seats for it in seat.appointments))

    for first in range(0, len(people), _PEOPLE_AT_ONCE):
        ctx.emit(HoldersTouched(tuple(people[first : first + _PEOPLE_AT_ONCE])))
    for unit_id, _ in units:
        ctx.emit(PostsTouched(unit_id, "", below=True))
    if page.next_cursor:
        ctx.emit(PostsTouched(touched.organisation_id, page.next_cursor, below=touched.below))
