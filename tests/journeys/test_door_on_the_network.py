"""A meeting with a kiosk at its door and guests in its hall, on the office's network and over TLS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.crashes.evidence import text_of
from tests.journeys.conftest import Devices
from tests.journeys.installed import settle_in
from tests.journeys.network import browser_of, trusting_home
from tests.journeys.people import ADITYA, DEWI, sees_verdict, sign_in
from tests.journeys.test_attendance import download, open_hall, read_code
from tests.journeys.test_guests import TITLE, create_meeting_with_guests, fill_in, open_form
from tests.journeys.test_kiosk import read_by_usb, shown_code

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Playwright

    from tests.lan.office import Office


def test_kiosk_and_guest_meet_on_the_paper_that_the_organiser_closes(
    playwright: Playwright, network_office: Office, tmp_path: Path
) -> None:
    password = network_office.password()
    with browser_of(playwright, trusting_home(tmp_path, network_office)) as browser:
        devices = Devices(browser.new_context, network_office)
        desk = devices.desk()
        sign_in(desk, DEWI, password)
        create_meeting_with_guests(desk)
        agenda = desk.url
        wall = open_hall(devices, desk)

        tablet = devices.window(1280, 800)
        sign_in(tablet, DEWI, password)
        tablet.goto(f"{agenda}/kios")
        tablet.get_by_role("button", name="Mulai kios").click()
        expect(tablet.get_by_text("Tersambung")).to_be_visible()
        phone = devices.phone(keeps=True)
        settle_in(phone, ADITYA, password)
        phone.goto("/kode-saya")
        read_by_usb(tablet, shown_code(phone))
        expect(tablet.get_by_text("HADIR TERCATAT")).to_be_visible()

        guest = open_form(devices, read_code(wall))
        fill_in(guest, "Ratna Wijaya", "PT Angin Timur")
        sees_verdict(guest, "HADIR TERCATAT", "Ratna Wijaya", TITLE)
        expect(wall.get_by_text("1 hadir dari 1 + 1 tamu")).to_be_visible()

        desk.goto(f"{agenda}/kehadiran")
        desk.get_by_role("button", name="Tutup absensi").click()
        desk.get_by_role("dialog").get_by_role("button", name="Tutup absensi").click()
        expect(desk.get_by_text("Daftar hadir versi 1")).to_be_visible()
        words = text_of(download(desk, tmp_path / "daftar-hadir.pdf"))
        assert all(word in words for word in (ADITYA.name, "Ratna Wijaya", "PT Angin Timur"))
        assert devices.complaints == []
