"""Changing what the directory says of people."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from functions.directory.domain.managing import PersonOutside
from functions.directory.domain.people import EmailTaken, NipTaken
from functions.directory.edit_person import PersonToEdit, edit_person
from functions.directory.show_person import WhichPerson, show_person
from functions.portal.find_people import Search, find_people
from shared.accounts.login import LOGINS, Login, login_key
from shared.directory.directory import Directory
from shared.directory.model import PERSONS
from shared.directory.standing import STANDINGS
from shared.kernel.problems import Stale
from shared.refusals import InvalidField, RecordMissing
from tests.directory.posts import YESTERDAY
from tests.directory.test_add_person import NIP, PPPK, add, person

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.directory.posts import Posts


def edit(posts: Posts, person_id: str, by: Actor | None = None, version: int = 0, **change: str) -> None:
    body = posts.desk.records.get(PERSONS.stored, person_id)
    now = version or (body["version"] if body else 1)
    posts.desk.call(edit_person, PersonToEdit(person_id, now, **change), by=by or posts.admin)


def test_a_new_name_is_shown_wherever_the_person_is(posts: Posts) -> None:
    posts.appoint(starts_on=YESTERDAY)
    edit(posts, "p-0", name="Calon Nol, S.H.", nip=NIP)

    assert posts.desk.signed_in("p-0").name == "Calon Nol, S.H."
    assert posts.desk.found(STANDINGS, "p-0") == Directory(posts.desk.records, posts.desk.clock.now()).standing("p-0")
    found = posts.desk.call(find_people, Search("nol sekretaris"), by=posts.admin).items
    assert [it.name for it in found] == ["Calon Nol, S.H."]


def test_what_is_absent_stays_and_an_empty_text_clears(posts: Posts) -> None:
    person_id = add(posts, nip=NIP, golongan="III/a", telephone="081234567890", nik="3516124209900003")
    edit(posts, person_id, telephone="")

    kept = person(posts, person_id)
    assert (kept.telephone, kept.nip, kept.golongan, kept.nik) == (None, NIP, "III/a", "3516124209900003")


def test_numbers_are_answered_masked(posts: Posts) -> None:
    person_id = add(posts, nip=NIP, telephone="081234567890", nik="3516124209900003")
    response = posts.desk.request(show_person, params={"person_id": person_id}, token=posts.desk.token(posts.admin))

    assert response.get_json()["nik"] == "3516••••••••0003"
    assert not any(number in response.get_data(as_text=True) for number in (NIP, "3516124209900003", "81234567890"))


def test_an_office_changes_neither_other_offices_people_nor_those_with_rights_beyond_it(posts: Posts) -> None:
    with pytest.raises(PersonOutside):
        edit(posts, "p-cahya", name="Orang lain")
    with pytest.raises(PersonOutside):
        edit(posts, "p-dian", by=posts.other, email="saya@mojokertokab.example")
    with pytest.raises(PersonOutside):
        edit(posts, "p-1", name="Tanpa jabatan")  # somebody else wrote them
    edit(posts, "p-1", by=posts.regency, name="Tanpa jabatan")
    posts.appoint(1)
    edit(posts, "p-1", name="Kini di sini")


def test_who_signs_in_by_a_number_signs_in_by_the_one_that_takes_its_place(posts: Posts) -> None:
    old, new = "lama@mojokertokab.example", "baru@mojokertokab.example"
    person_id = add(posts, nip=NIP, email=old)
    for login in (NIP, old):
        posts.desk.given(LOGINS, Login(login, person_id))

    edit(posts, person_id, email=new)

    names = [posts.desk.found(LOGINS, login_key(login)) for login in (NIP, old, new)]
    assert names == [Login(NIP, person_id), None, Login(new, person_id)]


def test_nobody_signs_in_by_a_number_that_is_theirs_no_more(posts: Posts) -> None:
    address = "bersama@mojokertokab.example"
    first, second = add(posts, nip=NIP, email=address), add(posts, "Siti", PPPK)
    for login, person_id in ((NIP, first), (address, first), (PPPK, second)):
        posts.desk.given(LOGINS, Login(login, person_id))

    edit(posts, first, email="")
    edit(posts, second, email=address)

    assert posts.desk.found(LOGINS, login_key(address)) == Login(address, second)


def test_who_has_no_account_gets_none_by_a_new_number(posts: Posts) -> None:
    person_id = add(posts, nip=NIP)
    edit(posts, person_id, email="baru@mojokertokab.example")
    assert posts.desk.found(LOGINS, login_key("baru@mojokertokab.example")) is None


def test_a_number_of_somebody_else_is_refused(posts: Posts) -> None:
    add(posts, "Siti", NIP, email="siti@mojokertokab.example")
    other = add(posts, "Ani")
    with pytest.raises(NipTaken):
        edit(posts, other, nip=NIP)
    with pytest.raises(EmailTaken):
        edit(posts, other, email="siti@mojokertokab.example")
    edit(posts, other, nip=PPPK)


def test_of_two_people_who_are_given_one_number_at_one_moment_one_has_it(posts: Posts) -> None:
    people = [add(posts, "Satu"), add(posts, "Dua"), add(posts, "Tiga")]

    def is_given(person_id: str) -> bool:
        try:
            edit(posts, person_id, nip=NIP)
        except NipTaken:
            return False
        return True

    with ThreadPoolExecutor(len(people)) as crowd:
        assert sum(crowd.map(is_given, people)) == 1


def test_an_old_version_a_wrong_field_and_nobody_are_refused(posts: Posts) -> None:
    person_id = add(posts)
    with pytest.raises(Stale):
        edit(posts, person_id, version=7, name="Siti")
    with pytest.raises(InvalidField):
        edit(posts, person_id, name="")
    with pytest.raises(RecordMissing):
        edit(posts, "nobody", name="Siti")
    assert posts.desk.call(show_person, WhichPerson(person_id), by=posts.admin).version == 1
