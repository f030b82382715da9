"""Somebody invited as the organiser's list shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eagenda.domain.answer import Answer
from functions.eagenda.holders import invitee
from shared.rules.calendar import wib_date

if TYPE_CHECKING:
    from functions.eagenda.domain.invitation import Invitation
    from shared.kernel.context import ReadContext


@dataclass(frozen=True, slots=True)
class ListedInvited:
    """Somebody invited, in the post of the day of the invitation; ``by_post`` when it is the post that is invited.

    ``represents`` says in whose place a deputy is invited; ``was_asked`` is false of invitations from before there were
    answers, which nobody was asked to answer.
    """

    person_id: str
    name: str
    position_title: str
    organisation_name: str
    by_post: bool
    answer: Answer
    represents: str
    was_asked: bool


def listed(invitation: Invitation, ctx: ReadContext) -> ListedInvited:
    """Return a row of the list."""
    person_id, by_post = invitation.person_id, bool(invitation.position_id)
    # Invitations from before names stood beside them.
    found = None if invitation.name else invitee(person_id, wib_date(invitation.starts_at), ctx)
    one = found or invitation
    represents = invitation.represents.words if invitation.represents else ""
    was_asked = bool(invitation.name) or invitation.answer.at is not None
    return ListedInvited(
        person_id,
        one.name,
        one.position_title,
        one.organisation_name,
        by_post,
        invitation.answer,
        represents,
        was_asked,
    )
