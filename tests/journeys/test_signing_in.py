"""Getting in, staying in, getting out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.journeys.people import ADITYA, ARIF, DEWI, ILHAM, fill_in, sign_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.journeys.conftest import Devices


def test_after_five_wrong_passwords_the_account_is_locked_for_a_while(devices: Devices, password: str) -> None:
    desk = devices.desk()
    desk.goto("/masuk")
    for left in (4, 3, 2, 1):
        fill_in(desk, ARIF.login, "bukan kata sandi saya")
        expect(desk.get_by_text(f"Sisa {left} percobaan")).to_be_visible()
    fill_in(desk, ARIF.login, "bukan kata sandi saya")
    expect(desk.get_by_text(re.compile(r"Akun terkunci sampai pukul \d\d\.\d\d WIB"))).to_be_visible()
    fill_in(desk, ARIF.login, password)
    expect(desk.get_by_text("Akun terkunci")).to_be_visible()
    expect(desk.get_by_role("heading", name="Kerja saya")).to_be_hidden()
    fill_in(desk, ILHAM.login, password)
    expect(desk.get_by_role("heading", name="Kerja saya")).to_be_visible()


def test_whoever_follows_a_link_signs_in_first_and_arrives_where_the_link_leads(
    devices: Devices, password: str
) -> None:
    desk = devices.desk()
    desk.goto("/agenda?tab=unit")
    fill_in(desk, DEWI.login, password)
    expect(desk.get_by_role("tab", name="Diselenggarakan unit saya")).to_have_attribute("aria-selected", "true")


def test_signing_out_ends_every_tab_and_the_way_back(devices: Devices, password: str) -> None:
    desk = devices.desk()
    sign_in(desk, ADITYA, password)
    other = desk.context.new_page()
    other.goto("/profil")
    expect(other.get_by_role("heading", name="Profil", exact=True)).to_be_visible()

    desk.get_by_role("button", name=f"Menu pengguna: {ADITYA.name}").click()
    desk.get_by_role("button", name="Keluar").click()

    for tab in (desk, other):
        expect(tab.get_by_role("heading", name="Masuk", exact=True)).to_be_visible()
    desk.go_back()
    desk.goto("/profil")
    expect(desk.get_by_role("heading", name="Masuk", exact=True)).to_be_visible()


def test_two_tabs_that_refresh_at_the_same_moment_both_stay_signed_in(devices: Devices, password: str) -> None:
    first = devices.desk()
    sign_in(first, ADITYA, password)
    second = first.context.new_page()
    second.goto("/kerja")
    for _ in range(5):  # each reload asks for the next refresh token
        reload_without_waiting(first)
        reload_without_waiting(second)
        for tab in (first, second):
            expect(tab.get_by_role("heading", name="Agenda hari ini")).to_be_visible()


def reload_without_waiting(page: Page) -> None:
    page.evaluate("setTimeout(() => location.reload())")
