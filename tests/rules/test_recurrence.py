"""Rules of repetition: what is read of RFC 5545, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.refusals import InvalidField
from shared.rules.recurrence import parse_recurrence, recurrence_words, recurring_days, rrule

TUESDAY = date(2026, 11, 24)
A_YEAR = TUESDAY + timedelta(days=364)


def days(rule: str, first: date = TUESDAY, most: int = 100) -> list[date]:
    return recurring_days(parse_recurrence(rule), first, A_YEAR, most)


def test_every_monday_begins_with_the_next_one() -> None:
    assert days("FREQ=WEEKLY;BYDAY=MO;COUNT=3") == [date(2026, 11, 30), date(2026, 12, 7), date(2026, 12, 14)]


def test_every_first_wednesday_of_a_month() -> None:
    assert days("FREQ=MONTHLY;BYDAY=1WE;COUNT=3") == [date(2026, 12, 2), date(2027, 1, 6), date(2027, 2, 3)]


def test_the_last_friday_and_every_second_week() -> None:
    assert days("FREQ=MONTHLY;BYDAY=-1FR;COUNT=2") == [date(2026, 11, 27), date(2026, 12, 25)]
    assert days("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=4") == [
        date(2026, 11, 24),
        date(2026, 11, 26),
        date(2026, 12, 8),
        date(2026, 12, 10),
    ]


def test_the_31st_is_left_out_where_a_month_has_none_and_the_last_day_never_is() -> None:
    assert days("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3") == [date(2026, 12, 31), date(2027, 1, 31), date(2027, 3, 31)]
    last = days("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4")
    assert last == [date(2026, 11, 30), date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28)]


def test_the_last_day_counts_and_is_a_day_of_mojokerto() -> None:
    assert days("FREQ=DAILY;UNTIL=20261126") == [TUESDAY + timedelta(days=number) for number in range(3)]
    # 18.00 UTC is the next day in Mojokerto.
    assert len(days("FREQ=DAILY;UNTIL=20261125T180000Z")) == 3
    assert rrule(parse_recurrence("FREQ=DAILY;UNTIL=20261126")) == "FREQ=DAILY;UNTIL=20261126T165959Z"


def test_a_rule_that_matches_no_day_ends_all_the_same() -> None:
    assert recurring_days(parse_recurrence("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31;COUNT=5"), TUESDAY, A_YEAR, 99) == []


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=WEEKLY;BYDAY=MO", "harus ada akhirnya"),
        ("FREQ=WEEKLY;COUNT=3;UNTIL=20261231", "jangan keduanya"),
        ("FREQ=YEARLY;COUNT=3", "harian, mingguan, atau bulanan"),
        ("FREQ=SECONDLY;COUNT=3", "harian, mingguan, atau bulanan"),
        ("FREQ=DAILY;COUNT=0", "Jumlah kali"),
        ("FREQ=DAILY;COUNT=99999999999999999999", "Jumlah kali"),
        ("FREQ=DAILY;INTERVAL=0;COUNT=3", "Jarak perulangan"),
        ("FREQ=DAILY;INTERVAL=32;COUNT=3", "Jarak perulangan"),
        ("FREQ=WEEKLY;BYDAY=1MO;COUNT=3", "hanya untuk perulangan bulanan"),
        ("FREQ=WEEKLY;BYMONTHDAY=3;COUNT=3", "hanya untuk perulangan bulanan"),
        ("FREQ=MONTHLY;BYMONTHDAY=32;COUNT=3", "1 sampai 31"),
        ("FREQ=MONTHLY;BYDAY=6MO;COUNT=3", "tidak dikenal"),
        ("FREQ=MONTHLY;BYDAY=-2MO;COUNT=3", "tidak dikenal"),
        ("FREQ=DAILY;UNTIL=20260231", "Tanggal terakhir"),
        ("FREQ=DAILY;UNTIL=00000000T000000Z", "Tanggal terakhir"),
        ("FREQ=DAILY;UNTIL=99991231T235959Z", "Tanggal terakhir"),
        ("FREQ=DAILY;COUNT=3;COUNT=4", "tidak dikenal"),
        ("FREQ=DAILY;BYSECOND=1;COUNT=3", "tidak dikenal"),
        ("COUNT=3", "tidak dikenal"),
        ("setiap Senin", "tidak dikenal"),
        ("", "tidak dikenal"),
    ],
)
def test_what_is_no_rule_with_an_end_is_refused_in_words(rule: str, said: str) -> None:
    with pytest.raises(InvalidField) as refused:
        parse_recurrence(rule)
    assert said in refused.value.detail
    assert refused.value.facts["errors"][0]["pointer"] == "/rule"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=DAILY;COUNT=5", "Setiap hari, 5 kali"),
        ("FREQ=WEEKLY;BYDAY=MO;COUNT=20", "Setiap Senin, 20 kali"),
        ("FREQ=WEEKLY;BYDAY=TH,MO;COUNT=20", "Setiap Senin dan Kamis, 20 kali"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;UNTIL=20271231", "Setiap 2 minggu pada Senin, sampai 31 Desember 2027"),
        ("FREQ=MONTHLY;BYDAY=1WE;COUNT=12", "Setiap bulan pada Rabu pertama, 12 kali"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=12", "Setiap bulan pada hari terakhir, 12 kali"),
        ("FREQ=MONTHLY;BYMONTHDAY=17;COUNT=12", "Setiap bulan pada tanggal 17, 12 kali"),
        ("FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR;COUNT=2", "Setiap bulan pada tanggal 13 yang jatuh pada Jumat, 2 kali"),
    ],
)
def test_a_rule_is_said_in_words(rule: str, words: str) -> None:
    assert recurrence_words(parse_recurrence(rule)) == words


weekdays = st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, unique=True)
ends = st.one_of(
    st.integers(1, 60).map(lambda it: f"COUNT={it}"),
    st.dates(TUESDAY, A_YEAR).map(lambda it: f"UNTIL={it:%Y%m%d}"),
)
rules = st.one_of(
    st.builds("FREQ=DAILY;INTERVAL={};{}".format, st.integers(1, 31), ends),
    st.builds(lambda n, d, e: f"FREQ=WEEKLY;INTERVAL={n};BYDAY={','.join(d)};{e}", st.integers(1, 4), weekdays, ends),
    st.builds("FREQ=MONTHLY;BYMONTHDAY={};{}".format, st.integers(1, 31), ends),
    st.builds("FREQ=MONTHLY;BYDAY={}{};{}".format, st.sampled_from([1, 2, 3, 4, 5, -1]), st.just("WE"), ends),
)


@given(rules)
@settings(deadline=None)  # the first one loads the library
def test_every_rule_ends_within_what_was_asked_and_says_the_same_when_it_is_written_out(rule: str) -> None:
    read = parse_recurrence(rule)
    found = recurring_days(read, TUESDAY, A_YEAR, 60)
    assert found == sorted(set(found))
    assert len(found) <= 60
    assert all(TUESDAY <= day <= A_YEAR for day in found)
    assert parse_recurrence(rrule(read)) == read
