"""The recap: a chart of one's own months, the office person by person, and the same as a file."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from shared.rules.calendar import WIB
from tests.cloud.waiting import eventually
from tests.journeys.meetings import call_meeting
from tests.journeys.people import ARIF, DEWI, sign_in
from tests.server import Caller

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.conftest import Devices
    from tests.server import Served

pytestmark = pytest.mark.parametrize("server", ["embedded"], indirect=True)


def test_a_closed_list_shows_in_the_recap_of_person_and_office_and_in_its_file(
    devices: Devices, server: Served, password: str, tmp_path: Path
) -> None:
    meeting = call_meeting(server, ARIF, DEWI, starts_in=timedelta(hours=-1), lasts=timedelta(hours=2))
    year = datetime.now(WIB).year
    before = invited(server, year)
    meeting.close()
    eventually(lambda: invited(server, year) > before)

    desk = devices.desk()
    sign_in(desk, ARIF, password)
    desk.goto("/agenda")
    desk.get_by_role("link", name="Rekap kehadiran").click()
    expect(desk.get_by_role("figure").first).to_contain_text("Anda hadir pada")
    desk.locator("summary", has_text="Angka per bulan").click()
    expect(desk.get_by_role("table", name="Angka per bulan")).to_be_visible()

    desk.get_by_role("tab", name="OPD").click()
    people = desk.get_by_role("table", name="Angka per orang")
    expect(people.get_by_role("rowheader", name=ARIF.name)).to_be_visible()
    expect(desk.get_by_role("tab", name="Kabupaten")).to_have_count(0)
    with desk.expect_download() as download:
        desk.get_by_role("button", name="Unduh Excel per orang").click()
    download.value.save_as(tmp_path / "rekap.xlsx")
    [sheet] = load_workbook(tmp_path / "rekap.xlsx").worksheets
    assert {ARIF.name, DEWI.name} <= {row[1] for row in sheet.iter_rows(values_only=True)}


def invited(server: Served, year: int) -> int:
    """Return how many invitations of Arif's the recap counts."""
    with Caller(server) as caller:
        path = f"eagenda-show-own-recap?year={year}&first_month=1&last_month=12"
        return int(caller.get(path, server.token(ARIF.person_id)).body["recap"]["counts"]["invited"])
