"""Cancelling a series from one of its days on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.cancel_agenda import Cancellation, cancel_agenda
from functions.eagenda.cancel_series import SeriesCancellation, SeriesCut, cancel_series
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.series import SeriesInWork
from functions.eagenda.invite_people import PeopleToInvite, invite_people
from shared.kernel.problems import Stale
from shared.refusals import RecordMissing
from tests.eagenda.meeting import ALL
from tests.eagenda.repeating import Repeating

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from shared.actor import Actor
    from tests.desk import Desk

REASON = "Efisiensi anggaran"


# The answer is the same on both stores: what they hold differently is tried where it is written.
pytestmark = pytest.mark.parametrize("desk", ["sqlite"], indirect=True)


@pytest.fixture
def repeating(desk: Desk) -> Repeating:
    return Repeating(desk)


def cancel_onwards(repeating: Repeating, agenda: Agenda, by: Actor | None = None, version: int = 0) -> SeriesCut:
    seen = version or repeating.version(agenda.id)
    cut: SeriesCut = repeating.desk.call(
        cancel_series, SeriesCancellation(agenda.id, seen, REASON), by=by or repeating.organiser
    )
    return cut


def states(repeating: Repeating, series_id: str) -> list[str]:
    return [it.state.value for it in repeating.agendas(series_id)]


def test_this_day_and_those_after_it_are_cancelled_and_everybody_is_told_once(repeating: Repeating) -> None:
    created = repeating.create()
    second = repeating.agendas(created.id)[1]
    assert cancel_onwards(repeating, second).later_count == 2
    repeating.desk.deliver()

    assert states(repeating, created.id) == ["scheduled", "cancelled", "cancelled", "cancelled"]
    assert {it.cancel_reason for it in repeating.agendas(created.id)} == {None, REASON}
    assert repeating.told() == ["series-cancelled", "series-invited"]
    invited = [it.state.value for day in repeating.agendas(created.id) for it in repeating.invitations(day.id)]
    assert invited == ["scheduled", "cancelled", "cancelled", "cancelled"]


def test_who_is_invited_to_one_later_day_alone_is_told_of_that_day(repeating: Repeating) -> None:
    first, _, third, _ = repeating.agendas(repeating.create().id)
    alone = repeating.desk.employee("Sari", *ALL, organisation="bapenda")
    repeating.desk.call(invite_people, PeopleToInvite(third.id, (alone.id,)), by=repeating.organiser)
    cancel_onwards(repeating, first)
    repeating.desk.deliver()
    assert repeating.told(alone) == ["agenda-cancelled", "agenda-invited"]


def test_one_day_alone_can_be_cancelled_and_the_rest_afterwards(repeating: Repeating) -> None:
    created = repeating.create()
    second = repeating.agendas(created.id)[1]
    repeating.desk.call(
        cancel_agenda, Cancellation(second.id, repeating.version(second.id), REASON), by=repeating.organiser
    )
    repeating.desk.deliver()
    assert states(repeating, created.id) == ["scheduled", "cancelled", "scheduled", "scheduled"]
    assert repeating.told() == ["agenda-cancelled", "series-invited"]

    assert not cancel_onwards(repeating, second).already
    repeating.desk.deliver()
    assert states(repeating, created.id) == ["scheduled", "cancelled", "cancelled", "cancelled"]
    assert cancel_onwards(repeating, second).already


def test_a_series_that_is_still_made_and_a_stale_one_are_refused(repeating: Repeating) -> None:
    created = repeating.create(deliver=False)
    [first] = repeating.agendas(created.id)
    with pytest.raises(SeriesInWork):
        cancel_onwards(repeating, first)
    repeating.desk.deliver()
    with pytest.raises(Stale):
        cancel_onwards(repeating, first, version=7)


def test_only_the_organisers_office_cancels_a_series(repeating: Repeating) -> None:
    first = repeating.agendas(repeating.create().id)[0]
    above = repeating.desk.employee("Gatot", *ALL, organisation="setda")
    with pytest.raises(NotOrganiser):
        cancel_onwards(repeating, first, by=above)
    with pytest.raises(RecordMissing):
        cancel_onwards(repeating, first, by=repeating.guest)
