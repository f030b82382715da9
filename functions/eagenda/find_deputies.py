"""Find whoever may come to a meeting in the caller's place: people of the caller's own office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eagenda.holders import FoundInvitee, invitee
from functions.eagenda.records import INVITATIONS, participation_key
from shared.directory.found_people import cards_with
from shared.directory.standing import find_standing
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.values import Text

_OWN = "the caller's own invitation"
_LOOKED_AT = 200
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class DeputySearch:
    """For which invitation, and words of a name or position; a NIP is typed in full."""

    agenda_id: str
    text: Annotated[str, Text(2, 100)]


@dataclass(frozen=True, slots=True)
class FoundDeputies:
    """At most eight people, in order of name; ``more`` when further ones match."""

    items: tuple[FoundInvitee, ...]
    more: bool


@query(permission=SIGNED_IN, refuses=(RecordMissing,), body=True)
def find_deputies(search: DeputySearch, ctx: ReadContext) -> FoundDeputies:
    """Find people of the caller's office, with the units above and below, for an invitation of the caller's."""
    invitation = ctx.get(INVITATIONS, participation_key(search.agenda_id, ctx.actor.id), right_from=_OWN)
    day = wib_date(invitation.starts_at)
    office = ctx.actor.organisation_path[-1:]
    cards, more = cards_with(search.text, _LOOKED_AT, ctx)

    own = [it.person_id for it in cards if it.person_id != ctx.actor.id and _is_of(it.person_id, office, ctx)]
    found = (invitee(it, day, ctx) for it in own[:_SHOWN])
    return FoundDeputies(tuple(it for it in found if it is not None), more or len(own) > _SHOWN)


def _is_of(person_id: str, office: tuple[str, ...], ctx: ReadContext) -> bool:
    standing = find_standing(ctx.ports.cached, person_id, ctx.now)
    held = standing.on(wib_date(ctx.now)) if standing else ()
    return any(it.organisation_path[-1:] == office for it in held)
