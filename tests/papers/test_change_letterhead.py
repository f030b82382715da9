"""Stating the letterhead of an office."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from functions.papers.domain.letterhead import KopOfAnother, NumberCodeTaken
from shared.kernel.problems import Stale
from shared.refusals import InvalidField, RecordMissing

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.papers.office import Office


def test_an_office_states_where_it_is_found(office: Office) -> None:
    assert not office.change(address="Jalan Hasyim Ashari 12", postal_code="61318", number_code="416-114").already
    shown = office.shown()
    assert (shown.address, shown.postal_code, shown.number_code, shown.version) == (
        "Jalan Hasyim Ashari 12",
        "61318",
        "416-114",
        1,
    )


def test_stating_the_same_again_changes_nothing(office: Office) -> None:
    office.change(number_code="416-114")
    assert office.change(number_code="416-114", version=1).already
    assert office.shown().version == 1


def test_who_saw_an_older_letterhead_is_told(office: Office) -> None:
    office.change(address="Jalan B")
    with pytest.raises(Stale):
        office.change(address="Jalan C")
    assert office.shown().address == "Jalan B"


def test_a_code_that_is_another_offices_is_refused_also_after_that_office_has_left_it(
    office: Office, stranger: Actor
) -> None:
    office.change(number_code="416-114")
    office.change(number_code="416-115", version=1)
    for code in ("416-114", "416-115"):
        with pytest.raises(NumberCodeTaken, match="Dinas Komunikasi"):
            office.change(by=stranger, organisation_id="dinsos", number_code=code)
    assert not office.change(number_code="416-114", version=2).already


def test_a_code_in_other_letters_is_the_same_code(office: Office, stranger: Actor) -> None:
    office.change(number_code="KOMINFO")
    with pytest.raises(NumberCodeTaken):
        office.change(by=stranger, organisation_id="dinsos", number_code="Kominfo")


def test_of_two_offices_that_claim_a_code_at_once_one_gets_it(office: Office, stranger: Actor) -> None:
    ready = threading.Barrier(2)

    def claim(by: Actor, organisation_id: str) -> bool:
        ready.wait(10)
        try:
            office.change(by=by, organisation_id=organisation_id, number_code="416-114")
        except NumberCodeTaken:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        got = list(pool.map(claim, [office.ratna, stranger], [office.id, "dinsos"]))
    assert sorted(got) == [False, True]


@pytest.mark.parametrize(
    ("pointer", "fields"),
    [
        ("/postal_code", {"postal_code": "6131"}),
        ("/website", {"website": "https://diskominfo.mojokertokab.go.id"}),
        ("/email", {"email": "diskominfo"}),
        ("/number_code", {"number_code": "416/114"}),
        ("/number_code", {"number_code": ".."}),
        ("/name_lines", {"name_lines": ("a", "b", "c", "d")}),
    ],
)
def test_what_no_kop_may_hold_is_refused_at_its_field(office: Office, pointer: str, fields: dict[str, Any]) -> None:
    with pytest.raises(InvalidField) as refused:
        office.change(**fields)
    assert refused.value.facts["errors"][0]["pointer"] == pointer


def test_an_administrator_of_one_office_states_that_of_a_part_of_it_and_of_no_other(
    office: Office, stranger: Actor
) -> None:
    assert not office.change(organisation_id="uptd", address="Jalan D").already
    for organisation_id in ("pemkab", "dinsos"):
        with pytest.raises(KopOfAnother):
            office.change(organisation_id=organisation_id, address="x")
    with pytest.raises(KopOfAnother):
        office.change(by=stranger, address="x")


def test_who_manages_all_offices_states_every_letterhead(office: Office, regency: Actor) -> None:
    assert not office.change(by=regency, organisation_id="pemkab", name_lines=("Pemerintah Kabupaten X",)).already
    assert not office.change(by=regency, address="Jalan E").already


def test_an_organisation_that_does_not_exist_has_no_letterhead(office: Office, regency: Actor) -> None:
    with pytest.raises(RecordMissing):
        office.change(by=regency, organisation_id="none")
