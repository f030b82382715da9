"""The job that invites many people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.create_agenda import create_agenda
from functions.eagenda.domain.invitees import AT_ONCE
from functions.eagenda.domain.plan import Plan
from functions.eagenda.invitations import INVITE_LISTS
from functions.eagenda.records import AGENDAS
from shared.jobs.job import JobState
from tests.eagenda.inviting import Offices, deliver_all, invite, job_of

if TYPE_CHECKING:
    from tests.desk import Desk
    from tests.eagenda.meeting import Meeting


def test_a_new_agenda_for_many_is_filled_by_a_job(desk: Desk, meeting: Meeting) -> None:
    crowd = Offices(desk).crowd(AT_ONCE + 1)
    plan = Plan("Apel", "Alun-alun", meeting.starts_at, meeting.ends_at, crowd, ("puri-camat",))
    answer = desk.call(create_agenda, plan, by=meeting.organiser)
    deliver_all(desk)

    assert answer.invited_count == AT_ONCE + 2
    job = job_of(desk, answer.job_id)
    assert (job.state, job.created) == (JobState.COMPLETED, AT_ONCE + 2)
    assert desk.found(INVITE_LISTS, answer.job_id) is None
    agenda = desk.found(AGENDAS, answer.id)
    assert agenda is not None
    assert agenda.invited_count == AT_ONCE + 2


def test_the_same_step_again_invites_nobody_twice(desk: Desk, meeting: Meeting) -> None:
    job_id = invite(meeting, *Offices(desk).crowd(AT_ONCE + 1)).job_id
    deliver_all(desk)
    desk.deliver_again()
    deliver_all(desk)
    assert job_of(desk, job_id).created == AT_ONCE + 1
    assert meeting.agenda().invited_count == AT_ONCE + 2
