"""The hall whose screen shows certain letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import LONGEST
from functions.eagenda.domain.codes import was_short_code
from functions.eagenda.records import INVITATIONS, OF_PERSON_LATEST_FIRST, QR_SECRETS
from shared.rules.calendar import day_bounds, wib_date

if TYPE_CHECKING:
    from datetime import datetime

    from functions.eagenda.domain.attendance import Invitation
    from shared.kernel.context import ReadContext


def find_hall(letters: str, at: datetime, ctx: ReadContext) -> Invitation | None:
    """Return the caller's invitation of that day whose hall showed the letters in the ten minutes before, or None.

    Only a query finds it, since six letters do not name an agenda; the records that decide are got by key afterwards.
    An agenda of several days is looked through on each of them, the day's own first.
    """
    midnight, next_midnight = day_bounds(wib_date(at))
    begun = ctx.list(
        INVITATIONS,
        OF_PERSON_LATEST_FIRST,
        equal=(ctx.actor.id,),
        low=midnight - LONGEST,
        high=next_midnight,
        limit=100,
        right_from="the caller's own invitations",
    )
    return next(
        (
            invitation
            for _, invitation in begun.items
            if invitation.ends_at > midnight
            and (kept := ctx.peek(QR_SECRETS, invitation.agenda_id))
            and was_short_code(letters, kept.secret, invitation.agenda_id, at)
        ),
        None,
    )


def tidied(letters: str) -> str:
    """Return typed letters as the screen shows them: small letters and spaces are forgiven."""
    return "".join(letters.upper().split())
