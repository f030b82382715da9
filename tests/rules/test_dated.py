"""Rows that hold from a day on."""

from __future__ import annotations

from datetime import date

from shared.rules.dated import DatedRow, Standing, in_force, layered


def row(begins: date, ends: date | None = None, key: str = "", basis: str = "Perbup 1/2026") -> DatedRow:
    return DatedRow(key, {"most": str(begins.year)}, begins, ends, basis)


FIRST, SECOND = row(date(2026, 1, 1)), row(date(2027, 1, 1))


def test_of_one_key_the_row_that_began_last_holds() -> None:
    assert in_force((SECOND, FIRST), date(2025, 12, 31)) == ()
    assert in_force((SECOND, FIRST), date(2026, 12, 31)) == (FIRST,)
    assert in_force((SECOND, FIRST), date(2027, 1, 1)) == (SECOND,)


def test_a_row_that_has_ended_does_not_bring_the_one_before_it_back() -> None:
    ended = row(date(2027, 1, 1), date(2027, 3, 31))
    assert in_force((FIRST, ended), date(2027, 3, 31)) == (ended,)
    assert in_force((FIRST, ended), date(2027, 4, 1)) == ()


def test_rows_of_other_keys_hold_side_by_side() -> None:
    christmas, new_year = row(date(2026, 1, 1), key="2026-12-25"), row(date(2026, 1, 1), key="2027-01-01")
    assert in_force((christmas, new_year), date(2026, 6, 1)) == (christmas, new_year)


def test_a_later_row_ends_the_one_before_it_on_the_eve() -> None:
    assert FIRST.last_day((FIRST, SECOND)) == date(2026, 12, 31)
    assert SECOND.last_day((FIRST, SECOND)) is None
    assert row(date(2026, 1, 1), date(2026, 6, 30)).last_day((FIRST, SECOND)) == date(2026, 6, 30)
    on_christmas = date(2026, 12, 25)
    assert FIRST.standing((FIRST, SECOND), on_christmas) is Standing.IN_FORCE
    assert SECOND.standing((FIRST, SECOND), on_christmas) is Standing.FUTURE
    assert FIRST.standing((FIRST, SECOND), date(2027, 1, 1)) is Standing.PAST


def test_what_the_office_approved_lies_over_what_the_release_brought() -> None:
    own = row(date(2027, 1, 1), basis="Perbup 9/2026")
    assert layered((FIRST, SECOND), (own,)) == (FIRST, own)
