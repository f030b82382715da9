"""An employee's whole numbers, and that somebody saw them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.disclose_person import disclose_person
from functions.directory.domain.managing import PersonOutside
from shared.directory.model import PERSONS, Person
from shared.disclosure import Disclosed, Identifier
from shared.permissions import Permission
from shared.refusals import RecordMissing
from tests.directory.disclosing import NIP

if TYPE_CHECKING:
    from tests.directory.disclosing import Disclosing


def test_who_manages_the_office_sees_the_whole_nip_and_the_employee_sees_that(disclosing: Disclosing) -> None:
    token = disclosing.desk.token(disclosing.admin)
    sent = {"person_id": disclosing.employee.id}
    response = disclosing.desk.request(disclose_person, json_body=sent, token=token)
    assert response.get_json() == {"nip": NIP, "nik": None, "telephone": None}

    [row] = disclosing.accesses().items
    assert (row.name, row.position_title, row.organisation_name) == ("Umi", "Jabatan Umi", "Dinas Diskominfo")
    assert (row.identifiers, row.operation) == ((Identifier.NIP,), "directory_disclose_person")
    assert row.at == disclosing.desk.clock.now()


def test_the_journal_keeps_that_it_was_asked_and_not_what_was_answered(disclosing: Disclosing) -> None:
    disclosing.disclose(disclosing.admin)
    [row] = disclosing.desk.journal()
    assert (row.operation, row.actor, row.answer) == ("directory_disclose_person", disclosing.admin.id, "")


def test_asking_again_under_the_same_key_is_seeing_it_again(disclosing: Disclosing) -> None:
    for _ in range(2):
        disclosing.disclose(disclosing.admin, key="one-key")
    assert len(disclosing.accesses().items) == 2


def test_nothing_is_written_down_where_there_was_nothing_to_see(disclosing: Disclosing) -> None:
    assert disclosing.disclose(disclosing.admin, disclosing.admin.id).nip is None
    assert disclosing.accesses(disclosing.admin).items == ()


def test_each_number_that_there_is_stands_in_the_row(disclosing: Disclosing) -> None:
    person = Person(disclosing.employee.id, "Tono", None, telephone="+6281234567890", nik="3516014409940003")
    disclosing.desk.given(PERSONS, person)
    shown = disclosing.disclose(disclosing.admin)
    assert (shown.nip, shown.nik == Disclosed("3516014409940003")) == (None, True)
    assert disclosing.accesses().items[0].identifiers == (Identifier.NIK, Identifier.TELEPHONE)


def test_the_office_above_and_who_manages_the_regency_see_it_too(disclosing: Disclosing) -> None:
    disclosing.disclose(disclosing.desk.employee("Vina", Permission.MANAGE_OFFICE, organisation="setda"))
    everywhere = (Permission.MANAGE_OFFICE, Permission.MANAGE_DIRECTORY)
    disclosing.disclose(disclosing.desk.employee("Wati", *everywhere, organisation="bkpsdm"))
    assert {it.name for it in disclosing.accesses().items} == {"Vina", "Wati"}


def test_who_manages_another_office_is_refused_and_leaves_no_row(disclosing: Disclosing) -> None:
    with pytest.raises(PersonOutside):
        disclosing.disclose(disclosing.desk.employee("Xena", Permission.MANAGE_OFFICE, organisation="dinsos"))
    assert disclosing.accesses().items == ()


def test_nobody_has_no_numbers(disclosing: Disclosing) -> None:
    with pytest.raises(RecordMissing):
        disclosing.disclose(disclosing.admin, "p-none")
