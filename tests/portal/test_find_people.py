"""Finding people by name, position, office or NIP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.portal.find_people import FoundPeople, FoundPerson, Search, find_people
from shared.directory.model import PERSON_CARDS, PersonCard
from shared.directory.words import beginnings
from shared.permissions import Permission
from tests.portal.accounts import NIP

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


def card(number: int, name: str, title: str, office: str, nip: str | None = None) -> PersonCard:
    words = beginnings((name, title, office), [nip] if nip else [])
    return PersonCard(f"p-{number:03}", name, title, office, words)


SURYA = card(1, "Dr. H. Surya Kertapati, M.Si.", "Kepala Dinas", "Dinas Kesehatan", NIP)
SITI = card(2, "Siti Nur Aisyah", "Kepala Bidang Aptika", "Dinas Komunikasi dan Informatika")
RENE = card(3, "Ren\u00e9 Sutrisno", "Camat Trowulan", "Kecamatan Trowulan")


@pytest.fixture
def dewi(desk: Desk) -> Actor:
    """Return somebody who may search among three people."""
    desk.given(PERSON_CARDS, SURYA, SITI, RENE)
    return desk.employee("Dewi", Permission.READ_DIRECTORY)


def found(desk: Desk, by: Actor, text: str) -> FoundPeople:
    answer: FoundPeople = desk.call(find_people, Search(text), by=by)
    return answer


def ids(desk: Desk, by: Actor, text: str) -> list[str]:
    return [person.person_id for person in found(desk, by, text).items]


def test_a_person_is_found_with_position_and_office(desk: Desk, dewi: Actor) -> None:
    answer = found(desk, dewi, "siti")
    assert answer.items == (FoundPerson("p-002", SITI.name, SITI.position_title, SITI.organisation_name),)
    assert not answer.more


@pytest.mark.parametrize(
    "text",
    [
        "Siti Nur Aisyah",
        "aisyah siti",
        "NUR komunikasi",
        "inform kepala ais",
        "siti n",
        "komunikasi dan informatika aptika",
    ],
)
def test_every_word_counts_in_any_order_by_its_beginning(desk: Desk, dewi: Actor, text: str) -> None:
    assert ids(desk, dewi, text) == ["p-002"]


@pytest.mark.parametrize("text", ["rene", "Ren\u00e9", "RENE\u0301 trowulan"])
def test_accents_make_no_difference(desk: Desk, dewi: Actor, text: str) -> None:
    assert ids(desk, dewi, text) == ["p-003"]


def test_a_name_copied_from_a_letter_with_its_titles_is_found(desk: Desk, dewi: Actor) -> None:
    assert ids(desk, dewi, SURYA.name) == ["p-001"]


@pytest.mark.parametrize("text", ["siti camat", "isyah", "zz", "--", "\N{BULLET}\N{BULLET}"])
def test_one_word_that_does_not_fit_finds_nobody(desk: Desk, dewi: Actor, text: str) -> None:
    assert found(desk, dewi, text) == FoundPeople((), more=False)


@pytest.mark.parametrize("text", [NIP, "19940922 201903 1 903", f"surya {NIP}"])
def test_a_nip_finds_its_person_when_it_is_whole(desk: Desk, dewi: Actor, text: str) -> None:
    assert ids(desk, dewi, text) == ["p-001"]


@pytest.mark.parametrize("text", [NIP[:-1], NIP[:8], NIP[8:], "1994"])
def test_a_part_of_a_nip_finds_nobody(desk: Desk, dewi: Actor, text: str) -> None:
    assert ids(desk, dewi, text) == []


def test_those_found_come_in_order_of_name(desk: Desk, dewi: Actor) -> None:
    assert ids(desk, dewi, "kepala") == ["p-001", "p-002"]


def test_of_more_than_a_hundred_the_first_hundred_are_shown_and_it_is_said(desk: Desk, dewi: Actor) -> None:
    staff = [card(number, f"Staf {number:03}", "Pelaksana", "Bagian Umum") for number in range(10, 111)]
    desk.given(PERSON_CARDS, *staff)

    answer = found(desk, dewi, "staf")
    assert ([it.name for it in answer.items], answer.more) == ([it.name for it in staff[:100]], True)
    assert not found(desk, dewi, "staf 05").more


def test_exactly_a_hundred_are_all(desk: Desk, dewi: Actor) -> None:
    desk.given(PERSON_CARDS, *(card(number, f"Staf {number:03}", "Pelaksana", "Umum") for number in range(10, 110)))
    answer = found(desk, dewi, "staf")
    assert (len(answer.items), answer.more) == (100, False)


def test_a_list_that_opens_while_somebody_types_asks_for_a_few(desk: Desk, dewi: Actor) -> None:
    answer = desk.call(find_people, Search("kepala", most=1), by=dewi)
    assert ([it.person_id for it in answer.items], answer.more) == (["p-001"], True)


def test_a_rare_pair_of_common_words_is_found_far_down_the_list(desk: Desk, dewi: Actor) -> None:
    many = [card(number, f"Aminah {number:03}", "Guru", "Dinas Pendidikan") for number in range(100, 400)]
    desk.given(PERSON_CARDS, *many, card(900, "Zulaikha", "Bidan", "Dinas Pendidikan"))

    assert ids(desk, dewi, "pendidikan bidan") == ["p-900"]


def test_no_number_of_a_person_is_in_what_is_found(desk: Desk, dewi: Actor) -> None:
    response = desk.request(find_people, json_body={"text": "surya"}, token=desk.token(dewi))
    assert response.status_code == 200
    assert NIP not in response.get_data(as_text=True)


@pytest.mark.parametrize("text", ["", " ", "s", "x" * 101])
def test_a_text_too_short_or_too_long_is_pointed_at(desk: Desk, dewi: Actor, text: str) -> None:
    response = desk.request(find_people, json_body={"text": text}, token=desk.token(dewi))
    assert (response.status_code, response.get_json()["errors"][0]["pointer"]) == (422, "/text")


def test_who_may_not_read_the_directory_finds_nobody(desk: Desk, dewi: Actor) -> None:
    assert dewi.permissions
    staff = desk.employee("Budi", Permission.ATTEND)
    response = desk.request(find_people, json_body={"text": "surya"}, token=desk.token(staff))
    assert (response.status_code, response.get_json()["type"]) == (403, "/problems/not-permitted")
