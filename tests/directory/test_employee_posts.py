"""The first post of an employee, given by an import."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from shared.directory.model import (
    APPOINTMENTS,
    BY_PERSON,
    OF_ORGANISATION,
    ORGANISATIONS,
    PERSON_CARDS,
    PERSONS,
    POSITIONS,
    SEATS,
    Organisation,
    OrganisationKind,
    Position,
)
from shared.directory.people import new_person_id
from shared.directory.standing import STANDINGS
from shared.jobs.job import JobState, RowVerdict
from shared.rules.appointment import Appointment, AppointmentKind
from tests.desk import MORNING
from tests.directory.importing import BUDI, JOKO, SITI, table

if TYPE_CHECKING:
    from tests.directory.importing import Importer

TODAY = MORNING.date()
Row = tuple[str, ...]


def in_post(who: Row, title: str, office: str = "bkpsdm", rank_class: str = "", starts_on: str = "") -> Row:
    return (*who, title, office, rank_class, starts_on)


def holders(importer: Importer, title: str) -> list[str]:
    """Return who holds the posts of a title in BKPSDM."""
    posts = importer.desk.all(SEATS, OF_ORGANISATION, "bkpsdm")
    names = {it.position_id: importer.desk.found(POSITIONS, it.position_id) for it in posts}
    wanted = [it for it in posts if (known := names[it.position_id]) and known.title == title]
    return sorted(held.person_id for seat in wanted for held in seat.appointments)


def refusals(importer: Importer, *rows: Row) -> list[str]:
    """Check a file and return why rows are refused."""
    _, job = importer.check(table(*rows))
    return [line.detail for line in importer.report(job) if line.verdict is RowVerdict.REFUSED]


def test_an_employee_comes_with_a_post_rights_and_a_card_that_names_it(importer: Importer) -> None:
    job = importer.bring_in(table(in_post(BUDI, "Analis Kepegawaian", "BKPSDM", "Ahli Muda", "02/01/2026")))
    assert (job.state, job.created) == (JobState.COMPLETED, 1)
    key = new_person_id(BUDI[0])
    standing, card = importer.desk.found(STANDINGS, key), importer.desk.found(PERSON_CARDS, key)
    assert standing is not None
    assert card is not None
    [held] = standing.held
    assert (held.position_title, held.organisation_id, held.roles) == ("Analis Kepegawaian", "bkpsdm", ("pegawai",))
    assert (held.starts_on, held.ends_on) == (date(2026, 1, 2), None)
    assert (card.position_title, card.organisation_name) == ("Analis Kepegawaian", "Dinas Bkpsdm")
    position = importer.desk.found(POSITIONS, held.position_id)
    assert position is not None
    assert position.rank_class == "ahli-muda"


def test_the_same_file_twice_changes_nothing(importer: Importer) -> None:
    file = table(in_post(BUDI, "Analis"), in_post(SITI, "Analis"), in_post(JOKO, "Analis"))
    importer.bring_in(file)
    assert importer.bring_in(file).unchanged == 3
    assert len(holders(importer, "Analis")) == 3


def test_events_that_come_again_appoint_nobody_twice(importer: Importer) -> None:
    importer.bring_in(table(in_post(BUDI, "Analis")))
    importer.desk.deliver_again()
    assert len(importer.desk.all(APPOINTMENTS, BY_PERSON, new_person_id(BUDI[0]))) == 1


def test_somebody_known_without_a_post_gets_one(importer: Importer) -> None:
    importer.bring_in(table(BUDI))
    _, check = importer.check(table(in_post(BUDI, "Analis")))
    assert [(it.verdict, it.detail) for it in importer.report(check)] == [(RowVerdict.CHANGED, "Jabatan: Analis")]
    importer.bring_in(table(in_post(BUDI, "Analis")))
    assert holders(importer, "Analis") == [new_person_id(BUDI[0])]


def test_a_vacant_post_of_that_name_is_filled_once_and_the_next_clerk_gets_their_own(importer: Importer) -> None:
    importer.desk.given(POSITIONS, Position("post-analis", "bkpsdm", "Analis"))
    importer.bring_in(table(in_post(BUDI, "Analis"), in_post(SITI, "Analis")))
    seat = importer.desk.found(SEATS, "post-analis")
    assert seat is not None
    assert [it.person_id for it in seat.appointments] == [new_person_id(BUDI[0])]
    assert len(holders(importer, "Analis")) == 2


def test_a_head_s_post_has_one_holder(importer: Importer) -> None:
    importer.desk.given(POSITIONS, Position("post-kepala", "bkpsdm", "Kepala Badan", "II.b"))
    importer.bring_in(table(in_post(BUDI, "Kepala Badan"), in_post(SITI, "Kepala Badan")), only_good=True)
    assert holders(importer, "Kepala Badan") == [new_person_id(BUDI[0])]
    assert refusals(importer, in_post(JOKO, "Kepala Badan")) == [
        "Jabatan ini sudah dipegang. Periksa di direktori, atau pakai Mutasi."
    ]


def test_who_holds_another_post_moves_by_a_rotation_alone(importer: Importer) -> None:
    importer.desk.employee("Budi", organisation="dinsos", nip=BUDI[0])
    assert refusals(importer, in_post(BUDI, "Analis")) == [
        "Masih menjabat Jabatan Budi. Pindahkan lewat Mutasi, atau kosongkan kolom jabatannya."
    ]
    assert refusals(importer, in_post((BUDI[0], "Budi", "", ""), "jabatan budi", "dinsos")) == []


def test_who_acts_in_a_post_still_gets_one_of_their_own(importer: Importer) -> None:
    importer.bring_in(table(BUDI))
    importer.desk.given(POSITIONS, Position("post-plt", "bkpsdm", "Kepala Bidang", "III.b"))
    acting = Appointment("post-plt", new_person_id(BUDI[0]), AppointmentKind.PLT, TODAY)
    importer.desk.given(APPOINTMENTS, acting)
    importer.bring_in(table(in_post(BUDI, "Analis")))
    assert holders(importer, "Analis") == [new_person_id(BUDI[0])]


@pytest.mark.parametrize(
    ("office", "starts_on", "fault"),
    [
        ("Dinas Antah Berantah", "", "OPD Dinas Antah Berantah tidak ada di direktori"),
        ("Desa Kembar", "", "Ada 2 organisasi bernama Desa Kembar"),
        ("Dinas Bubar", "", "tidak ada di direktori"),
        ("bkpsdm", "01/01/2099", "TMT jabatan belum tiba"),
    ],
)
def test_a_post_that_cannot_be_given_refuses_the_row(
    importer: Importer, office: str, starts_on: str, fault: str
) -> None:
    twins = [
        Organisation(code, OrganisationKind.DESA, "Desa Kembar", "", code=code) for code in ("35.16.01", "35.16.02")
    ]
    gone = Organisation("bubar", OrganisationKind.OPD, "Dinas Bubar", "Bubar", ends_on=date(2026, 1, 1))
    importer.desk.given(ORGANISATIONS, *twins, gone)
    [refusal] = refusals(importer, in_post(BUDI, "Analis", office, "", starts_on))
    assert fault in refusal
    assert refusals(importer, in_post(SITI, "Perangkat", "35.16.02")) == []
    assert importer.desk.found(PERSONS, new_person_id(BUDI[0])) is None
