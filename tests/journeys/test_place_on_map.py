"""A meeting with its place on the map, called and attended on the office's network, over TLS."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from tests.journeys.network import browser_of, trusting_home
from tests.journeys.people import ADITYA, DEWI, sees_verdict, sign_in
from tests.journeys.tasks import soon

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Playwright

    from tests.lan.office import Office

IN_MOJOSARI = {"latitude": -7.5208, "longitude": 112.5596, "accuracy": 30}
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def test_who_scans_elsewhere_is_present_and_the_organiser_sees_how_far_it_was(
    playwright: Playwright, network_office: Office, tmp_path: Path
) -> None:
    password = network_office.password()
    with browser_of(playwright, trusting_home(tmp_path, network_office)) as browser:
        desk = page_of(browser, network_office, viewport={"width": 1440, "height": 900})
        sign_in(desk, DEWI, password)
        agenda = call_meeting_in_trowulan(desk)
        expect(desk.get_by_role("img", name="Peta: titik di Kecamatan Trowulan")).to_be_visible()
        expect(desk.get_by_role("link", name="Buka di peta")).to_have_attribute("href", re.compile(r"^geo:-7\."))

        desk.goto(f"{agenda}/layar")
        link = read_code(desk)
        phone = page_of(browser, network_office, geolocation=IN_MOJOSARI, **PHONE)
        sign_in(phone, ADITYA, password)
        phone.goto(link)
        sees_verdict(phone, "HADIR TERCATAT", ADITYA.name)
        expect(phone.get_by_text("Yang disimpan hanya jaraknya, bukan posisi Anda.")).to_be_visible()
        phone.context.grant_permissions(["geolocation"])
        phone.get_by_role("button", name="Kirim lokasi").click()
        expect(phone.get_by_text(re.compile(r"Ponsel ini \d+,\d km dari tempat acara"))).to_be_visible()

        desk.goto(f"{agenda}/kehadiran")
        expect(desk.get_by_role("row", name=ADITYA.name)).to_contain_text(re.compile(r"Di luar lokasi, \d+,\d km"))
        desk.get_by_label("Hanya yang perlu dilihat: di luar lokasi (1)").check()
        expect(desk.get_by_role("row", name=ADITYA.name)).to_be_visible()


def page_of(browser: Browser, office: Office, **device: Any) -> Page:  # noqa: ANN401 -- what a context takes
    """Return the first page of a device."""
    return browser.new_context(base_url=office.url, locale="id-ID", **device).new_page()


def call_meeting_in_trowulan(desk: Page) -> str:
    """Call Aditya to a meeting whose place is chosen on the map, and return the address of its page."""
    starts, ends = soon()
    desk.goto("/agenda/baru")
    for label, typed in (
        ("Judul", "Rapat lapangan"),
        ("Tanggal", f"{starts:%d/%m/%Y}"),
        ("Mulai", f"{starts:%H.%M}"),
        ("Selesai", f"{ends:%H.%M}"),
        ("Tempat", "Balai Desa Trowulan"),
    ):
        desk.get_by_label(label, exact=True).fill(typed)
    desk.get_by_label("Cari orang, OPD, atau jabatan").fill("aditya")
    desk.get_by_role("checkbox", name=ADITYA.name).check()
    desk.get_by_role("button", name="Pilih di peta").click()
    desk.get_by_label("Kecamatan").select_option("Trowulan")
    desk.get_by_label("Desa", exact=True).select_option("Trowulan")
    expect(desk.get_by_label("Titik di peta")).to_have_value(re.compile(r"^-7,\d+, 112,\d+$"))
    desk.get_by_role("checkbox", name=re.compile("Minta lokasi ponsel")).check()
    desk.get_by_role("button", name="Periksa undangan").click()
    expect(desk.get_by_text("Ponsel yang memindai dimintai lokasinya.")).to_be_visible()
    desk.get_by_role("button", name="Terbitkan undangan").click()
    expect(desk.get_by_role("heading", name="Rapat lapangan")).to_be_visible()
    return desk.url


def read_code(wall: Page) -> str:
    """Read the link out of the picture that the hall sees."""
    expect(wall.get_by_role("img", name="Kode QR kehadiran")).to_be_visible()
    picture = Image.open(io.BytesIO(wall.get_by_label("Kode kehadiran", exact=True).screenshot()))
    (found,) = zxingcpp.read_barcodes(picture)
    return str(found.text)
