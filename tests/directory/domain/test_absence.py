"""When somebody may be away, and who may stand in for them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from functions.directory.domain.absence import (
    AbsenceOverlaps,
    Place,
    StandInAway,
    StandInLimit,
    StandInTooLong,
    StandInUnfit,
    check_absence,
    end_absence,
    require_fit,
    require_present,
    stand_in_days,
    stand_in_ended,
)
from shared.refusals import InvalidField, RecordMissing
from shared.rules.acting_for import Absence, AbsenceKind
from shared.rules.appointment import Appointment, AppointmentKind

TODAY = date(2026, 11, 24)
LIMIT = StandInLimit(ranks_below=1, longest_days=90, from_working_days=7)
HEAD = Place("II.b", ("dinsos", "pemkab"))
ORDER = "800.1.11.1/7/2026"


def away(first: int = 0, last: int = 9, basis: str = ORDER) -> Absence:
    begin, end = TODAY + timedelta(days=first), TODAY + timedelta(days=last)
    return Absence("one", AbsenceKind.CUTI, begin, end, basis)


def test_nobody_is_away_twice_on_a_day() -> None:
    check_absence(away(10, 12), [away()], TODAY)
    with pytest.raises(AbsenceOverlaps):
        check_absence(away(9, 12), [away()], TODAY)


@pytest.mark.parametrize(("first", "last"), [(3, 2), (-32, 0)])
def test_an_absence_ends_after_it_begins_and_lies_at_most_a_month_back(first: int, last: int) -> None:
    with pytest.raises(InvalidField):
        check_absence(away(first, last), [], TODAY)


def test_a_plh_begins_today_at_the_earliest_and_ends_with_the_absence() -> None:
    assert stand_in_days(away(-5, 9), LIMIT, TODAY) == (TODAY, TODAY + timedelta(days=9))
    with pytest.raises(InvalidField):
        stand_in_days(away(-9, -5), LIMIT, TODAY)


def test_a_plh_is_named_by_an_order_and_not_for_ever() -> None:
    with pytest.raises(InvalidField):
        stand_in_days(away(basis=""), LIMIT, TODAY)
    stand_in_days(away(0, 89), LIMIT, TODAY)
    with pytest.raises(StandInTooLong):
        stand_in_days(away(0, 90), LIMIT, TODAY)


@pytest.mark.parametrize(
    "place",
    [
        Place("II.b", ("bapenda", "pemkab")),  # another head
        Place("III.a", ("dinsos", "pemkab")),  # the office's own secretary
        Place("III.b", ("uptd", "dinsos", "pemkab")),
        Place("ahli-madya", ("dinsos", "pemkab")),
    ],
)
def test_a_plh_is_of_the_same_level_anywhere_or_one_below_in_the_office(place: Place) -> None:
    require_fit(HEAD, [place], LIMIT)


@pytest.mark.parametrize(
    "place",
    [
        Place("III.a", ("bapenda", "pemkab")),  # one below, in another office
        Place("IV.a", ("dinsos", "pemkab")),
        Place("ahli-muda", ("dinsos", "pemkab")),
        Place("pelaksana", ("dinsos", "pemkab")),
        Place("kepala-daerah", ("pemkab",)),
    ],
)
def test_nobody_else_is_fit(place: Place) -> None:
    with pytest.raises(StandInUnfit):
        require_fit(HEAD, [place], LIMIT)
    with pytest.raises(StandInUnfit):
        require_fit(HEAD, [], LIMIT)


@pytest.mark.parametrize("rank_class", ["pelaksana", "ahli-muda", "kepala-daerah", ""])
def test_a_post_that_leads_nobody_or_the_regency_itself_has_no_plh_here(rank_class: str) -> None:
    with pytest.raises(StandInUnfit):
        require_fit(Place(rank_class, ("dinsos",)), [Place("II.b", ("dinsos",))], LIMIT)


def test_the_table_may_close_the_level_below() -> None:
    same_only = StandInLimit(ranks_below=0, longest_days=90, from_working_days=7)
    with pytest.raises(StandInUnfit):
        require_fit(HEAD, [Place("III.a", ("dinsos",))], same_only)


def test_who_is_away_stands_in_for_nobody() -> None:
    require_present([away(10, 12)], (TODAY, TODAY + timedelta(days=9)))
    with pytest.raises(StandInAway):
        require_present([away(9, 12)], (TODAY, TODAY + timedelta(days=9)))


def test_an_absence_is_shortened_or_taken_back_and_never_prolonged() -> None:
    two_days = TODAY + timedelta(days=2)
    assert end_absence([away()], "one", two_days, TODAY)[1] == Absence("one", AbsenceKind.CUTI, TODAY, two_days, ORDER)
    assert end_absence([away(5)], "one", TODAY, TODAY)[1] is None
    with pytest.raises(InvalidField):
        end_absence([away()], "one", TODAY + timedelta(days=10), TODAY)
    with pytest.raises(InvalidField):
        end_absence([away(-9)], "one", TODAY - timedelta(days=2), TODAY)
    with pytest.raises(RecordMissing):
        end_absence([away()], "another", TODAY, TODAY)


def test_the_plh_ends_with_the_absence_or_never_was() -> None:
    plh = Appointment("camat", "budi", AppointmentKind.PLH, TODAY, TODAY + timedelta(days=9))

    ended = stand_in_ended([plh], "budi", away(), TODAY)
    assert ended == (plh, Appointment("camat", "budi", AppointmentKind.PLH, TODAY, TODAY))
    assert stand_in_ended([plh], "budi", away(), TODAY - timedelta(days=1)) == (plh, None)
    assert stand_in_ended([], "budi", away(), TODAY) is None
