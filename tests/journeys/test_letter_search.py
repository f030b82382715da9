"""Letters are found while somebody types."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.journeys.letters import PaperLetter, register
from tests.journeys.people import ADITYA, DEWI, sign_in

if TYPE_CHECKING:
    from tests.journeys.conftest import Devices


def test_a_letter_is_found_marked_and_opened_and_by_others_not_at_all(devices: Devices, password: str) -> None:
    letter, desk = PaperLetter(), devices.desk()
    sign_in(desk, DEWI, password)
    register(desk, letter)
    desk.goto("/surat/masuk")
    field = desk.get_by_label("Cari surat")
    expect(field).to_be_visible()
    desk.keyboard.press("/")
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    desk.keyboard.type(f"undagnan {letter.mark}")
    expect(desk.get_by_role("status").filter(has_text=re.compile(r"\d+ surat ditemukan"))).to_be_visible()
    found = desk.get_by_role("list", name="Surat yang ditemukan").get_by_role("listitem")
    expect(found).to_have_count(1)
    expect(found.locator("mark").filter(has_text="Undangan").first).to_be_visible()
    expect(found.locator("mark").filter(has_text=letter.mark).first).to_be_visible()
    assert "undagnan" not in desk.url
    field.fill(f"mengharap {letter.mark}")
    expect(found.get_by_text("Isi surat:")).to_be_visible()
    field.fill("zxqv<b>")
    expect(desk.get_by_text("Tidak ditemukan “zxqv<b>”. Coba nomor surat atau nama.").first).to_be_visible()
    field.fill("")
    expect(desk.get_by_role("list", name="Surat masuk")).to_be_visible()

    phone = devices.phone()
    sign_in(phone, ADITYA, password)
    phone.set_viewport_size({"width": 360, "height": 640})
    phone.goto("/surat/masuk")
    phone.get_by_label("Cari surat").fill(letter.mark)
    expect(phone.get_by_text(f"Tidak ditemukan “{letter.mark}”.").first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_answer_that_comes_late_is_not_shown_for_what_was_typed_since(devices: Devices, password: str) -> None:
    first, second, desk = PaperLetter(), PaperLetter(), devices.desk()
    sign_in(desk, DEWI, password)
    register(desk, first)
    register(desk, second)
    desk.goto("/surat/masuk")
    field = desk.get_by_label("Cari surat")
    held = []
    desk.route(
        "**/api/eoffice-search-letters",
        lambda route: held.append(route) if first.mark in (route.request.post_data or "") else route.continue_(),
    )
    with desk.expect_request("**/api/eoffice-search-letters"):
        field.fill(first.mark)
    field.fill(second.mark)
    rows = desk.get_by_role("list", name="Surat yang ditemukan")
    expect(rows.get_by_text(second.hal)).to_be_visible()
    for route in held:
        route.continue_()
    desk.wait_for_timeout(500)
    expect(rows.get_by_text(second.hal)).to_be_visible()
    expect(rows.get_by_text(first.hal)).to_have_count(0)
