"""Employees come in from a file: the administrator sends it, mends it, brings it in, and finds the new colleague."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.directory.importing import WRONG, table, workbook
from tests.journeys.axe import faults_that_axe_finds, settled
from tests.journeys.people import FAJAR, sign_in

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload, Page

    from tests.journeys.conftest import Devices

# Names that no other journey looks for: all of them share one server.
YULIANTO = ("199001012015011001", "Yulianto Prabowo", "", "III/b")
ZULAIKHA = ("199203142024212003", "Zulaikha Rahmadani", "", "IX")


def test_an_administrator_brings_employees_in_from_a_file(devices: Devices, password: str) -> None:
    desk = devices.desk()
    sign_in(desk, FAJAR, password)
    desk.goto("/pekerjaan")
    desk.get_by_role("link", name="Impor pegawai").click()

    choose(desk, "daftar hadir.csv", b"Nama,Alamat\r\nBudi,Mojosari")
    expect(desk.get_by_role("alert")).to_contain_text("Kolom berkas tidak lengkap.")
    assert faults_that_axe_finds(settled(desk)) == []

    choose(desk, "pegawai.csv", table(YULIANTO, ZULAIKHA, WRONG))
    expect(desk.get_by_text("2 baru · 1 ditolak")).to_be_visible()
    expect(desk.get_by_text("1 baris ditolak.")).to_be_visible()
    assert faults_that_axe_finds(settled(desk)) == []
    refused = desk.get_by_role("list", name="Baris yang ditolak")
    expect(refused).to_contain_text("Baris 4: Salah Tanggal")
    expect(refused).to_contain_text("Tanggal lahir (angka 1 sampai 8) tidak ada dalam kalender.")
    with desk.expect_download() as report:
        desk.get_by_role("button", name="Unduh laporan").click()
    assert report.value.suggested_filename.startswith("laporan-")

    desk.get_by_role("link", name="Unggah perbaikan").click()
    choose(desk, "pegawai.xlsx", workbook(YULIANTO, ZULAIKHA))
    expect(desk.get_by_text("2 baru", exact=True)).to_be_visible()
    desk.get_by_role("button", name="Impor 2 pegawai").click()
    done = desk.get_by_role("region", name="Impor", exact=True)
    expect(done.get_by_text("Selesai pukul")).to_be_visible()
    expect(done.get_by_text("2 baru", exact=True)).to_be_visible()

    desk.goto("/pekerjaan")
    expect(desk.get_by_role("link", name="Periksa pegawai.xlsx")).to_be_visible()
    expect(desk.get_by_role("heading", name="Impor pegawai.xlsx")).to_be_visible()
    assert faults_that_axe_finds(settled(desk)) == []


def choose(page: Page, name: str, content: bytes) -> None:
    """Choose a file in the dialog that the button opens."""
    chosen: FilePayload = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    with page.expect_file_chooser() as opened:
        page.get_by_role("button", name="Pilih berkas").click()
    opened.value.set_files(chosen)
