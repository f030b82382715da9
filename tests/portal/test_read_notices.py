"""Marking notices as read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.portal.read_notices import NoticesRead, NoticesToRead, read_notices
from functions.portal.show_badges import show_badges
from shared.refusals import InvalidField, RecordMissing
from tests.portal.notices import tell, told

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def dewi(desk: Desk) -> Actor:
    dewi = desk.employee("Dewi")
    tell(desk, dewi)
    desk.clock.pass_(minutes=1)
    tell(desk, dewi)
    return dewi


def read(desk: Desk, by: Actor, *notice_ids: str) -> NoticesRead:
    answer: NoticesRead = desk.call(read_notices, NoticesToRead(notice_ids), by=by)
    return answer


def test_what_is_read_is_counted_no_more(desk: Desk, dewi: Actor) -> None:
    assert desk.call(show_badges, by=dewi).notices == 2
    ids = [it.id for it in told(desk, dewi)]
    assert read(desk, dewi, ids[0]).count == 1
    assert desk.call(show_badges, by=dewi).notices == 1
    assert read(desk, dewi, *ids, *ids).count == 1
    assert desk.call(show_badges, by=dewi).notices == 0


def test_somebody_elses_notice_looks_like_none(desk: Desk, dewi: Actor) -> None:
    rina = desk.employee("Rina")
    with pytest.raises(RecordMissing):
        read(desk, rina, told(desk, dewi)[0].id)
    assert not told(desk, dewi)[0].is_read


def test_a_notice_that_never_was_is_missing(desk: Desk, dewi: Actor) -> None:
    with pytest.raises(RecordMissing):
        read(desk, dewi, "nothing")


def test_at_most_a_hundred_are_marked_at_once(desk: Desk, dewi: Actor) -> None:
    with pytest.raises(InvalidField, match="paling banyak 100"):
        read(desk, dewi, *map(str, range(101)))
