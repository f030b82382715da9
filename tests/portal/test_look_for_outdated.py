"""After an update, what an earlier version wrote is made anew by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.portal.look_for_outdated import look_for_outdated
from functions.portal.office import prepare_office
from shared.directory.model import PERSON_CARDS, PERSONS, Person
from shared.events.portal import RebuildMoved
from shared.rebuild.state import DERIVED, DERIVED_KEY, Derived, current
from shared.values import Secret
from tests.rebuild.store import job

if TYPE_CHECKING:
    from tests.desk import Desk


def look(desk: Desk) -> list[RebuildMoved]:
    desk.run_scheduled(look_for_outdated)
    desk.deliver()
    desk.clock.pass_(minutes=5)
    return desk.announced(RebuildMoved)


def test_a_store_of_a_release_that_kept_no_versions_is_made_anew_once(desk: Desk) -> None:
    desk.given(PERSONS, Person("p-0", "Calon"))
    told = look(desk)
    assert desk.found(PERSON_CARDS, "p-0") is not None
    assert job(desk, told[0].job_id).owner_id == "portal_look_for_outdated"
    assert look(desk) == told


def test_only_what_another_version_wrote_is_made_anew(desk: Desk) -> None:
    desk.given(DERIVED, Derived({**current().versions, "people": 0}))
    (told,) = look(desk)
    assert told.left == ("people",)
    state = desk.found(DERIVED, DERIVED_KEY)
    assert state is not None
    assert state.versions == current().versions


def test_a_new_office_has_nothing_to_make_anew(desk: Desk) -> None:
    prepare_office(desk, "Kabupaten Mojokerto", Secret("a secret of the tests, long enough"))
    assert look(desk) == []
