"""An office states its kop, issues a letter, and whoever is handed it checks it on a phone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.journeys.axe import faults_that_axe_finds, settled
from tests.journeys.people import ARIF, DEWI, sign_in
from tests.uploads.files import picture

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import FilePayload, Page

    from tests.journeys.conftest import Devices


def test_a_letter_bears_the_office_s_kop_and_is_checked_on_a_phone(
    devices: Devices, password: str, tmp_path: Path
) -> None:
    desk = devices.desk()
    sign_in(desk, DEWI, password)
    desk.goto("/administrasi/identitas")
    desk.get_by_role("link", name="Dinas Komunikasi dan Informatika").click()
    choose_logo(desk, "logo.svg", b"<svg/>")
    expect(desk.get_by_role("alert")).to_contain_text("Berkas SVG dapat memuat skrip.")
    choose_logo(desk, "logo.png", picture("PNG"))
    expect(desk.get_by_text("Kop memakai logo OPD ini.")).to_be_visible()
    desk.get_by_label("Kode unit").fill("416-114")  # which another journey may have stated before
    desk.get_by_label("Kode pos").fill("61318")
    desk.get_by_role("button", name="Simpan identitas").click()
    expect(desk.get_by_text("Identitas disimpan.")).to_be_visible()
    expect(desk.get_by_role("img", name="Kop seperti yang akan tercetak")).to_be_visible()
    assert faults_that_axe_finds(settled(desk)) == []
    tells_what_the_screen_is_for(desk)

    desk.goto("/administrasi/surat-keterangan/baru")
    choose_person(desk, "Pegawai", DEWI.name)
    desk.get_by_label("Data", exact=True).fill("Nama")
    desk.get_by_label("Menjadi").fill(DEWI.name)
    desk.get_by_label("Dasar perubahan").fill("Akta kelahiran")
    choose_person(desk, "Penanda tangan", ARIF.name)
    desk.get_by_role("button", name="Ambil nomor").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text(re.compile(r"800\.1\.13/\d+/416-114/\d{4}"))
    desk.get_by_role("button", name="Terbitkan").click()
    desk.get_by_role("button", name="Terbitkan surat").click()
    address = desk.get_by_role("link", name="Buka halaman pemeriksaan").get_attribute("href")
    with desk.expect_download() as started:
        desk.get_by_role("button", name="Unduh surat").click()
    started.value.save_as(tmp_path / "surat.pdf")
    assert address is not None

    phone = devices.phone()
    phone.goto(address)
    expect(phone.get_by_role("heading", name="Naskah sah")).to_be_visible()
    expect(phone.get_by_text("bukan tanda tangan elektronik")).to_be_visible()
    phone.get_by_label("Pilih berkas PDF").set_input_files(tmp_path / "surat.pdf")
    expect(phone.get_by_role("status")).to_contain_text("Sama persis")

    desk.get_by_role("button", name="Cabut", exact=True).click()
    desk.get_by_label("Alasan").fill("Nama pada akta keliru")
    desk.get_by_role("button", name="Cabut surat").click()
    expect(desk.get_by_text("Dicabut", exact=True)).to_be_visible()
    phone.goto(address)
    expect(phone.get_by_role("heading", name="Naskah dicabut")).to_be_visible()
    expect(phone.get_by_text("Nama pada akta keliru")).to_be_visible()


def tells_what_the_screen_is_for(page: Page) -> None:
    """Press `?`, which opens the help where nobody types, and leave it by Esc."""
    page.get_by_role("heading", level=1).focus()
    page.keyboard.press("?")
    help_ = page.get_by_role("dialog", name="Bantuan: Identitas")
    expect(help_).to_contain_text("kode unit")
    page.keyboard.press("Escape")
    expect(help_).to_have_count(0)


def choose_logo(page: Page, name: str, content: bytes) -> None:
    """Choose a file in the dialog that the button opens."""
    chosen: FilePayload = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    with page.expect_file_chooser() as opened:
        page.get_by_role("button", name=re.compile("(Pilih|Ganti) logo")).click()
    opened.value.set_files(chosen)


def choose_person(page: Page, field: str, name: str) -> None:
    """Search a person by name and choose them."""
    page.get_by_role("combobox", name=field).fill(name.split(",", maxsplit=1)[0])
    page.get_by_role("listbox", name=field).get_by_role("option", name=name).click()
