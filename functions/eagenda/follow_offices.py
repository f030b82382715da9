"""Show agendas, what they decided and recaps to the offices that are above theirs now."""

from __future__ import annotations

from functions.eagenda.derived import AGENDAS_FOLLOW, DECISIONS_FOLLOW, OFFICE_RECAPS_FOLLOW, PERSON_RECAPS_FOLLOW
from shared.directory.following import follow
from shared.events.directory import OfficeFollowed, PostsTouched
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context


@reaction(to=(PostsTouched, OfficeFollowed))
def follow_offices(touched: PostsTouched | OfficeFollowed, ctx: Context) -> None:
    """Show what belongs to an office that has moved, and to those below it, to those above it now."""
    follow(touched, (AGENDAS_FOLLOW, DECISIONS_FOLLOW, PERSON_RECAPS_FOLLOW, OFFICE_RECAPS_FOLLOW), ctx)
