"""Search cards that follow the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.refresh_cards import refresh_cards
from shared.directory.model import PERSON_CARDS
from shared.events.directory import HoldersTouched
from tests.directory.posts import TODAY, TOMORROW

if TYPE_CHECKING:
    from tests.directory.posts import Posts


def titles(posts: Posts) -> list[str]:
    cards = (posts.desk.found(PERSON_CARDS, f"p-{number}") for number in range(2))
    return [card.position_title for card in cards if card]


def run(posts: Posts) -> None:
    posts.desk.run_scheduled(refresh_cards)
    posts.desk.deliver()


def test_a_card_shows_who_began_and_no_longer_who_ended(posts: Posts) -> None:
    posts.appoint(ends_on=TODAY)
    posts.appoint(1, starts_on=TOMORROW)
    run(posts)
    assert titles(posts) == ["Sekretaris Camat", ""]

    posts.desk.clock.pass_(days=1)
    run(posts)
    assert titles(posts) == ["", "Sekretaris Camat"]


def test_days_on_which_the_server_was_off_are_made_up_for(posts: Posts) -> None:
    run(posts)
    posts.appoint(ends_on=TODAY)
    posts.appoint(1, starts_on=TOMORROW)
    posts.desk.clock.pass_(days=20)
    run(posts)

    assert titles(posts) == ["", "Sekretaris Camat"]


def test_a_second_run_on_one_day_touches_nobody(posts: Posts) -> None:
    posts.appoint()
    run(posts)
    touched = len(posts.desk.announced(HoldersTouched))
    posts.desk.clock.pass_(minutes=1)
    run(posts)
    assert len(posts.desk.announced(HoldersTouched)) == touched
