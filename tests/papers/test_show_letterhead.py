"""The page of a letterhead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.papers.domain.letterhead import KopOfAnother
from shared.refusals import RecordMissing

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.papers.office import Office


def test_what_was_never_stated_is_what_the_directory_knows(office: Office) -> None:
    shown = office.shown()
    assert (shown.organisation_name, shown.known_address, shown.known_contact, shown.version) == (
        "Dinas Komunikasi dan Informatika",
        "Jalan A 1",
        "T 1",
        0,
    )
    assert (shown.is_regency, shown.has_logo, shown.has_logo_of_regency) == (False, False, False)


def test_the_regencys_logo_is_told_beside_an_offices_own(office: Office, regency: Actor) -> None:
    office.send(organisation_id="pemkab", by=regency)
    assert (office.shown().has_logo, office.shown().has_logo_of_regency) == (False, True)
    of_regency = office.shown("pemkab", by=regency)
    assert (of_regency.is_regency, of_regency.has_logo) == (True, True)


def test_another_office_is_not_shown_it(office: Office, stranger: Actor) -> None:
    with pytest.raises(KopOfAnother):
        office.shown(by=stranger)


def test_an_organisation_that_does_not_exist_is_not_found(office: Office) -> None:
    with pytest.raises(RecordMissing):
        office.shown("none")
