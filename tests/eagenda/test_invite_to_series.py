"""Inviting more people to a series from one of its days on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from functions.eagenda.cancel_agenda import Cancellation, cancel_agenda
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.series import SeriesInWork
from functions.eagenda.invite_people import PeopleToInvite, invite_people
from functions.eagenda.invite_to_series import InvitedOnwards, PeopleToInviteOnwards, invite_to_series
from functions.eagenda.series_lists import SERIES_LIST_CHANGES
from shared.jobs.job import JobState
from shared.refusals import InvalidField, RecordMissing
from shared.rules.notice import NoticeKind
from tests.eagenda.meeting import ALL, Meeting
from tests.eagenda.repeating import Repeating

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def repeating(desk: Desk) -> Repeating:
    return Repeating(desk)


@pytest.fixture
def budi(repeating: Repeating) -> Actor:
    return repeating.desk.employee("Budi", *ALL, organisation="bapenda")


def invite_onwards(repeating: Repeating, agenda: Agenda, *who: Actor, **asked: Any) -> InvitedOnwards:  # noqa: ANN401 -- any field
    by = asked.pop("by", repeating.organiser)
    people = PeopleToInviteOnwards(agenda.id, tuple(it.id for it in who), **asked)
    invited: InvitedOnwards = repeating.desk.call(invite_to_series, people, by=by)
    return invited


def days_invited_to(repeating: Repeating, series_id: str, person: Actor) -> list[str]:
    return [
        f"{agenda.starts_at:%d/%m}"
        for agenda in repeating.agendas(series_id)
        if person.id in {it.person_id for it in repeating.invitations(agenda.id)}
    ]


def test_this_day_and_those_after_it_get_one_more_who_is_told_once(repeating: Repeating, budi: Actor) -> None:
    created = repeating.create()
    second = repeating.agendas(created.id)[1]

    invited = invite_onwards(repeating, second, budi)
    repeating.desk.deliver()
    repeating.desk.deliver_again()

    assert (invited.day_count, invited.vacant_posts) == (3, ())
    assert days_invited_to(repeating, created.id, budi) == ["07/12", "14/12", "21/12"]
    assert [it.invited_count for it in repeating.agendas(created.id)] == [1, 2, 2, 2]
    assert repeating.told(budi) == [NoticeKind.SERIES_INVITED.value]
    job = repeating.job(invited.job_id)
    assert (job.state, job.created) == (JobState.COMPLETED, 3)
    assert repeating.desk.found(SERIES_LIST_CHANGES, invited.job_id) is None


def test_who_is_invited_to_some_of_the_days_already_is_told_of_the_others_once(
    repeating: Repeating, budi: Actor
) -> None:
    created = repeating.create()
    first, second, *_ = repeating.agendas(created.id)
    repeating.desk.call(invite_people, PeopleToInvite(first.id, (budi.id,)), by=repeating.organiser)

    invited = invite_onwards(repeating, first, budi, repeating.guest)
    repeating.desk.deliver()

    assert days_invited_to(repeating, created.id, budi) == ["30/11", "07/12", "14/12", "21/12"]
    assert repeating.told(budi) == [NoticeKind.SERIES_INVITED.value, NoticeKind.AGENDA_INVITED.value]
    assert repeating.told().count(NoticeKind.SERIES_INVITED.value) == 1
    assert (repeating.job(invited.job_id).created, repeating.job(invited.job_id).unchanged) == (3, 1)
    assert [it.of_series for it in repeating.invitations(second.id)] == [True, True]


def test_a_post_is_invited_as_its_holder_of_each_day(repeating: Repeating, budi: Actor) -> None:
    created = repeating.create()
    first = repeating.agendas(created.id)[0]

    invite_onwards(repeating, first, invited_posts=(budi.position_id,))
    repeating.desk.deliver()

    assert days_invited_to(repeating, created.id, budi) == ["30/11", "07/12", "14/12", "21/12"]
    assert {it.position_id for it in repeating.invitations(first.id)} == {"", budi.position_id}


def test_a_day_that_is_cancelled_before_its_turn_stays_so(repeating: Repeating, budi: Actor) -> None:
    created = repeating.create()
    first, second, *_ = repeating.agendas(created.id)

    invite_onwards(repeating, second, budi)
    cancel(repeating, second)
    repeating.desk.deliver()

    assert days_invited_to(repeating, created.id, budi) == ["14/12", "21/12"]
    assert repeating.told(budi) == [NoticeKind.SERIES_INVITED.value]
    assert first.invited_count == 1


def test_one_change_after_the_other(repeating: Repeating, budi: Actor) -> None:
    created = repeating.create()
    first = repeating.agendas(created.id)[0]
    invite_onwards(repeating, first, budi)
    with pytest.raises(SeriesInWork):
        invite_onwards(repeating, first, budi)
    repeating.desk.deliver()
    assert invite_onwards(repeating, first, budi).day_count == 4


def test_nobody_and_somebody_unknown_are_refused(repeating: Repeating) -> None:
    created = repeating.create()
    first = repeating.agendas(created.id)[0]
    with pytest.raises(InvalidField, match="Pilih siapa yang diundang"):
        invite_onwards(repeating, first)
    with pytest.raises(InvalidField, match="tidak dikenal"):
        invite_onwards(repeating, first, repeating.guest, invited_posts=("pos-tak-ada",))


def test_an_agenda_without_a_series_and_another_office_are_refused(repeating: Repeating, budi: Actor) -> None:
    first = repeating.agendas(repeating.create().id)[0]
    above = repeating.desk.employee("Gatot", *ALL, organisation="setda")
    with pytest.raises(RecordMissing):
        invite_onwards(repeating, Meeting(repeating.desk).agenda(), budi)
    with pytest.raises(NotOrganiser):
        invite_onwards(repeating, first, budi, by=above)
    with pytest.raises(RecordMissing):
        invite_onwards(repeating, first, budi, by=budi)


def cancel(repeating: Repeating, agenda: Agenda) -> None:
    cancellation = Cancellation(agenda.id, repeating.version(agenda.id), "Hujan")
    repeating.desk.call(cancel_agenda, cancellation, by=repeating.organiser)
