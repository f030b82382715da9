"""The hall whose screen shows certain letters."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import LONGEST
from functions.eagenda.domain.codes import was_short_code
from functions.eagenda.domain.sitting import hall_id
from functions.eagenda.records import AGENDAS, INVITATIONS, OF_PERSON_LATEST_FIRST, QR_SECRETS
from shared.rules.calendar import day_bounds, wib_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from functions.eagenda.domain.invitation import Invitation
    from shared.kernel.context import ReadContext


_BEGINS_WITHIN = timedelta(days=1)  # attendance opens before the beginning, which may lie behind midnight


def find_hall(letters: str, at: datetime, ctx: ReadContext) -> Invitation | None:
    """Return the caller's invitation of these hours whose hall showed the letters in the ten minutes before, or None.

    Only a query finds it, since six letters do not name an agenda; the records that decide are got by key afterwards.
    An agenda of several days is looked through on each of them, the day's own first; sittings when no whole agenda
    shows the letters, for they have to be read.
    """
    midnight, _ = day_bounds(wib_date(at))
    begun = ctx.list(
        INVITATIONS,
        OF_PERSON_LATEST_FIRST,
        equal=(ctx.actor.id,),
        low=midnight - LONGEST,
        high=at + _BEGINS_WITHIN,
        limit=100,
        right_from="the caller's own invitations",
    )
    halls = [
        (invitation, kept.secret)
        for _, invitation in begun.items
        if invitation.ends_at > midnight and (kept := ctx.peek(QR_SECRETS, invitation.agenda_id))
    ]
    for invitation, secret in halls:
        if was_short_code(letters, secret, invitation.agenda_id, at):
            return invitation
    for invitation, secret in halls:
        if any(was_short_code(letters, secret, hall, at) for hall in _halls_of_sittings(invitation.agenda_id, ctx)):
            return invitation
    return None


def _halls_of_sittings(agenda_id: str, ctx: ReadContext) -> Iterator[str]:
    agenda = ctx.peek(AGENDAS, agenda_id)
    return (hall_id(agenda_id, sitting.id) for sitting in (agenda.sittings if agenda else ()))


def tidied(letters: str) -> str:
    """Return typed letters as the screen shows them: small letters and spaces are forgiven."""
    return "".join(letters.upper().split())
