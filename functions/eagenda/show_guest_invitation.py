"""Show an invitation to the guest whose personal link it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.invited_guest import GuestLinkEnded
from functions.eagenda.invited_guests import guest_by_link, guest_invite_policy
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerAddress
from shared.permissions import PUBLIC
from shared.values import Instant, Text


@dataclass(frozen=True, slots=True)
class GuestLink:
    """What stands behind the # of the link."""

    token: Annotated[str, Text(1, 400)]


@dataclass(frozen=True, slots=True)
class ShownGuestInvitation:
    """What the guest is invited to and what they answered; ``may_answer`` until it is over or cancelled."""

    agenda_id: str
    title: str
    description: str
    place: str
    online_link: str
    dress: str
    starts_at: Instant
    ends_at: Instant
    opens_at: Instant
    closes_at: Instant
    state: AgendaState
    cancel_reason: str | None
    organiser_name: str
    organisation_name: str
    name: str
    institution: str
    answer: AnswerKind
    answer_reason: str
    may_answer: bool
    attended_at: Instant | None
    email_kept_days: int


@query(permission=PUBLIC, refuses=(GuestLinkEnded,), limit=PerAddress(per_minute=120, burst=120), body=True)
def show_guest_invitation(link: GuestLink, ctx: ReadContext) -> ShownGuestInvitation:
    """Show an invitation by its personal link; the link to a meeting online is given while it is to take place."""
    guest, agenda = guest_by_link(link.token, ctx)
    is_open = agenda.state is AgendaState.SCHEDULED and ctx.now < agenda.ends_at
    return ShownGuestInvitation(
        agenda_id=agenda.id,
        title=agenda.title,
        description=agenda.description,
        place=agenda.place,
        online_link=agenda.online_link if is_open else "",
        dress=agenda.dress,
        starts_at=agenda.starts_at,
        ends_at=agenda.ends_at,
        opens_at=agenda.opens_at,
        closes_at=agenda.closes_at,
        state=agenda.state,
        cancel_reason=agenda.cancel_reason,
        organiser_name=agenda.organiser.name,
        organisation_name=agenda.organiser.organisation_name,
        name=guest.name,
        institution=guest.institution,
        answer=guest.answer.kind,
        answer_reason=guest.answer.reason,
        may_answer=is_open,
        attended_at=guest.attended_at,
        email_kept_days=guest_invite_policy(ctx).email_kept_days,
    )
