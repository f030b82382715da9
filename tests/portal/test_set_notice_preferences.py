"""Choosing how to be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.portal.domain.notice import NoticeChoice
from functions.portal.set_notice_preferences import ChosenPreferences, set_notice_preferences
from functions.portal.show_notice_preferences import ShownPreferences, show_notice_preferences
from shared.kernel.problems import Stale
from shared.refusals import InvalidField
from shared.rules.notice import NoticeKind
from tests.portal.notices import tell, told

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

SILENT = NoticeChoice(NoticeKind.AGENDA_CANCELLED, in_app=False, by_mail=False)


@pytest.fixture
def dewi(desk: Desk) -> Actor:
    return desk.employee("Dewi")


def choose(desk: Desk, by: Actor, *choices: NoticeChoice, version: int = 0) -> None:
    desk.call(set_notice_preferences, ChosenPreferences(choices, 18, 7, digest=True, version=version), by=by)


def shown(desk: Desk, by: Actor) -> ShownPreferences:
    answer: ShownPreferences = desk.call(show_notice_preferences, by=by)
    return answer


def test_what_was_chosen_holds_from_the_next_notice_on(desk: Desk, dewi: Actor) -> None:
    choose(desk, dewi, SILENT)
    tell(desk, dewi)
    assert told(desk, dewi) == []
    found = shown(desk, dewi)
    assert (found.quiet_from, found.quiet_to, found.digest, found.version) == (18, 7, True, 1)
    assert SILENT in found.choices


def test_a_choice_that_was_made_elsewhere_meanwhile_is_not_overwritten(desk: Desk, dewi: Actor) -> None:
    choose(desk, dewi, SILENT)
    choose(desk, dewi, version=1)
    with pytest.raises(Stale):
        choose(desk, dewi, SILENT, version=1)
    assert SILENT not in shown(desk, dewi).choices


@pytest.mark.parametrize(
    "choices", [(SILENT, SILENT), (NoticeChoice(NoticeKind.MAIL_GIVEN_UP, in_app=False, by_mail=False),)]
)
def test_each_kind_is_chosen_once_and_that_mail_failed_is_always_told(
    desk: Desk, dewi: Actor, choices: tuple[NoticeChoice, ...]
) -> None:
    with pytest.raises(InvalidField, match="Pilih sekali"):
        choose(desk, dewi, *choices)
