"""Withdrawing people's invitations to a series from one of its days on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.series import SeriesInWork
from functions.eagenda.records import participation_key
from functions.eagenda.withdraw_from_series import (
    PeopleToWithdrawOnwards,
    WithdrawnOnwards,
    withdraw_from_series,
)
from shared.refusals import InvalidField, RecordMissing
from shared.rules.notice import NoticeKind
from shared.tasks.task import TASKS, TaskKind, TaskState, task_id
from tests.eagenda.meeting import ALL, Meeting
from tests.eagenda.repeating import Repeating
from tests.eagenda.test_invite_to_series import days_invited_to, invite_onwards

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def repeating(desk: Desk) -> Repeating:
    return Repeating(desk)


def withdraw_onwards(repeating: Repeating, agenda: Agenda, *who: Actor, by: Actor | None = None) -> WithdrawnOnwards:
    which = PeopleToWithdrawOnwards(agenda.id, tuple(it.id for it in who))
    withdrawn: WithdrawnOnwards = repeating.desk.call(withdraw_from_series, which, by=by or repeating.organiser)
    return withdrawn


def test_from_a_day_on_somebody_is_invited_no_more_and_is_told_once(repeating: Repeating) -> None:
    created = repeating.create()
    second = repeating.agendas(created.id)[1]

    withdrawn = withdraw_onwards(repeating, second, repeating.guest)
    repeating.desk.deliver()
    repeating.desk.deliver_again()

    assert withdrawn.day_count == 3
    assert days_invited_to(repeating, created.id, repeating.guest) == ["30/11"]
    assert [it.invited_count for it in repeating.agendas(created.id)] == [1, 0, 0, 0]
    assert repeating.told() == [NoticeKind.AGENDA_WITHDRAWN.value, NoticeKind.SERIES_INVITED.value]
    assert repeating.job(withdrawn.job_id).changed == 3


def test_the_question_whether_they_come_is_asked_no_more(repeating: Repeating) -> None:
    first = repeating.agendas(repeating.create().id)[0]
    key = task_id(TaskKind.INVITATION, participation_key(first.id, repeating.guest.id))
    asked = repeating.desk.found(TASKS, key)
    withdraw_onwards(repeating, first, repeating.guest)
    repeating.desk.deliver()
    settled = repeating.desk.found(TASKS, key)
    assert asked is not None
    assert settled is not None
    assert (asked.state, settled.state) == (TaskState.OPEN, TaskState.SETTLED)


def test_who_was_taken_off_can_be_invited_again(repeating: Repeating) -> None:
    created = repeating.create()
    first = repeating.agendas(created.id)[0]
    withdraw_onwards(repeating, first, repeating.guest)
    repeating.desk.deliver()
    invite_onwards(repeating, first, repeating.guest)
    repeating.desk.deliver()
    assert days_invited_to(repeating, created.id, repeating.guest) == ["30/11", "07/12", "14/12", "21/12"]
    assert repeating.told().count(NoticeKind.SERIES_INVITED.value) == 2


def test_while_the_list_is_in_work_it_is_not_changed_again(repeating: Repeating) -> None:
    first = repeating.agendas(repeating.create().id)[0]
    withdraw_onwards(repeating, first, repeating.guest)
    with pytest.raises(SeriesInWork):
        withdraw_onwards(repeating, first, repeating.guest)


def test_nobody_an_agenda_without_a_series_and_another_office_are_refused(repeating: Repeating) -> None:
    first = repeating.agendas(repeating.create().id)[0]
    above = repeating.desk.employee("Gatot", *ALL, organisation="setda")
    with pytest.raises(InvalidField, match="Pilih satu sampai"):
        withdraw_onwards(repeating, first)
    with pytest.raises(RecordMissing):
        withdraw_onwards(repeating, Meeting(repeating.desk).agenda(), repeating.guest)
    with pytest.raises(NotOrganiser):
        withdraw_onwards(repeating, first, repeating.guest, by=above)
