"""A person and what they held, hold and will hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.show_person import ShownPerson, WhichPerson, show_person
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.appointment import AppointmentKind
from tests.directory.posts import TODAY, TOMORROW, YESTERDAY
from tests.directory.test_add_person import add

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.directory.posts import Posts


def shown(posts: Posts, person_id: str, by: Actor) -> ShownPerson:
    answer: ShownPerson = posts.desk.call(show_person, WhichPerson(person_id), by=by)
    return answer


def test_positions_are_told_with_their_days_the_latest_first(posts: Posts) -> None:
    posts.appoint(kind=AppointmentKind.PLT, starts_on=YESTERDAY, ends_on=TODAY)
    posts.appoint(starts_on=TOMORROW)

    assert [(it.title, it.holds) for it in shown(posts, "p-0", posts.admin).positions] == [
        ("Sekretaris Camat", False),
        ("Plt. Sekretaris Camat", True),
    ]


def test_earlier_data_without_a_standing_tell_it_too(posts: Posts) -> None:
    assert [it.title for it in shown(posts, "p-ani", posts.regency).positions] == ["Jabatan Ani"]
    assert shown(posts, "p-3", posts.regency).positions == ()


def test_the_telephone_and_the_nik_are_for_who_manages_the_person(posts: Posts) -> None:
    person_id = add(posts, telephone="081234567890", nik="3516124209900003")

    assert (shown(posts, person_id, posts.other).telephone, shown(posts, person_id, posts.other).nik) == (None, None)
    assert not shown(posts, person_id, posts.other).manages
    assert shown(posts, person_id, posts.admin).nik is not None


def test_who_only_reads_the_directory_manages_nobody(posts: Posts) -> None:
    reader = posts.desk.employee("Eko", Permission.READ_DIRECTORY, organisation="trowulan")
    assert not shown(posts, "p-ani", reader).manages


def test_nobody_is_not_found(posts: Posts) -> None:
    with pytest.raises(RecordMissing):
        shown(posts, "nobody", posts.admin)
