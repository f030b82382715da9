"""The keyboard is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.journeys.people import ADITYA, DEWI
from tests.journeys.tasks import soon

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.journeys.conftest import Devices

MOST_TABS = 60


def test_a_meeting_is_created_without_a_mouse(devices: Devices, password: str) -> None:
    page = devices.desk()
    page.goto("/masuk")
    starts, ends = soon()
    write(page, page.get_by_label("NIP atau surel"), DEWI.login)
    write(page, page.get_by_label("Kata sandi", exact=True), password)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Kerja saya")).to_be_visible()

    press(page, page.get_by_role("navigation", name="Menu utama").get_by_role("link", name="Agenda"), "Enter")
    press(page, page.get_by_role("link", name="Buat agenda"), "Enter")
    write(page, page.get_by_label("Judul"), "Rapat tanpa tetikus")
    write(page, page.get_by_label("Tanggal"), f"{starts:%d/%m/%Y}")
    write(page, page.get_by_label("Mulai"), f"{starts:%H.%M}")
    write(page, page.get_by_label("Selesai"), f"{ends:%H.%M}")
    write(page, page.get_by_label("Tempat"), "Aula")
    write(page, page.get_by_label("Cari orang, OPD, atau jabatan"), "aditya")
    press(page, page.get_by_role("checkbox", name=ADITYA.name), "Space")
    press(page, page.get_by_role("button", name="Periksa undangan"), "Enter")
    press(page, page.get_by_role("button", name="Terbitkan undangan"), "Enter")

    expect(page.get_by_role("heading", name="Rapat tanpa tetikus")).to_be_visible()
    expect(page.get_by_text("Undangan terkirim ke 1 orang.")).to_be_visible()


def write(page: Page, field: Locator, text: str) -> None:
    """Go to a field by the Tab key and type."""
    go_to(page, field)
    page.keyboard.type(text)


def press(page: Page, control: Locator, key: str) -> None:
    """Go to a control by the Tab key and press a key on it."""
    go_to(page, control)
    page.keyboard.press(key)


def go_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus, which must be seen."""
    expect(target).to_be_visible()
    for _ in range(MOST_TABS):
        if target.evaluate("element => element === document.activeElement"):
            assert target.evaluate("element => element.matches(':focus-visible')")
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key does not reach {target}")
