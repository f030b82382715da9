"""The days of a series, for those who see one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.invite_people import PeopleToInvite, invite_people
from functions.eagenda.show_series import OneOfSeries, ShownSeries, show_series
from shared.refusals import RecordMissing
from tests.eagenda.meeting import ALL, Meeting
from tests.eagenda.repeating import Repeating

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


# The answer is the same on both stores: what they hold differently is tried where it is written.
pytestmark = pytest.mark.parametrize("desk", ["sqlite"], indirect=True)


@pytest.fixture
def repeating(desk: Desk) -> Repeating:
    return Repeating(desk)


def shown(repeating: Repeating, agenda_id: str, by: Actor) -> ShownSeries:
    answer: ShownSeries = repeating.desk.call(show_series, OneOfSeries(agenda_id), by=by)
    return answer


def test_the_organiser_and_who_is_invited_see_all_days(repeating: Repeating) -> None:
    created = repeating.create()
    ids = [it.id for it in repeating.agendas(created.id)]
    for person in (repeating.organiser, repeating.guest):
        series = shown(repeating, created.agenda_id, person)
        assert (series.words, series.in_work) == ("Setiap Senin, 4 kali", False)
        assert [it.agenda_id for it in series.days] == ids


def test_who_is_invited_to_one_day_sees_that_day_alone(repeating: Repeating) -> None:
    second = repeating.agendas(repeating.create().id)[1]
    alone = repeating.desk.employee("Sari", *ALL, organisation="bapenda")
    repeating.desk.call(invite_people, PeopleToInvite(second.id, (alone.id,)), by=repeating.organiser)
    assert [it.agenda_id for it in shown(repeating, second.id, alone).days] == [second.id]


def test_others_see_nothing_and_of_a_secret_series_neither_does_the_office(repeating: Repeating) -> None:
    created = repeating.create(visibility=Visibility.SECRET)
    colleague = repeating.desk.employee("Bayu", *ALL)
    for person in (colleague, repeating.desk.employee("Rina", *ALL, organisation="dinsos")):
        with pytest.raises(RecordMissing):
            shown(repeating, created.agenda_id, person)
    assert len(shown(repeating, created.agenda_id, repeating.guest).days) == 4


def test_an_agenda_of_no_series_has_no_days(repeating: Repeating) -> None:
    meeting = Meeting(repeating.desk)
    with pytest.raises(RecordMissing):
        shown(repeating, meeting.id, meeting.organiser)
    repeating.create(deliver=False)


def test_while_the_days_are_made_it_says_so(repeating: Repeating) -> None:
    created = repeating.create(deliver=False)
    assert shown(repeating, created.agenda_id, repeating.organiser).in_work
