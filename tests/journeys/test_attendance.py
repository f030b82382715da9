"""The whole job: from the invitation to the paper, with the code read off the hall's screen."""

from __future__ import annotations

import io
import re
import subprocess
from typing import TYPE_CHECKING

import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from tests.cloud.waiting import eventually
from tests.crashes.evidence import text_of
from tests.journeys.axe import faults_that_axe_finds, settled
from tests.journeys.people import ADITYA, ARIF, DEWI, ILHAM, NURUL, SITI, fill_in, sees_verdict, sign_in
from tests.journeys.tasks import create_meeting

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.journeys.conftest import Devices
    from tests.journeys.people import Account

WITHIN_TWO_SECONDS = 2_000


def test_a_meeting_is_called_attended_by_scanning_and_ends_in_a_paper(
    devices: Devices, password: str, tmp_path: Path
) -> None:
    desk = devices.desk()
    sign_in(desk, DEWI, password)
    create_meeting(desk)
    agenda = desk.url

    wall = open_hall(devices, desk)
    desk.goto(f"{agenda}/kehadiran")
    expect(desk.get_by_text("Belum ada yang hadir.")).to_be_visible()

    siti = scan_and_sign_in(devices, read_code(wall), SITI, password)
    sees_verdict(siti, "HADIR TERCATAT", SITI.name, "Rapat koordinasi arsitektur SPBE")
    is_on_the_list(desk, SITI, "Pindai")
    sees_verdict(scan_and_sign_in(devices, read_code(wall), NURUL, password), "HADIR TERCATAT", NURUL.name)
    is_on_the_list(desk, NURUL, "Pindai")
    aditya = type_code(devices, wall, ADITYA, password)
    sees_verdict(aditya, "HADIR TERCATAT", ADITYA.name)
    is_on_the_list(desk, ADITYA, "Ketik kode")
    write_down_by_hand(desk, ARIF, "Ponsel tertinggal")
    expect(wall.get_by_text(re.compile(r"^4 hadir dari"))).to_be_visible()

    first_time = siti.get_by_text(re.compile(r"\d\d\.\d\d WIB$")).inner_text()[-9:]
    siti = siti.context.new_page()  # as a camera opens each link
    siti.goto(read_code(wall))
    sees_verdict(siti, "SUDAH TERCATAT", f"pukul {first_time}, oleh Anda")
    ilham = scan_and_sign_in(devices, read_code(wall), ILHAM, password)
    sees_verdict(ilham, "DITOLAK: TIDAK DIUNDANG", DEWI.name)
    desk.get_by_role("tab", name="Ditolak").click()
    expect(desk.get_by_role("row", name=ILHAM.name)).to_contain_text("Tidak diundang")

    desk.get_by_role("button", name="Tutup absensi").click()
    desk.get_by_role("dialog").get_by_role("button", name="Tutup absensi").click()
    expect(desk.get_by_text("Daftar hadir versi 1")).to_be_visible()
    expect(wall.get_by_text("Absensi sudah ditutup penyelenggara.")).to_be_visible()
    paper = download(desk, tmp_path / "daftar-hadir.pdf")

    words = text_of(paper)
    assert paper.startswith(b"%PDF")
    assert desk.locator("code").inner_text() in words
    assert "Versi 1" in words
    assert all(account.name in words for account in (DEWI, SITI, NURUL, ADITYA, ARIF))
    assert "Ponsel tertinggal" in words
    assert ILHAM.name not in words
    holds_the_office_s_own(devices.phone(), code_on(paper), tmp_path / "daftar-hadir.pdf")


def write_down_by_hand(desk: Page, account: Account, reason: str) -> None:
    """Write down somebody whose telephone lies elsewhere, and see the reason stand in the list."""
    desk.get_by_role("button", name="Catat dengan tangan").click()
    dialog = desk.get_by_role("dialog", name="Catat dengan tangan")
    dialog.get_by_role("combobox", name="Pegawai").fill(account.name.split(",", maxsplit=1)[0])
    dialog.get_by_role("option", name=account.name).click()
    dialog.get_by_label("Alasan").fill(reason)
    assert faults_that_axe_finds(settled(desk)) == []
    dialog.get_by_role("button", name="Catat", exact=True).click()
    expect(desk.get_by_role("row", name=account.name)).to_contain_text(f"{reason}.")


def code_on(paper: bytes) -> str:
    """Read the link out of the printed paper, as a telephone's camera does."""
    command = ["pdftoppm", "-r", "150", "-png", "-"]
    printed = subprocess.run(command, input=paper, capture_output=True, check=True, timeout=20).stdout
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(printed)))
    return str(found.text)


def holds_the_office_s_own(phone: Page, link: str, paper: Path) -> None:
    """Check a paper by its code, the file too: by a byte that was changed it is another."""
    phone.goto(link)
    expect(phone.get_by_role("heading", name="Naskah sah")).to_be_visible()
    file = phone.get_by_label("Pilih berkas PDF")
    eventually(lambda: bool(phone.reload()) and file.is_visible(), pause=0.5)  # once the office's copy is filed
    expect(phone.get_by_text("Rapat koordinasi arsitektur SPBE")).to_be_visible()
    file.set_input_files(paper)
    expect(phone.get_by_text("Sama persis dengan arsip.")).to_be_visible()
    changed = paper.with_name("diubah.pdf")
    changed.write_bytes(paper.read_bytes().replace(b"%PDF-1.7", b"%PDF-1.6"))
    file.set_input_files(changed)
    expect(phone.get_by_text("Berbeda dari arsip")).to_be_visible()


def open_hall(devices: Devices, desk: Page) -> Page:
    """Copy the link of the hall's screen at the desk and open it on the wall, where nobody is signed in."""
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.get_by_role("link", name="Tampilkan di layar aula").click()
    desk.get_by_role("button", name="Salin tautan layar").click()
    expect(desk.get_by_role("button", name="Tautan tersalin")).to_be_visible()
    wall = devices.wall()
    wall.goto(desk.evaluate("navigator.clipboard.readText()"))
    return wall


def read_code(wall: Page) -> str:
    """Read the link out of the picture that the hall sees, as a telephone's camera does."""
    code = wall.get_by_role("img", name="Kode QR kehadiran")
    expect(code).to_be_visible()
    picture = Image.open(io.BytesIO(wall.get_by_label("Kode kehadiran", exact=True).screenshot()))
    (found,) = zxingcpp.read_barcodes(picture)
    return str(found.text)


def scan_and_sign_in(devices: Devices, link: str, account: Account, password: str) -> Page:
    """Follow the link on a telephone on which nobody has signed in yet."""
    phone = devices.phone()
    phone.goto(link)
    expect(phone.get_by_role("heading", name="Masuk untuk mencatat kehadiran")).to_be_visible()
    fill_in(phone, account.login, password)
    return phone


def type_code(devices: Devices, wall: Page, account: Account, password: str) -> Page:
    """Type the letters below the code."""
    phone = devices.phone()
    sign_in(phone, account, password)
    phone.get_by_role("navigation", name="Menu bawah").get_by_role("link", name="Pindai").click()
    phone.get_by_label("Kode di layar aula").fill(wall.get_by_text(re.compile(r"^[2-9A-HJ-NP-Z]{6}$")).inner_text())
    phone.get_by_role("button", name="Catat kehadiran").click()
    return phone


def is_on_the_list(desk: Page, account: Account, method: str) -> None:
    """See a person appear on the live list, without doing anything."""
    row = desk.get_by_role("row", name=account.name)
    expect(row).to_contain_text(method, timeout=WITHIN_TWO_SECONDS)


def download(desk: Page, path: Path) -> bytes:
    """Download the paper."""
    with desk.expect_download() as started:
        desk.get_by_role("button", name="Unduh daftar hadir").click()
    assert re.fullmatch(r"daftar-hadir-\d{4}-\d\d-\d\d-[a-z0-9-]+\.pdf", started.value.suggested_filename)
    started.value.save_as(path)
    return path.read_bytes()
