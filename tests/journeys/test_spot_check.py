"""A spot check: the organiser begins it, the hall shows a number, a phone in the hall answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.meetings import call_meeting
from tests.journeys.people import ADITYA, DEWI, sign_in
from tests.server import Caller

if TYPE_CHECKING:
    from tests.journeys.conftest import Devices
    from tests.server import Served

pytestmark = pytest.mark.parametrize("server", ["embedded"], indirect=True)


def test_who_is_in_the_hall_answers_in_one_tap_and_the_organiser_sees_it(
    devices: Devices, server: Served, password: str
) -> None:
    meeting = call_meeting(server, ADITYA)
    with Caller(server) as caller:
        scan = {"agenda_id": meeting.id, "code": meeting.link().partition("#")[2]}
        assert caller.post("eagenda-record-attendance", scan, server.token(ADITYA.person_id)).status == 200

    desk, phone, wall = devices.desk(), devices.phone(), devices.wall()
    wall.goto(f"/agenda/{meeting.id}/layar#{meeting.hall_token()}")
    sign_in(desk, DEWI, password)
    desk.goto(f"/agenda/{meeting.id}/kehadiran?tab=cek-acak")
    desk.get_by_role("button", name="Mulai cek acak sekarang").click()
    expect(desk.get_by_role("row", name=ADITYA.name)).to_contain_text("Sedang ditanya")

    number = wall.get_by_text("Pilih angka ini di ponsel").locator("strong").inner_text()
    sign_in(phone, ADITYA, password)
    phone.get_by_role("button", name="Cek acak: angka di layar aula").click()
    phone.get_by_role("button", name=number, exact=True).click()
    expect(phone.get_by_text("Terima kasih, kehadiran Anda terverifikasi.").first).to_be_visible()
    phone.goto(f"/agenda/{meeting.id}/cek-acak")
    expect(phone.get_by_text("Terima kasih, kehadiran Anda terverifikasi.").first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(desk.get_by_role("row", name=ADITYA.name)).to_contain_text("Terverifikasi")
