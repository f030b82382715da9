"""Inviting more people to a meeting that there is."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import MOST_INVITED, AgendaIsCancelled, AgendaOver, NotOrganiser
from functions.eagenda.domain.invitees import AT_ONCE, TooManyInvited
from functions.eagenda.records import INVITATIONS, participation_key
from functions.eagenda.remind_participants import remind_participants
from functions.eagenda.reminders import OF_PERSON_NEWEST_FIRST, REMINDERS
from shared.refusals import InvalidField, RecordMissing
from shared.rules.notice import NoticeKind
from tests.eagenda.inviting import Offices, deliver_all, invite, invited, job_of
from tests.portal.notices import told

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk
    from tests.eagenda.meeting import Meeting


@pytest.fixture(autouse=True)
def offices(desk: Desk) -> Offices:
    return Offices(desk)


def test_who_is_invited_later_is_told_and_counted(desk: Desk, meeting: Meeting) -> None:
    answer = invite(meeting, "p-budi", "p-tono")
    deliver_all(desk)

    assert (answer.invited_count, answer.already_count, answer.job_id) == (2, 0, "")
    assert invited(meeting) == {"p-budi", "p-tono"}
    assert meeting.agenda().invited_count == 3
    [notice] = told(desk, desk.signed_in("p-budi"))
    assert (notice.kind, notice.link) == (NoticeKind.AGENDA_INVITED, f"/agenda/{meeting.id}")


def test_the_same_people_again_add_nobody_and_are_told_once(desk: Desk, meeting: Meeting) -> None:
    invite(meeting, "p-budi")
    answer = invite(meeting, "p-budi", "p-tono", "p-tono")
    deliver_all(desk)

    assert (answer.invited_count, answer.already_count) == (1, 1)
    assert meeting.agenda().invited_count == 3
    assert len(told(desk, desk.signed_in("p-budi"))) == 1


def test_a_post_invites_its_holder_of_the_day(meeting: Meeting) -> None:
    answer = invite(meeting, posts=("puri-camat", "jetis-camat"))

    assert (answer.invited_count, answer.vacant_posts) == (1, ("jetis-camat",))
    invitation = meeting.desk.found(INVITATIONS, participation_key(meeting.id, "p-joko"))
    assert invitation is not None
    assert (invitation.position_id, invitation.position_title) == ("puri-camat", "Camat Puri")


def test_who_is_named_and_holds_an_invited_post_has_one_invitation(meeting: Meeting) -> None:
    assert invite(meeting, "p-joko", posts=("puri-camat",)).invited_count == 1


@pytest.mark.parametrize(("persons", "posts"), [(("p-siapa",), ()), (("p-budi",), ("jabatan-siapa",))])
def test_nothing_is_half_invited(meeting: Meeting, persons: tuple[str, ...], posts: tuple[str, ...]) -> None:
    with pytest.raises(InvalidField):
        invite(meeting, *persons, posts=posts)
    assert invited(meeting) == set()


def test_many_are_invited_by_a_job_that_reports_each(desk: Desk, offices: Offices, meeting: Meeting) -> None:
    crowd = offices.crowd(AT_ONCE * 2 + 5)
    invite(meeting, crowd[3])

    answer = invite(meeting, *crowd)
    deliver_all(desk)

    job = job_of(desk, answer.job_id)
    assert (job.total, job.created, job.unchanged, job.refused) == (125, 124, 1, 0)
    assert meeting.agenda().invited_count == 126
    assert len(told(desk, desk.signed_in(crowd[124]))) == 1


def test_a_job_stops_inviting_when_the_meeting_is_cancelled(desk: Desk, offices: Offices, meeting: Meeting) -> None:
    answer = invite(meeting, *offices.crowd(AT_ONCE + 1))
    meeting.cancel()
    deliver_all(desk)

    assert job_of(desk, answer.job_id).refused == AT_ONCE + 1
    assert invited(meeting) == set()


def test_no_agenda_holds_more_than_an_apel(offices: Offices, meeting: Meeting) -> None:
    with pytest.raises(TooManyInvited):
        invite(meeting, *offices.crowd(MOST_INVITED))


def test_who_is_invited_after_the_others_were_reminded_is_reminded_at_once(desk: Desk, meeting: Meeting) -> None:
    desk.run_scheduled(remind_participants)
    deliver_all(desk)
    invite(meeting, "p-budi")
    assert len(desk.all(REMINDERS, OF_PERSON_NEWEST_FIRST, "p-budi")) == 1


def test_two_organisers_at_once_invite_everybody_once(
    desk: Desk, offices: Offices, meeting: Meeting, colleague: Actor
) -> None:
    crowd = offices.crowd(20)
    both = [
        threading.Thread(target=lambda by=by: invite(meeting, *crowd, by=by)) for by in (meeting.organiser, colleague)
    ]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    deliver_all(desk)
    assert meeting.agenda().invited_count == 21
    assert len(told(desk, desk.signed_in(crowd[0]))) == 1


def test_a_meeting_that_is_over_or_cancelled_takes_nobody(meeting: Meeting) -> None:
    meeting.desk.clock.pass_(hours=3)
    with pytest.raises(AgendaOver):
        invite(meeting, "p-budi")


def test_a_cancelled_meeting_takes_nobody(meeting: Meeting) -> None:
    meeting.cancel()
    with pytest.raises(AgendaIsCancelled):
        invite(meeting, "p-budi")


def test_only_who_runs_the_meeting_invites(meeting: Meeting, superior: Actor, stranger: Actor) -> None:
    with pytest.raises(NotOrganiser):
        invite(meeting, "p-budi", by=superior)
    with pytest.raises(RecordMissing):
        invite(meeting, "p-budi", by=stranger)
