"""Somebody with two positions acts as one of them at a time, and sees what each may do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.journeys.axe import faults_that_axe_finds, settled
from tests.journeys.people import HOSNAN, sign_in

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.journeys.conftest import Devices

OWN, ACTING = "Asisten Administrasi Umum", "Plh. Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"


def test_rights_change_with_the_position_that_acts(devices: Devices, password: str) -> None:
    desk = devices.desk()
    sign_in(desk, HOSNAN, password)
    menu = open_menu(desk)
    expect(menu).to_contain_text(f"sebagai {OWN}")
    expect(desk.get_by_role("link", name="Administrasi")).to_be_hidden()
    assert faults_that_axe_finds(settled(desk)) == []

    desk.get_by_role("button", name=ACTING).click()
    expect(desk.get_by_text(f"Anda bertindak sebagai {ACTING}.")).to_be_visible()
    expect(menu).to_contain_text(f"sebagai {ACTING}")
    desk.reload()
    expect(open_menu(desk)).to_contain_text(f"sebagai {ACTING}")
    desk.get_by_role("link", name="Administrasi").click()
    desk.get_by_role("link", name="Impor pegawai").click()
    expect(desk.get_by_role("button", name="Pilih berkas")).to_be_visible()

    desk.goto("/profil")
    expect(desk.get_by_text("Anda sekarang bertindak sebagai ini")).to_be_visible()
    desk.get_by_role("button", name=f"Bertindak sebagai {OWN}").click()
    expect(open_menu(desk)).to_contain_text(f"sebagai {OWN}")
    expect(desk.get_by_role("link", name="Administrasi")).to_be_hidden()


def open_menu(page: Page) -> Locator:
    """Open the user's menu and return the button that shows who acts."""
    button = page.get_by_role("button", name="Menu pengguna")
    button.click()
    return button
