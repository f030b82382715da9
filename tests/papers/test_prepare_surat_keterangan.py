"""Preparing a surat keterangan takes a number, and every number of a series has exactly one row."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from functions.papers.domain.surat_keterangan import (
    AddressMissing,
    DataChange,
    EmployeeElsewhere,
    NumberCodeMissing,
    SignerElsewhere,
)
from functions.papers.prepare_surat_keterangan import prepare_surat_keterangan
from shared.directory.model import APPOINTMENTS, POSITIONS, Position
from shared.kernel.problems import KeyReused
from shared.permissions import Permission
from shared.ports.records import Busy
from shared.refusals import InvalidField, RecordMissing
from shared.register import OF_SERIES, REGISTER
from shared.rules.appointment import Appointment, AppointmentKind
from tests.papers.letters import NAME

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.papers.letters import Letters
    from tests.papers.office import Office


def serials(letters: Letters, series: str = "surat-keluar:416-114:2026") -> list[int]:
    return [entry.serial for entry in letters.desk.all(REGISTER, OF_SERIES, series)]


def test_numbers_count_from_one_under_the_offices_code(letters: Letters) -> None:
    assert [letters.prepare().number for _ in range(3)] == [
        "800.1.13/1/416-114/2026",
        "800.1.13/2/416-114/2026",
        "800.1.13/3/416-114/2026",
    ]
    assert serials(letters) == [1, 2, 3]


def test_a_retry_gets_its_own_number_again(letters: Letters) -> None:
    first = letters.prepare(key="k")
    assert letters.prepare(key="k") == first
    with pytest.raises(KeyReused):
        letters.prepare(key="k", basis="Akta lain")
    assert serials(letters) == [1]


def test_what_is_refused_takes_no_number(letters: Letters) -> None:
    with pytest.raises(InvalidField):
        letters.prepare(changes=())
    assert serials(letters) == []
    assert letters.prepare().number.startswith("800.1.13/1/")


def test_a_series_begins_anew_with_the_year_of_mojokerto_and_not_of_greenwich(letters: Letters) -> None:
    letters.desk.clock.set(datetime(2026, 12, 31, 16, 59, tzinfo=UTC))
    assert letters.prepare().number == "800.1.13/1/416-114/2026"
    letters.desk.clock.pass_(minutes=1)
    assert letters.prepare().number == "800.1.13/1/416-114/2027"


def test_many_who_take_a_number_at_once_leave_no_gap_and_take_none_twice(letters: Letters) -> None:
    crowd = 12
    ready = threading.Barrier(crowd)

    def take(_: int) -> str:
        ready.wait(30)
        while True:
            try:
                return letters.prepare().number
            except Busy:  # nothing was written, so the caller tries again
                continue

    with ThreadPoolExecutor(crowd) as pool:
        numbers = list(pool.map(take, range(crowd)))
    assert serials(letters) == list(range(1, crowd + 1))
    assert sorted(int(number.split("/")[1]) for number in numbers) == list(range(1, crowd + 1))


def test_a_part_of_an_office_counts_in_the_series_of_the_code_above_it(letters: Letters) -> None:
    putri = letters.desk.employee("Putri", Permission.MANAGE_OFFICE, organisation="uptd")
    member = letters.desk.employee("Anton", organisation="uptd")
    letters.prepare()
    assert letters.prepare(by=putri, person_id=member.id).number == "800.1.13/2/416-114/2026"


def test_an_office_without_a_code_takes_no_number(office: Office, letters: Letters, stranger: Actor) -> None:
    with pytest.raises(NumberCodeMissing):
        letters.prepare(by=stranger, person_id=stranger.id, signer_id=stranger.id)
    office.change(by=stranger, organisation_id="dinsos", number_code="416-105")
    taken = letters.prepare(by=stranger, person_id=stranger.id, signer_id=stranger.id)
    assert taken.number == "800.1.13/1/416-105/2026"


def test_no_number_is_taken_before_the_portal_has_an_address(letters: Letters) -> None:
    letters.desk.public_url = "http://127.0.0.1:8080"
    with pytest.raises(AddressMissing):
        letters.prepare()
    assert serials(letters) == []


def test_an_administrator_of_one_office_states_nothing_of_anothers_employee(
    letters: Letters, stranger: Actor, regency: Actor
) -> None:
    with pytest.raises(EmployeeElsewhere):
        letters.prepare(person_id=stranger.id)
    with pytest.raises(SignerElsewhere):
        letters.prepare(by=regency)
    with pytest.raises(RecordMissing):
        letters.prepare(person_id="nobody")
    with pytest.raises(RecordMissing):
        letters.prepare(signer_id="nobody")


def test_who_manages_all_offices_states_it_of_anybody(letters: Letters, office: Office, regency: Actor) -> None:
    office.change(by=regency, organisation_id="bkpsdm", number_code="416-204")
    assert letters.prepare(by=regency, signer_id=regency.id).number == "800.1.13/1/416-204/2026"


def test_an_official_of_another_office_signs_where_he_acts(letters: Letters, stranger: Actor) -> None:
    with pytest.raises(SignerElsewhere):
        letters.prepare(signer_id=stranger.id)
    letters.desk.given(POSITIONS, Position("kepala", "diskominfo", "Kepala Dinas Kominfo"))
    begun = letters.desk.clock.now().date() - timedelta(days=9)
    letters.desk.given(APPOINTMENTS, Appointment("kepala", stranger.id, AppointmentKind.PLT, begun))
    prepared = letters.prepare(signer_id=stranger.id)
    assert letters.shown(prepared.letter_id).signature_lines == ("Plt. KEPALA DINAS KOMINFO,",)


@pytest.mark.parametrize(
    ("pointer", "fields"),
    [
        ("/changes", {"changes": (NAME,) * 11}),
        ("/changes/0/after", {"changes": (DataChange("Nama", "sama", "sama"),)}),
        ("/in_name_of", {"through": "Sekretaris Daerah"}),
        ("/in_name_of", {"in_name_of": "Jabatan Tini"}),
    ],
)
def test_what_no_letter_may_state_is_refused_at_its_field(
    letters: Letters, pointer: str, fields: dict[str, Any]
) -> None:
    with pytest.raises(InvalidField) as refused:
        letters.prepare(**fields)
    assert refused.value.facts["errors"][0]["pointer"] == pointer


def test_who_manages_no_office_prepares_nothing(letters: Letters) -> None:
    token = letters.desk.token(letters.budi)
    answer = letters.desk.request(prepare_surat_keterangan, json_body={}, token=token)
    assert answer.status_code == 403
