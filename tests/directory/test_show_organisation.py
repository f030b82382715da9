"""An organisation and who holds its posts on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.show_organisation import OrganisationOnDay, ShownOrganisation, show_organisation
from shared.directory.model import POSITIONS, Position
from shared.refusals import RecordMissing
from shared.rules.appointment import AppointmentKind
from tests.directory.posts import TODAY, TOMORROW

if TYPE_CHECKING:
    from datetime import date

    from shared.actor import Actor
    from tests.directory.posts import Posts


def shown(posts: Posts, day: date | None = None, by: Actor | None = None) -> ShownOrganisation:
    answer: ShownOrganisation = posts.desk.call(
        show_organisation, OrganisationOnDay("trowulan", day), by=by or posts.admin
    )
    return answer


def test_its_posts_are_shown_with_their_holders_the_highest_first(posts: Posts) -> None:
    posts.desk.given(POSITIONS, Position("camat", "trowulan", "Camat", "III.a"))
    posts.appoint(kind=AppointmentKind.PLT)

    found = [(it.title, [(held.name, held.kind) for held in it.holders]) for it in shown(posts).posts]
    assert found == [
        ("Camat", []),
        ("Sekretaris Camat", [("Calon 0", AppointmentKind.PLT)]),
        ("Jabatan Ani", [("Ani", AppointmentKind.DEFINITIF)]),
    ]


def test_it_tells_who_held_what_on_another_day(posts: Posts) -> None:
    posts.appoint(ends_on=TODAY)
    posts.appoint(1, starts_on=TOMORROW)

    today, tomorrow = shown(posts).posts[0].holders, shown(posts, TOMORROW).posts[0].holders
    assert ([it.name for it in today], [it.name for it in tomorrow]) == (["Calon 0"], ["Calon 1"])


def test_it_tells_what_it_is_part_of_and_who_may_change_it(posts: Posts) -> None:
    assert [it.id for it in shown(posts).above] == ["setda"]
    managing = [shown(posts, by=by).manages for by in (posts.admin, posts.above, posts.regency, posts.other)]
    assert managing == [True, True, True, False]


def test_what_does_not_exist_is_not_found(posts: Posts) -> None:
    with pytest.raises(RecordMissing):
        posts.desk.call(show_organisation, OrganisationOnDay("none"), by=posts.admin)
