"""An administrator adds a colleague and a post, puts the one into the other, and sees who held what on which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.journeys.axe import faults_that_axe_finds, settled
from tests.journeys.people import FAJAR, sign_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.journeys.conftest import Devices

# Names that no other journey looks for: all of them share one server.
WORO = "Woro Kinasih, S.Ak."
NIP = "19940215 202203 2 901"
POST = "Pengawas Kemetrologian"


def test_a_post_is_added_filled_and_looked_at_on_another_day(devices: Devices, password: str) -> None:
    desk = devices.desk()
    sign_in(desk, FAJAR, password)
    desk.goto("/direktori")
    desk.get_by_role("button", name="Tambah orang").click()
    desk.keyboard.type(WORO)
    desk.get_by_label("NIP atau NI PPPK").fill(NIP.replace("0215", "0231"))
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("Tanggal lahir (angka 1 sampai 8) tidak ada dalam kalender.")).to_be_visible()
    assert faults_that_axe_finds(settled(desk)) == []
    desk.get_by_label("NIP atau NI PPPK").fill(NIP)
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", name=WORO)).to_be_visible()
    expect(desk.get_by_text("Tidak memegang jabatan.")).to_be_visible()

    desk.get_by_role("link", name="Direktori", exact=True).first.click()
    desk.get_by_role("link", name="Dinas Perindustrian dan Perdagangan").click()
    desk.get_by_role("button", name="Tambah jabatan").click()
    expect(desk.get_by_role("checkbox", name="Pegawai", exact=True)).to_be_checked()  # the roles are there to choose
    desk.keyboard.type(POST)
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", name=POST)).to_be_visible()
    expect(desk.get_by_text("Lowong", exact=True)).to_be_visible()
    appoint(desk, "woro kin", WORO)
    expect(desk.get_by_role("list", name="Pejabat sekarang")).to_contain_text(WORO)
    assert faults_that_axe_finds(settled(desk)) == []

    desk.get_by_role("link", name="Dinas Perindustrian dan Perdagangan").click()
    row = desk.get_by_role("list", name="Jabatan").get_by_role("listitem").filter(has_text=POST)
    expect(row).to_contain_text(WORO)
    desk.get_by_label("Lihat pada tanggal").fill("1/1/2026")
    expect(row).to_contain_text("Lowong")
    assert faults_that_axe_finds(settled(desk)) == []


def appoint(page: Page, typed: str, name: str) -> None:
    """Appoint whom the typed words find, by the keyboard alone."""
    page.get_by_role("button", name="Angkat pejabat").click()
    page.keyboard.type(typed)
    expect(page.get_by_role("option", name=name)).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
