"""Who decides in posts today: the names beside the titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.directory.model import PERSONS, SEATS
from shared.rules.acting_for import acting_for
from shared.rules.calendar import wib_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shared.kernel.context import ReadContext


def holder_names(position_ids: Iterable[str], ctx: ReadContext) -> dict[str, str]:
    """Return for each post who decides in it today, the Plh. before an absent holder; "" while it is vacant."""
    day, records = wib_date(ctx.now), ctx.ports.records
    asked = tuple(dict.fromkeys(position_ids))
    seats = {key: SEATS.read(body) for key, body in records.get_many(SEATS.stored, asked).items()}
    deciding = {key: acting_for(seat.appointments, (), (), day).person_id or "" for key, seat in seats.items()}
    bodies = records.get_many(PERSONS.stored, set(filter(None, deciding.values())))
    names = {key: PERSONS.read(body).name for key, body in bodies.items()}
    return {key: names.get(deciding.get(key, ""), "") for key in asked}
