"""Taking an office's own logo off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.papers.domain.letterhead import KopOfAnother
from functions.papers.remove_logo import LogoRemoved, LogoToRemove, remove_logo
from shared.refusals import RecordMissing

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.papers.office import Office


def remove(office: Office, by: Actor | None = None, organisation_id: str = "") -> LogoRemoved:
    which = LogoToRemove(organisation_id or office.id)
    answer: LogoRemoved = office.desk.call(remove_logo, which, by=by or office.ratna)
    return answer


def test_the_logo_is_off_and_the_rest_stays(office: Office) -> None:
    office.change(address="Jalan F")
    office.send()
    assert not remove(office).already
    assert (office.shown().has_logo, office.shown().address) == (False, "Jalan F")
    assert remove(office).already


def test_nobody_takes_the_logo_of_another_office_off(office: Office, stranger: Actor) -> None:
    with pytest.raises(KopOfAnother):
        remove(office, by=stranger)
    with pytest.raises(RecordMissing):
        remove(office, organisation_id="none")
