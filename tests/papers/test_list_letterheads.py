"""The list of letterheads."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from functions.papers.list_letterheads import ListedLetterheads, list_letterheads
from shared.directory.model import ORGANISATIONS, Organisation, OrganisationKind

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.papers.office import Office


def listed(office: Office, by: Actor) -> list[str]:
    answer: ListedLetterheads = office.desk.call(list_letterheads, by=by)
    return [it.organisation_id for it in answer.items]


def test_who_manages_all_sees_the_regency_first_and_no_body_of_its_own(office: Office, regency: Actor) -> None:
    assert listed(office, regency) == ["pemkab", "bkpsdm", "diskominfo", "uptd"]


def test_an_administrator_of_one_office_sees_it_and_its_parts(office: Office, stranger: Actor) -> None:
    assert listed(office, office.ratna) == ["diskominfo", "uptd"]
    assert listed(office, stranger) == ["dinsos"]


def test_an_office_that_is_dissolved_states_nothing_any_more(office: Office, regency: Actor) -> None:
    yesterday = office.desk.clock.now().date() - timedelta(days=1)
    office.desk.given(
        ORGANISATIONS, Organisation("uptd", OrganisationKind.OPD, "UPTD", "UPTD", "diskominfo", ends_on=yesterday)
    )
    assert "uptd" not in listed(office, regency)


def test_the_list_tells_what_has_been_stated(office: Office) -> None:
    office.change(number_code="416-114")
    office.send()
    answer: ListedLetterheads = office.desk.call(list_letterheads, by=office.ratna)
    assert [(it.number_code, it.is_stated, it.has_logo) for it in answer.items] == [
        ("416-114", True, True),
        ("", False, False),
    ]
