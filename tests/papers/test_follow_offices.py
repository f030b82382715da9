"""Letters and their numbers follow their office to another place in the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.edit_organisation import OrganisationToEdit, edit_organisation
from functions.papers.records import SURAT_KETERANGAN
from shared.directory.model import ORGANISATIONS
from shared.permissions import Permission
from shared.register import REGISTER

if TYPE_CHECKING:
    from tests.papers.letters import Letters


def test_those_above_an_office_now_see_its_letters_and_numbers(letters: Letters) -> None:
    desk, office = letters.desk, letters.office.id
    letter = letters.prepare().letter_id
    desk.organisation("setda")
    dian = desk.employee("Dian", Permission.MANAGE_DIRECTORY, Permission.MANAGE_OFFICE, organisation="bkpsdm")
    body, now = desk.records.get(ORGANISATIONS.stored, office), desk.found(ORGANISATIONS, office)
    assert body is not None
    assert now is not None

    edit = OrganisationToEdit(office, body["version"], now.kind, now.name, now.short_name, "setda", "")
    desk.call(edit_organisation, edit, by=dian)
    desk.deliver()

    kept = desk.found(SURAT_KETERANGAN, letter)
    assert kept is not None
    number = desk.found(REGISTER, kept.entry)
    assert number is not None
    assert kept.organisation_path == number.organisation_path == (office, "setda")
