"""Announcing a logo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.papers.domain.letterhead import KopOfAnother
from shared.refusals import InvalidField, RecordMissing

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.papers.office import Office


def test_the_link_is_for_this_file_and_for_minutes(office: Office) -> None:
    begun = office.begin()
    assert begun.headers["Content-Type"] == "image/png"
    assert begun.expires_at > office.desk.clock.now()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("logo.svg", "skrip"), ("LOGO.SVG", "skrip"), ("logo.gif", "PNG atau JPEG"), ("png", "PNG atau JPEG")],
)
def test_a_drawing_and_other_kinds_are_refused_by_name(office: Office, name: str, sentence: str) -> None:
    with pytest.raises(InvalidField, match=sentence):
        office.begin(name)


def test_a_file_that_is_far_too_large_is_refused_before_it_is_sent(office: Office) -> None:
    with pytest.raises(InvalidField, match="terlalu besar"):
        office.begin(content=b"x" * 10_000_001)


def test_nobody_announces_a_logo_of_another_office(office: Office, stranger: Actor) -> None:
    with pytest.raises(KopOfAnother):
        office.begin(by=stranger)
    with pytest.raises(RecordMissing):
        office.begin(organisation_id="none")
