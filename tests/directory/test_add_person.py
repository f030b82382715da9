"""Adding people."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from functions.directory.add_person import PersonToAdd, add_person
from functions.directory.domain.people import EmailTaken, NipTaken
from functions.portal.find_people import Search, find_people
from shared.directory.model import PERSONS
from shared.refusals import InvalidField

if TYPE_CHECKING:
    from shared.directory.model import Person
    from tests.directory.posts import Posts

NIP = "198609262015051001"
PPPK = "199009132025242014"  # 24 stands for the agreement: no month, and right
PEOPLE = 4


def add(posts: Posts, name: str = "Siti Aminah, S.E.", nip: str = "", **more: str) -> str:
    person_id: str = posts.desk.call(add_person, PersonToAdd(name, nip, **more), by=posts.admin).person_id
    return person_id


def person(posts: Posts, person_id: str) -> Person:
    found = posts.desk.found(PERSONS, person_id)
    assert found is not None
    return found


def test_who_is_added_is_found_by_name_and_number(posts: Posts) -> None:
    person_id = add(posts, nip="19860926 201505 1 001", golongan="III/c", telephone="0812-3456-7890")

    added = person(posts, person_id)
    assert (added.nip, added.golongan, added.telephone, added.email) == (NIP, "III/c", "+6281234567890", None)
    for text in ("siti aminah", NIP):
        assert [it.person_id for it in posts.desk.call(find_people, Search(text), by=posts.admin).items] == [person_id]


def test_a_pppk_is_added_by_the_number_of_the_agreement(posts: Posts) -> None:
    assert person(posts, add(posts, nip=PPPK, golongan="IX")).nip == PPPK


def test_who_is_no_asn_needs_no_number_at_all(posts: Posts) -> None:
    added = person(posts, add(posts, "Ilham", nik="3516124209900003", email="Ilham@mojokertokab.example"))
    assert (added.nip, added.nik, added.email) == (None, "3516124209900003", "ilham@mojokertokab.example")


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("name", {"name": "--"}),
        ("nip", {"nip": "198613262015051001"}),  # the thirteenth month
        ("nip", {"nip": "198609262015053001"}),  # neither man nor woman
        ("nip", {"nip": "198609262015151001"}),  # neither a month nor an agreement
        ("golongan", {"nip": PPPK, "golongan": "III/a"}),
        ("golongan", {"nip": NIP, "golongan": "IX"}),
        ("golongan", {"nip": NIP, "golongan": "V/a"}),
        ("golongan", {"golongan": "III/a"}),
        ("email", {"email": "ilham di kantor"}),
        ("telephone", {"telephone": "12"}),
        ("nik", {"nik": "3516123102900003"}),
    ],
)
def test_what_is_wrong_is_pointed_at(posts: Posts, field: str, wrong: dict[str, str]) -> None:
    with pytest.raises(InvalidField) as refused:
        add(posts, **{"name": "Siti", **wrong})
    assert refused.value.facts["errors"][0]["pointer"] == f"/{field}"


def test_a_number_and_an_address_are_one_persons(posts: Posts) -> None:
    add(posts, "Siti", NIP, email="siti@mojokertokab.example")

    with pytest.raises(NipTaken, match="Siti"):
        add(posts, "Ani", NIP)
    with pytest.raises(EmailTaken):
        add(posts, "Ani", email="siti@mojokertokab.example")


def test_of_several_who_add_one_number_at_one_moment_one_is_accepted(posts: Posts) -> None:
    def is_added(number: int) -> bool:
        try:
            add(posts, f"Orang {number}", NIP)
        except NipTaken:
            return False
        return True

    with ThreadPoolExecutor(PEOPLE) as crowd:
        assert sum(crowd.map(is_added, range(PEOPLE))) == 1
