"""Series: which days a plan means, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from functions.eagenda.domain.agenda import MOST_INVITED, Agenda
from functions.eagenda.domain.change import InSeries
from functions.eagenda.domain.plan import schedule
from functions.eagenda.domain.series import (
    SeriesPlan,
    as_stored,
    day_agenda_id,
    on_day,
    require_size,
    series_days,
)
from functions.eagenda.domain.series_change import follow, keeps_its_own
from functions.eagenda.domain.series_policy import SeriesPolicy
from shared.refusals import InvalidField
from tests.eagenda.domain.examples import DEWI

NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
FIRST = datetime(2026, 11, 30, 0, 0, tzinfo=UTC)  # Monday, 07.00 WIB
AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)
POLICY = SeriesPolicy(66, 12, 30_000)
PLAN = SeriesPlan("Apel", "Halaman", FIRST, FIRST + AN_HOUR, ("p-aditya",), rule="FREQ=WEEKLY;BYDAY=MO;COUNT=4")
CHRISTMAS = {date(2026, 12, 25): "Hari Raya Natal"}


def days(**changed: Any) -> list[str]:  # noqa: ANN401 -- any field
    found = series_days(replace(PLAN, **changed), POLICY, CHRISTMAS, NOW)
    return [f"{it.day:%d/%m}{' ' + it.skipped if it.skipped else ''}" for it in found]


def test_a_day_off_is_skipped_where_that_is_wanted_and_a_day_that_is_taken_out_always() -> None:
    daily = {"rule": "FREQ=DAILY;COUNT=3", "starts_at": FIRST + 24 * A_DAY, "ends_at": FIRST + 24 * A_DAY + AN_HOUR}
    assert days(**daily) == ["24/12", "25/12", "26/12"]
    assert days(**daily, skip_days_off=True) == ["24/12", "25/12 Hari Raya Natal", "26/12"]
    out = (date(2026, 12, 26),)
    assert days(**daily, excluded=out) == ["24/12", "25/12", "26/12 Dikeluarkan penyelenggara"]


@pytest.mark.parametrize(
    ("pointer", "changed"),
    [
        ("/rule", {"rule": "FREQ=WEEKLY;BYDAY=MO"}),
        ("/rule", {"rule": "FREQ=WEEKLY;BYDAY=MO;COUNT=3;UNTIL=20261231"}),
        ("/rule", {"rule": "FREQ=WEEKLY;BYDAY=MO;COUNT=67"}),
        ("/rule", {"rule": "FREQ=WEEKLY;BYDAY=MO;COUNT=60"}),
        ("/rule", {"rule": "FREQ=DAILY;UNTIL=20270401"}),
        ("/rule", {"rule": "FREQ=WEEKLY;BYDAY=MO;UNTIL=20280101"}),
        ("/rule", {"rule": "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261101"}),
        ("/rule", {"rule": "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31;COUNT=3"}),
        ("/starts_at", {"starts_at": FIRST - 14 * A_DAY, "ends_at": FIRST - 14 * A_DAY + AN_HOUR}),
        ("/starts_at", {"starts_at": NOW, "ends_at": NOW + AN_HOUR}),
        ("/ends_at", {"rule": "FREQ=DAILY;COUNT=3", "ends_at": FIRST + A_DAY + AN_HOUR}),
        ("/ends_at", {"ends_at": FIRST}),
        ("/ends_at", {"ends_at": FIRST + 8 * A_DAY}),
        ("/excluded", {"excluded": tuple(date(2026, 1, 1) + number * A_DAY for number in range(367))}),
    ],
)
def test_a_series_that_never_ends_is_past_or_too_long_is_refused(pointer: str, changed: dict[str, Any]) -> None:
    with pytest.raises(InvalidField) as refused:
        days(**changed)
    assert refused.value.facts["errors"][0]["pointer"] == pointer
    assert refused.value.detail


def test_a_year_of_mondays_is_a_series_and_the_day_after_is_too_long() -> None:
    assert len(days(rule="FREQ=WEEKLY;BYDAY=MO;UNTIL=20271129")) == 53
    with pytest.raises(InvalidField, match="29 Nov 2027"):
        days(rule="FREQ=WEEKLY;BYDAY=MO;UNTIL=20271130")


def test_more_people_on_more_days_than_one_series_holds_are_refused() -> None:
    many = replace(PLAN, invited=tuple(f"p-{number}" for number in range(700)))
    require_size(many, 42, POLICY)
    with pytest.raises(InvalidField, match="paling banyak 42 tanggal"):
        require_size(many, 43, POLICY)
    require_size(replace(many, invited=many.invited * 2), 42, POLICY)
    with pytest.raises(InvalidField, match="paling sedikit dua"):
        require_size(PLAN, 1, POLICY)
    assert POLICY.most_invitations > MOST_INVITED * 2


def test_who_is_named_twice_is_kept_once_and_the_rule_as_the_standard_writes_it() -> None:
    kept = as_stored(replace(PLAN, invited=("a", "b", "a"), rule="rrule:freq=weekly;byday=mo;until=20261221"))
    assert kept.invited == ("a", "b")
    assert kept.rule == "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261221T165959Z"


def test_the_id_of_a_day_follows_from_the_series_and_the_day() -> None:
    assert day_agenda_id("s", date(2026, 12, 7)) == day_agenda_id("s", date(2026, 12, 7))
    assert len({day_agenda_id(series, FIRST.date() + day * A_DAY) for series in "st" for day in range(9)}) == 18


def of_day(number: int, **said: Any) -> Agenda:  # noqa: ANN401 -- any field
    day = FIRST.date() + number * 7 * A_DAY
    made = schedule(f"day-{number}", on_day(PLAN, day), DEWI, NOW)
    return replace(made, series=InSeries("s", day), **said)


def test_a_later_day_follows_and_its_own_attendance_moves_along() -> None:
    before = of_day(0)
    after = replace(before, starts_at=FIRST + AN_HOUR, ends_at=FIRST + 2 * AN_HOUR, opens_at=FIRST, title="Apel pagi")
    later = of_day(1)
    wanted = follow(later, before, after, "Jam masuk berubah")
    assert (wanted.title, wanted.starts_at, wanted.opens_at) == (
        "Apel pagi",
        FIRST + 7 * A_DAY + AN_HOUR,
        FIRST + 7 * A_DAY,
    )
    own_opening = replace(later, opens_at=later.opens_at - AN_HOUR)
    assert follow(own_opening, before, after, None).opens_at == own_opening.opens_at + AN_HOUR
    assert not keeps_its_own(later, before, after)


def test_a_later_day_keeps_what_was_changed_on_it_alone() -> None:
    before = of_day(0)
    after = replace(before, starts_at=FIRST + AN_HOUR, ends_at=FIRST + 2 * AN_HOUR, place="Aula", dress="Batik")
    moved = replace(of_day(1), ends_at=FIRST + 7 * A_DAY + 3 * AN_HOUR, place="Pendopo")
    wanted = follow(moved, before, after, "Hujan")
    assert (wanted.starts_at, wanted.ends_at, wanted.place, wanted.dress) == (
        moved.starts_at,
        moved.ends_at,
        "Pendopo",
        "Batik",
    )
    assert keeps_its_own(moved, before, after)
