"""The office that the tests of papers share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.directory.model import ORGANISATIONS, Organisation, OrganisationKind
from shared.permissions import Permission
from tests.papers.letters import Letters
from tests.papers.office import Office

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def office(desk: Desk) -> Office:
    desk.given(
        ORGANISATIONS,
        Organisation("pemkab", OrganisationKind.PEMDA, "Pemerintah Kabupaten Mojokerto", "Pemkab"),
        Organisation(
            "diskominfo",
            OrganisationKind.OPD,
            "Dinas Komunikasi dan Informatika",
            "Diskominfo",
            None,
            "Jalan A 1",
            "T 1",
        ),
        Organisation("uptd", OrganisationKind.OPD, "UPTD Pusat Data", "UPTD", "diskominfo"),
        Organisation("kantor-agama", OrganisationKind.VERTICAL, "Kantor Kementerian Agama", "Kemenag"),
    )
    return Office(desk)


@pytest.fixture
def stranger(desk: Desk) -> Actor:
    """Return the administrator of another office."""
    return desk.employee("Sari", Permission.MANAGE_OFFICE, organisation="dinsos")


@pytest.fixture
def regency(desk: Desk) -> Actor:
    """Return who manages all offices."""
    return desk.employee("Rahmat", Permission.MANAGE_OFFICE, Permission.MANAGE_DIRECTORY, organisation="bkpsdm")


@pytest.fixture
def letters(office: Office) -> Letters:
    """Return the office with its code, so that it may number letters."""
    office.change(number_code="416-114")
    return Letters(office)
