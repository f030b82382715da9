"""Finding single posts to invite."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.find_posts import FoundPosts, PostSearch, find_posts
from shared.directory.directory import Directory
from shared.directory.model import PERSON_CARDS, PERSONS
from shared.directory.people import card_of
from shared.directory.standing import STANDINGS
from tests.eagenda.inviting import TODAY, Offices
from tests.eagenda.meeting import ALL

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def dewi(desk: Desk) -> Actor:
    offices = Offices(desk)
    offices.post("dinsos-lama", "dinsos", "Kepala Seksi Lama", "IV.a")
    sri = desk.found(PERSONS, "p-sri")
    assert sri is not None
    desk.given(PERSON_CARDS, card_of(sri, "Kepala Dinas Sosial", "Dinas Sosial", "Dinsos"))
    standing = Directory(desk.records, desk.clock.now()).standing("p-sri")
    assert standing is not None
    desk.given(STANDINGS, standing)
    return desk.employee("Dewi", *ALL, organisation="bapenda")


def find(desk: Desk, by: Actor, text: str) -> FoundPosts:
    answer: FoundPosts = desk.call(find_posts, PostSearch(text, TODAY), by=by)
    return answer


def test_a_post_is_found_by_its_holders_words_and_by_the_beginning_of_its_title(desk: Desk, dewi: Actor) -> None:
    [head] = find(desk, dewi, "sosial kepala dinas").items
    assert (head.position_id, head.title, head.person_id, head.name) == (
        "dinsos-kepala",
        "Kepala Dinas Sosial",
        "p-sri",
        "Sri",
    )
    vacant, _ = find(desk, dewi, "camat").items
    assert (vacant.title, vacant.organisation_name, vacant.person_id) == ("Camat Jetis", "Kecamatan Jetis", "")


def test_the_highest_comes_first_and_a_word_that_nobody_has_finds_nothing(desk: Desk, dewi: Actor) -> None:
    titles = [it.title for it in find(desk, dewi, "kepala").items]
    assert titles[0] == "Kepala Dinas Sosial"
    assert set(titles) == {"Kepala Dinas Sosial", "Kepala Bidang", "Kepala UPTD", "Kepala Seksi Lama"}
    assert find(desk, dewi, "kepala perikanan").items == ()
