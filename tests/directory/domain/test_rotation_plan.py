"""What a rotation does to each post."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from functions.directory.domain.rotation_plan import (
    Change,
    Move,
    PostChanged,
    changed,
    plan,
    restored,
)
from shared.rules.appointment import Appointment, AppointmentKind

DEFINITIF, PLT, PLH, PJ = AppointmentKind.DEFINITIF, AppointmentKind.PLT, AppointmentKind.PLH, AppointmentKind.PJ
LONG_AGO, FIRST = date(2024, 1, 2), date(2026, 12, 1)
LAST = FIRST - timedelta(days=1)
Seats = Mapping[str, tuple[Appointment, ...]]


def held(post: str, person: str, kind: AppointmentKind = DEFINITIF, begin: date = LONG_AGO) -> Appointment:
    return Appointment(post, person, kind, begin)


def gives(number: int, person: str, post: str, kind: AppointmentKind = DEFINITIF) -> Move:
    return Move(number, person, post, kind)


def after(seats: Seats, *moves: Move) -> dict[str, set[tuple[str, AppointmentKind]]]:
    """Return who holds each post on the first day."""
    planned = plan(moves, seats, FIRST)
    assert planned.faults == {}
    now = dict(seats) | {post.position_id: changed(seats[post.position_id], post.changes) for post in planned.posts}
    return {key: {(it.person_id, it.kind) for it in those if it.holds_on(FIRST)} for key, those in now.items()}


def faults(seats: Seats, *moves: Move) -> list[int]:
    planned = plan(moves, seats, FIRST)
    assert planned.posts == ()
    return sorted(planned.faults)


def test_who_moves_leaves_the_old_post_which_falls_vacant() -> None:
    seats = {"camat": (), "sekcam": (held("sekcam", "ani"),)}

    assert after(seats, gives(2, "ani", "camat")) == {"camat": {("ani", DEFINITIF)}, "sekcam": set()}
    vacancies = {it.position_id: it.vacant for it in plan([gives(2, "ani", "camat")], seats, FIRST).posts}
    assert vacancies == {"camat": False, "sekcam": True}


def test_two_may_change_places_and_a_ring_may_turn() -> None:
    seats = {"a": (held("a", "ani"),), "b": (held("b", "budi"),), "c": (held("c", "cahya"),)}

    assert after(seats, gives(2, "ani", "b"), gives(3, "budi", "a")) == {
        "a": {("budi", DEFINITIF)},
        "b": {("ani", DEFINITIF)},
        "c": {("cahya", DEFINITIF)},
    }
    ring = after(seats, gives(2, "ani", "b"), gives(3, "budi", "c"), gives(4, "cahya", "a"))
    assert ring == {"a": {("cahya", DEFINITIF)}, "b": {("ani", DEFINITIF)}, "c": {("budi", DEFINITIF)}}


def test_who_is_replaced_holds_the_post_to_the_day_before() -> None:
    seats = {"camat": (held("camat", "budi"),)}
    [post] = plan([gives(2, "ani", "camat")], seats, FIRST).posts

    assert post.changes == (
        Change(Appointment("camat", "budi", DEFINITIF, LONG_AGO, LAST), held("camat", "budi")),
        Change(Appointment("camat", "ani", DEFINITIF, FIRST)),
    )


def test_whoever_acts_in_a_post_that_is_filled_acts_no_more() -> None:
    seats = {"camat": (held("camat", "budi", PLT),), "sekcam": (held("sekcam", "ani"), held("sekcam", "dian", PLH))}

    assert after(seats, gives(2, "ani", "camat")) == {"camat": {("ani", DEFINITIF)}, "sekcam": set()}


def test_who_acts_in_a_post_and_gets_it_for_good_goes_on_in_it() -> None:
    assert after({"camat": (held("camat", "ani", PLT),)}, gives(2, "ani", "camat")) == {"camat": {("ani", DEFINITIF)}}


def test_an_acting_holder_keeps_their_own_post() -> None:
    seats = {"camat": (held("camat", "budi"),), "dinas": (), "sekcam": (held("sekcam", "ani"),)}

    assert after(seats, gives(2, "budi", "dinas"), gives(3, "ani", "camat", PLT)) == {
        "camat": {("ani", PLT)},
        "dinas": {("budi", DEFINITIF)},
        "sekcam": {("ani", DEFINITIF)},
    }


def test_nobody_acts_for_good_or_in_order_where_somebody_holds_the_post() -> None:
    seats = {"camat": (held("camat", "budi"),)}
    assert faults(seats, gives(2, "ani", "camat", PLT)) == [2]
    assert faults(seats, gives(2, "ani", "camat", PJ)) == [2]


def test_two_rows_for_one_post_and_two_posts_for_one_person_are_faults_of_the_later_row() -> None:
    seats: Seats = {"a": (), "b": ()}
    assert faults(seats, gives(2, "ani", "a"), gives(3, "budi", "a")) == [3]
    assert faults(seats, gives(2, "ani", "a"), gives(3, "budi", "a", PLT)) == [3]
    assert faults(seats, gives(2, "ani", "a"), gives(3, "ani", "b")) == [3]
    assert faults({"a": (held("a", "ani"),), "b": ()}, gives(2, "ani", "a"), gives(3, "ani", "b")) == [3]


def test_one_person_may_act_in_two_posts() -> None:
    assert after({"a": (), "b": ()}, gives(2, "ani", "a", PLT), gives(3, "ani", "b", PLT))


def test_what_already_begins_later_is_a_fault_and_never_written_over() -> None:
    later = FIRST + timedelta(days=9)
    assert faults({"camat": (held("camat", "budi", begin=later),)}, gives(2, "ani", "camat")) == [2]
    assert faults({"camat": (), "b": (held("b", "ani", begin=later),)}, gives(2, "ani", "camat")) == [2]
    standing_in = (held("b", "ani"), held("b", "dian", PLH, begin=FIRST))
    assert faults({"camat": (), "b": standing_in}, gives(2, "ani", "camat")) == [2]


def test_what_is_already_so_changes_nothing() -> None:
    planned = plan([gives(2, "ani", "camat")], {"camat": (held("camat", "ani"),)}, FIRST)
    assert (planned.faults, planned.posts) == ({}, ())


def test_undoing_restores_exactly_what_stood() -> None:
    seats = {
        "camat": (held("camat", "budi"), Appointment("camat", "eka", PLT, date(2023, 1, 1), date(2023, 12, 31))),
        "sekcam": (held("sekcam", "ani"), held("sekcam", "dian", PLH)),
    }
    for post in plan([gives(2, "ani", "camat")], seats, FIRST).posts:
        before = tuple(sorted(seats[post.position_id], key=lambda it: (it.starts_on, it.person_id)))
        assert restored(changed(before, post.changes), post.changes) == before


def test_a_post_that_changed_meanwhile_is_neither_written_nor_given_back() -> None:
    seats = {"camat": (held("camat", "budi"),)}
    [post] = plan([gives(2, "ani", "camat")], seats, FIRST).posts
    somebody_else = (Appointment("camat", "budi", DEFINITIF, LONG_AGO, LAST), held("camat", "dian", begin=LAST))

    with pytest.raises(PostChanged):
        changed(somebody_else, post.changes)
    with pytest.raises(PostChanged):
        restored(seats["camat"], post.changes)


def test_a_post_that_was_given_to_somebody_for_the_days_to_come_is_not_given_back() -> None:
    seats = {"camat": (), "sekcam": (held("sekcam", "ani"),)}
    left = next(it for it in plan([gives(2, "ani", "camat")], seats, FIRST).posts if it.position_id == "sekcam")
    written = (*changed(seats["sekcam"], left.changes), held("sekcam", "dian", begin=FIRST))

    with pytest.raises(PostChanged):
        restored(written, left.changes)
