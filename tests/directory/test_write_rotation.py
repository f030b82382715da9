"""What a rotation writes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING

from functions.directory.appoint import ToAppoint, appoint
from functions.directory.domain.appointing import PostHeld
from functions.directory.end_appointment import AppointmentToEnd, end_appointment
from functions.directory.show_position import PositionOnDay, show_position
from shared.directory.directory import Directory
from shared.directory.model import POSITIONS, Position
from shared.jobs.job import JobState
from tests.directory.rotating import DEFINITIF, FIRST_DAY, TODAY

if TYPE_CHECKING:
    from tests.directory.rotating import Rotating

MANY = 60
DAY_BEFORE = FIRST_DAY - timedelta(days=1)


def test_posts_change_hands_at_midnight_and_not_before(rotating: Rotating) -> None:
    rotating.applied((1, "post-2"), (2, "post-1"))

    for person, before, after in (("p-1", "post-1", "post-2"), ("p-2", "post-2", "post-1")):
        assert rotating.posts_of(person, DAY_BEFORE) == [before]
        assert rotating.posts_of(person, FIRST_DAY) == [after]
    assert rotating.holders("post-1", TODAY) == ["p-1"]
    assert rotating.desk.signed_in("p-1", "today").position_title == "Kepala Seksi 1"
    rotating.desk.clock.pass_(days=7)
    assert rotating.desk.signed_in("p-1", "the first day").position_title == "Kepala Seksi 2"


def test_every_standing_is_what_the_directory_says(rotating: Rotating) -> None:
    rotating.applied((1, "post-2"), (2, "post-3"), (3, "vacant"))
    directory = Directory(rotating.desk.records, rotating.desk.clock.now())
    people = ("p-1", "p-2", "p-3")
    assert rotating.standings(people) == [directory.standing(person) for person in people]


def test_many_posts_are_written_in_chunks_and_events_that_come_again_write_nothing_twice(rotating: Rotating) -> None:
    for number in range(4, MANY):
        rotating.holder(number)
    ring = [(number, f"post-{number % (MANY - 1) + 1}") for number in range(1, MANY)]
    rotation_id = rotating.applied(*ring)
    rotating.desk.deliver_again()

    job = rotating.shown(rotation_id).apply
    assert job is not None
    assert (job.state, job.changed, job.refused) == (JobState.COMPLETED, MANY - 1, 0)
    for number, post in ring:
        assert rotating.holders(post) == [f"p-{number}"]
        assert rotating.posts_of(f"p-{number}") == [post]


def test_a_post_that_changed_since_the_plan_is_left_as_it_is_and_told_of(rotating: Rotating) -> None:
    rotation_id = rotating.planned((1, "vacant"), (2, "post-3"))
    asked = ToAppoint("vacant", "p-3", DEFINITIF, TODAY)
    rotating.desk.call(appoint, asked, by=rotating.office)
    rotating.approve(rotation_id)
    rotating.desk.deliver()

    job = rotating.shown(rotation_id).apply
    assert job is not None
    assert (job.changed, job.refused) == (3, 1)
    assert "berubah sejak mutasi disusun" in job.first_refused[0].detail
    assert rotating.holders("vacant") == ["p-3"]
    assert rotating.holders("post-3") == ["p-2"]


def test_a_post_that_is_abolished_since_the_plan_is_given_to_nobody(rotating: Rotating) -> None:
    rotation_id = rotating.planned((1, "vacant"))
    rotating.desk.given(POSITIONS, Position("vacant", "trowulan", "Kepala Seksi Kosong", ends_on=TODAY))
    rotating.approve(rotation_id)
    rotating.desk.deliver()
    assert rotating.holders("vacant") == []


def test_undoing_leaves_a_post_that_changed_since(rotating: Rotating) -> None:
    rotation_id = rotating.applied((1, "vacant"))
    version = rotating.desk.call(show_position, PositionOnDay("vacant"), by=rotating.planner).version
    ending = AppointmentToEnd("vacant", "p-1", FIRST_DAY, FIRST_DAY + timedelta(days=30), version)
    rotating.desk.call(end_appointment, ending, by=rotating.office)
    rotating.cancel(rotation_id)

    job = rotating.shown(rotation_id).undo
    assert job is not None
    assert (job.changed, job.refused) == (1, 1)
    assert "tidak dibatalkan" in job.first_refused[0].detail
    assert rotating.holders("vacant") == ["p-1"]


def test_a_post_is_never_given_to_two_while_a_rotation_is_written(rotating: Rotating) -> None:
    posts = [f"free-{number}" for number in range(3)]
    for post in posts:
        rotating.desk.given(POSITIONS, Position(post, "trowulan", f"Kepala Seksi {post}"))
    rotation_id = rotating.planned(*zip((1, 2, 3), posts, strict=True))
    rotating.approve(rotation_id)

    rotating.holder(9)
    with ThreadPoolExecutor(4) as crowd:
        writing = crowd.submit(rotating.desk.deliver)
        _ = [*crowd.map(lambda post: is_appointed(rotating, post), posts)]
        writing.result()
    rotating.desk.deliver()
    for post in posts:
        assert len(rotating.holders(post)) == 1


def is_appointed(rotating: Rotating, post: str) -> bool:
    """Try to appoint one more person from today on."""
    try:
        rotating.desk.call(appoint, ToAppoint(post, "p-9", DEFINITIF, TODAY), by=rotating.planner)
    except PostHeld:
        return False
    return True
