"""How a draft from a letter is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eagenda.domain.draft import DraftState
from functions.eagenda.holders import RIGHT, FoundInvitee, holder_on, invitee
from shared.directory.model import ORGANISATIONS, POSITIONS
from shared.kernel.context import ReadContext
from shared.values import Instant

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class ShownDraft:
    """What the letter says: ``hal`` is empty where it is secret. ``agenda_id`` is what was made of it."""

    id: str
    state: DraftState
    hal: str
    place: str
    source: str
    link: str
    starts_at: Instant | None
    ends_at: Instant | None
    is_to_attend: bool
    is_secret: bool
    invited: tuple[FoundInvitee, ...]
    agenda_id: str


def shown_post(position_id: str, day: date, ctx: ReadContext) -> FoundInvitee | None:
    """Return a post with its holder of the day; one that is vacant has no person, one that ended is left out."""
    position = ctx.find(POSITIONS, position_id, right_from=RIGHT)
    if position is None or (position.ends_on is not None and position.ends_on < day):
        return None
    holder = holder_on(position, day, ctx)
    found = invitee(holder, day, ctx, position_id=position_id) if holder else None
    if found is not None:
        return found
    office = ctx.find(ORGANISATIONS, position.organisation_id, right_from=RIGHT)
    return FoundInvitee("", "", position.title, office.name if office else "", position_id)
