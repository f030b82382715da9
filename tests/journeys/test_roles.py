"""An administrator changes what a role allows, and sees whose right is there and then gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.journeys.axe import faults_that_axe_finds, settled
from tests.journeys.people import ADITYA, FAJAR, sign_in

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.journeys.conftest import Devices

ROLE, RIGHT = "Pengelola kepegawaian kabupaten", "Mengawasi sistem"
POSITION = "Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"


def test_a_right_comes_and_goes_with_the_role(devices: Devices, password: str) -> None:
    desk = devices.desk()
    sign_in(desk, FAJAR, password)
    desk.goto("/administrasi")
    desk.get_by_role("link", name="Peran", exact=True).click()
    desk.get_by_role("link", name=ROLE).click()
    desk.get_by_label(RIGHT).check()
    expect(desk.get_by_text(f"Ditambah: {RIGHT}.")).to_be_visible()
    assert faults_that_axe_finds(settled(desk)) == []
    desk.get_by_role("button", name="Simpan peran").click()
    desk.get_by_label("Kata sandi Anda", exact=True).fill(password)
    desk.get_by_role("button", name="Lanjutkan").click()
    expect(desk.get_by_role("heading", name="Peran", exact=True)).to_be_visible()
    expect(may(desk, RIGHT)).to_be_visible()
    assert faults_that_axe_finds(settled(desk)) == []

    desk.goto("/administrasi/peran")
    desk.get_by_role("link", name=ROLE).click()
    desk.get_by_label(RIGHT).uncheck()
    desk.get_by_role("button", name="Simpan peran").click()
    expect(desk.get_by_role("heading", name="Peran", exact=True)).to_be_visible()
    expect(may(desk, RIGHT)).to_have_count(0)


def may(page: Page, right: str) -> Locator:
    """Ask who may do something, and return where the position would stand."""
    page.get_by_role("link", name="Siapa yang boleh ini?").click()
    page.get_by_label("Atau menurut hak").select_option(label=right)
    expect(page.get_by_text("Diberikan oleh peran: Administrator kabupaten")).to_be_visible()
    return page.get_by_role("heading", name=POSITION)


def test_who_lacks_a_right_is_told_who_can_help(devices: Devices, password: str) -> None:
    phone = devices.phone()
    sign_in(phone, ADITYA, password)
    phone.goto("/administrasi/peran")
    phone.get_by_role("link", name="Siapa yang bisa membantu").click()
    expect(phone.get_by_text("Anda belum memiliki hak ini")).to_be_visible()
    expect(phone.get_by_text(FAJAR.name).first).to_be_visible()
    assert faults_that_axe_finds(settled(phone)) == []
