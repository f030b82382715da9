"""Withdrawing invitations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, NotOrganiser
from functions.eagenda.domain.attendance import NotInvited
from functions.eagenda.withdraw_invitations import (
    InvitationsToWithdraw,
    InvitationsWithdrawn,
    withdraw_invitations,
)
from shared.refusals import InvalidField, RecordMissing
from shared.rules.notice import NoticeKind
from tests.eagenda.inviting import Offices, deliver_all, invite, invited
from tests.portal.notices import told

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk
    from tests.eagenda.meeting import Meeting


def withdraw(meeting: Meeting, *persons: str, by: Actor | None = None) -> InvitationsWithdrawn:
    which = InvitationsToWithdraw(meeting.id, persons)
    answer: InvitationsWithdrawn = meeting.desk.call(withdraw_invitations, which, by=by or meeting.organiser)
    return answer


def test_whose_invitation_is_withdrawn_is_told_and_no_longer_let_in(desk: Desk, meeting: Meeting) -> None:
    assert withdraw(meeting, meeting.guest.id) == InvitationsWithdrawn(1, 0)
    deliver_all(desk)

    assert meeting.agenda().invited_count == 0
    notice = next(it for it in told(desk, meeting.guest) if it.kind is NoticeKind.AGENDA_WITHDRAWN)
    assert notice.link == "/agenda"
    with pytest.raises(NotInvited):
        meeting.scan(meeting.guest)


def test_withdrawing_again_changes_nothing(meeting: Meeting) -> None:
    withdraw(meeting, meeting.guest.id)
    assert withdraw(meeting, meeting.guest.id) == InvitationsWithdrawn(0, 0)
    assert meeting.agenda().invited_count == 0


def test_who_is_present_keeps_the_invitation(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    assert withdraw(meeting, meeting.guest.id) == InvitationsWithdrawn(0, 1)
    assert meeting.agenda().invited_count == 1


def test_who_was_withdrawn_can_be_invited_again(desk: Desk, meeting: Meeting) -> None:
    Offices(desk)
    invite(meeting, posts=("puri-camat",))
    withdraw(meeting, "p-joko")
    assert invited(meeting) == set()
    assert invite(meeting, posts=("puri-camat",)).invited_count == 1


@pytest.mark.parametrize("count", [0, 61])
def test_none_or_too_many_at_once_are_refused(meeting: Meeting, count: int) -> None:
    with pytest.raises(InvalidField):
        withdraw(meeting, *(f"p-{number}" for number in range(count)))


def test_a_meeting_that_is_over_keeps_its_invitations(meeting: Meeting) -> None:
    meeting.desk.clock.pass_(hours=3)
    with pytest.raises(AgendaOver):
        withdraw(meeting, meeting.guest.id)


def test_a_cancelled_meeting_keeps_its_invitations(meeting: Meeting) -> None:
    meeting.cancel()
    with pytest.raises(AgendaIsCancelled):
        withdraw(meeting, meeting.guest.id)


def test_only_who_runs_the_meeting_withdraws(meeting: Meeting, superior: Actor, stranger: Actor) -> None:
    with pytest.raises(NotOrganiser):
        withdraw(meeting, meeting.guest.id, by=superior)
    with pytest.raises(RecordMissing):
        withdraw(meeting, meeting.guest.id, by=stranger)
