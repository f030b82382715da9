"""What an import writes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from functions.portal.find_people import Search, find_people
from shared.accounts.login import LOGINS, Login, login_key
from shared.directory.directory import Directory
from shared.directory.model import PERSON_CARDS, PERSONS, Person, PersonCard
from shared.directory.people import new_person_id
from shared.directory.standing import STANDINGS, Held, Standing
from shared.directory.words import beginnings
from shared.jobs.job import JobState
from shared.rules.appointment import AppointmentKind
from tests.directory.importing import BUDI, JOKO, SITI, table

if TYPE_CHECKING:
    from tests.directory.importing import Importer


def test_imported_people_are_there_with_their_standing_and_are_found(importer: Importer) -> None:
    job = importer.bring_in(table(BUDI, SITI, JOKO))
    assert (job.state, job.created, job.is_cancellable) == (JobState.COMPLETED, 3, False)
    key = new_person_id(BUDI[0])
    assert importer.desk.found(PERSONS, key) == Person(key, BUDI[1], BUDI[0], BUDI[2], BUDI[3])
    standing = importer.desk.found(STANDINGS, key)
    assert standing is not None
    assert (standing.name, standing.nip, standing.held) == (BUDI[1], BUDI[0], ())
    found = importer.desk.call(find_people, Search("budi san"), by=importer.by)
    assert [it.person_id for it in found.items] == [key]


def test_the_same_file_twice_changes_nothing(importer: Importer) -> None:
    importer.bring_in(table(BUDI, SITI, JOKO))
    before = importer.desk.records.get(PERSONS.stored, new_person_id(BUDI[0]))
    job = importer.bring_in(table(BUDI, SITI, JOKO))
    assert (job.created, job.changed, job.unchanged) == (0, 0, 3)
    assert importer.desk.records.get(PERSONS.stored, new_person_id(BUDI[0])) == before


def test_an_imported_address_takes_the_place_of_the_one_by_which_somebody_signs_in(importer: Importer) -> None:
    importer.bring_in(table(BUDI))
    key, old, new = new_person_id(BUDI[0]), BUDI[2], "budi.baru@mojokertokab.example"
    for login in (BUDI[0], old):
        importer.desk.given(LOGINS, Login(login, key))

    importer.bring_in(table((BUDI[0], BUDI[1], new, "")))

    names = [importer.desk.found(LOGINS, login_key(login)) for login in (BUDI[0], old, new)]
    assert names == [Login(BUDI[0], key), None, Login(new, key)]


def test_an_empty_cell_leaves_what_is_known_and_a_post_is_kept(importer: Importer) -> None:
    importer.bring_in(table(BUDI))
    key = new_person_id(BUDI[0])
    post = Held(
        "post", "Analis", AppointmentKind.DEFINITIF, date(2026, 1, 2), None, (), "bkpsdm", "BKPSDM", ("bkpsdm",)
    )
    importer.desk.given(STANDINGS, Standing(key, BUDI[1], BUDI[0], (post,)))
    importer.bring_in(table((BUDI[0], "Budi Santoso, S.Kom.", "", "")))
    person, standing = importer.desk.found(PERSONS, key), importer.desk.found(STANDINGS, key)
    assert person == Person(key, "Budi Santoso, S.Kom.", BUDI[0], BUDI[2], BUDI[3])
    assert standing == Standing(key, "Budi Santoso, S.Kom.", BUDI[0], (post,))


def test_somebody_in_a_post_is_still_found_by_its_title_and_office(importer: Importer) -> None:
    desk, nip = importer.desk, BUDI[0]
    person = desk.employee("Budi", organisation="bkpsdm", nip=nip)
    standing = Directory(desk.records, desk.clock.now()).standing(person.id)
    assert standing is not None
    desk.given(STANDINGS, standing)
    words = beginnings(("Budi", "Jabatan Budi", "Dinas Bkpsdm", "bkpsdm"), [nip])
    desk.given(PERSON_CARDS, PersonCard(person.id, "Budi", "Jabatan Budi", "Dinas Bkpsdm", words))
    importer.bring_in(table((nip, "Budi Santoso", "", "")))
    for text in ("santoso", "jabatan bkpsdm", nip):
        found = desk.call(find_people, Search(text), by=importer.by)
        assert [(it.name, it.position_title) for it in found.items] == [("Budi Santoso", "Jabatan Budi")]


def test_events_that_come_again_write_nothing_twice(importer: Importer) -> None:
    rows = [("", f"Pegawai {number}", f"p{number}@mojokertokab.example", "") for number in range(120)]
    job = importer.bring_in(table(*rows))
    importer.desk.deliver_again()
    assert importer.job(job.id) == job
    assert len(importer.report(job)) == 120
    written = importer.desk.records.get(PERSONS.stored, new_person_id("p7@mojokertokab.example"))
    assert written is not None
    assert written["version"] == 1
