"""The list of those invited, as the organiser sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.answering import AnswerCounts
from functions.eagenda.domain.invitation import invite as invitation_of
from functions.eagenda.list_invited import InvitedList, WhichInvited, list_invited
from functions.eagenda.records import INVITATIONS
from functions.eagenda.withdraw_invitations import InvitationsToWithdraw, withdraw_invitations
from shared.refusals import RecordMissing
from tests.eagenda.answering import COMING, REPRESENTED, answer
from tests.eagenda.inviting import Offices, invite

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk
    from tests.eagenda.meeting import Meeting


def listed(meeting: Meeting, by: Actor | None = None, answer_kind: AnswerKind | None = None) -> InvitedList:
    which = WhichInvited(meeting.id, answer_kind)
    found: InvitedList = meeting.desk.call(list_invited, which, by=by or meeting.organiser)
    return found


def test_those_invited_are_listed_by_name_and_vacant_posts_beside_them(desk: Desk, meeting: Meeting) -> None:
    Offices(desk)
    invite(meeting, "p-tono", posts=("puri-camat", "jetis-camat"))
    found = listed(meeting)
    assert [(it.name, it.position_title, it.by_post) for it in found.items] == [
        ("Aditya", "Jabatan Aditya", False),
        ("Joko", "Camat Puri", True),
        ("Tono", "Analis", False),
    ]
    assert (found.invited_count, found.vacant_posts) == (3, ("Camat Jetis",))


def test_an_invitation_from_before_names_stood_in_it_is_listed_by_name(desk: Desk, meeting: Meeting) -> None:
    desk.given(INVITATIONS, invitation_of(meeting.agenda(), meeting.guest.id))
    assert [it.name for it in listed(meeting).items] == ["Aditya"]


def test_answers_are_counted_and_the_list_narrowed_to_one(desk: Desk, meeting: Meeting) -> None:
    Offices(desk)
    invite(meeting, "p-budi", "p-tono", "p-sri")
    answer(meeting, meeting.guest, REPRESENTED, deputy="p-ratih")
    answer(meeting, desk.signed_in("p-budi"), COMING)
    answer(meeting, desk.signed_in("p-ratih"), COMING)
    everybody = listed(meeting)
    assert (everybody.invited_count, everybody.counts) == (4, AnswerCounts(1, 0, 1, 2))
    assert [(it.name, it.represents) for it in everybody.items if it.represents] == [
        ("Ratih", "mewakili Jabatan Aditya")
    ]
    assert [it.name for it in listed(meeting, answer_kind=AnswerKind.UNANSWERED).items] == ["Sri", "Tono"]
    [represented] = listed(meeting, answer_kind=REPRESENTED).items
    assert represented.answer.deputy_name == "Ratih"


def test_withdrawing_an_invitation_withdraws_the_deputys_too(desk: Desk, meeting: Meeting) -> None:
    Offices(desk)
    answer(meeting, meeting.guest, REPRESENTED, deputy="p-ratih")
    which = InvitationsToWithdraw(meeting.id, (meeting.guest.id,))
    assert desk.call(withdraw_invitations, which, by=meeting.organiser).withdrawn_count == 1
    assert (listed(meeting).items, meeting.agenda().invited_count) == ((), 0)


def test_only_who_runs_the_meeting_sees_the_list(meeting: Meeting, superior: Actor, stranger: Actor) -> None:
    with pytest.raises(NotOrganiser):
        listed(meeting, by=superior)
    with pytest.raises(RecordMissing):
        listed(meeting, by=stranger)
