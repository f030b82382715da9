"""Files of an agenda: the organiser adds them at the desk, those invited download them on the phone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.journeys.attachments import choose_files, download, drop_files
from tests.journeys.meetings import call_meeting
from tests.journeys.people import ADITYA, DEWI, sign_in
from tests.uploads.files import office, pdf, picture

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.conftest import Devices
    from tests.server import Served

WEB_PAGE = b"<!doctype html><script>alert(1)</script>"
SLOW = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 100_000}


def test_files_are_added_downloaded_and_removed(
    devices: Devices, server: Served, password: str, tmp_path: Path
) -> None:
    meeting, rundown = call_meeting(server, ADITYA), pdf(pages=2)
    desk = devices.desk()
    sign_in(desk, DEWI, password)
    desk.goto(f"/agenda/{meeting.id}")
    expect(desk.get_by_text("Belum ada lampiran. Tambahkan undangan")).to_be_visible()

    choose_files(desk, ("Susunan acara – final.pdf", rundown), ("Materi.docx", office()))
    files = desk.get_by_role("list", name="Daftar lampiran")
    expect(files.get_by_role("listitem")).to_have_count(2)
    drop_files(desk, ("Denah aula.jpg", picture(size=(800, 600))))
    expect(files.get_by_role("listitem")).to_have_count(3)
    expect(files.get_by_role("listitem").first).to_contain_text("PDF · 1 kB")
    expect(desk.get_by_role("status").filter(has_text="Denah aula.jpg dilampirkan.")).to_be_attached()

    phone = devices.phone()
    sign_in(phone, ADITYA, password)
    phone.goto(f"/agenda/{meeting.id}")
    assert download(phone, "Susunan acara – final.pdf", tmp_path) == rundown
    assert download(phone, "Denah aula.jpg", tmp_path).startswith(b"\xff\xd8\xff")
    expect(phone.get_by_role("heading", name="Lampiran")).to_be_visible()
    expect(phone.get_by_role("button", name="Tambah lampiran")).to_have_count(0)
    expect(phone.get_by_role("button", name="Hapus Materi.docx")).to_have_count(0)

    desk.get_by_role("button", name="Hapus Materi.docx").click()
    desk.get_by_role("dialog").get_by_role("button", name="Hapus lampiran").click()
    expect(files.get_by_role("listitem")).to_have_count(2)
    phone.reload()
    expect(phone.get_by_role("list", name="Daftar lampiran").get_by_role("listitem")).to_have_count(2)


def test_a_refused_file_says_why_and_can_be_put_away(devices: Devices, server: Served, password: str) -> None:
    meeting = call_meeting(server, ADITYA)
    desk = devices.desk()
    sign_in(desk, DEWI, password)
    desk.goto(f"/agenda/{meeting.id}")

    choose_files(desk, ("gambar.svg", b"<svg/>"), ("Palsu.pdf", WEB_PAGE), ("Rundown.pdf", pdf()))
    expect(desk.get_by_role("button", name="Unduh Rundown.pdf")).to_be_visible()
    refused = desk.get_by_role("list", name="Sedang diunggah").get_by_role("listitem")
    expect(refused).to_have_count(2)
    expect(refused.first).to_contain_text("Jenis berkas ini tidak diterima. Pilih PDF, JPEG,")
    expect(refused.last).to_contain_text("Berkas ditolak. Isinya tidak sesuai dengan akhiran namanya.")
    desk.get_by_role("button", name="Tutup gambar.svg").click()
    desk.get_by_role("button", name="Tutup Palsu.pdf").click()
    expect(desk.get_by_role("list", name="Sedang diunggah")).to_have_count(0)


def test_a_file_on_a_slow_line_shows_how_far_it_is_and_can_be_stopped(
    devices: Devices, server: Served, password: str
) -> None:
    meeting = call_meeting(server, ADITYA)
    phone = devices.phone()
    sign_in(phone, DEWI, password)
    phone.goto(f"/agenda/{meeting.id}")
    phone.context.new_cdp_session(phone).send("Network.emulateNetworkConditions", SLOW)

    choose_files(phone, ("Video rapat.pdf", b"%PDF-1.7\n" + bytes(5_000_000)))
    progress = phone.get_by_role("progressbar", name="Mengunggah: Video rapat.pdf")
    expect(progress).to_be_visible()
    expect(phone.get_by_text(re.compile(r"Mengunggah · [1-9]\d?% dari 5 MB"))).to_be_visible()
    phone.get_by_role("button", name="Batalkan Video rapat.pdf").click()
    expect(progress).to_have_count(0)
    expect(phone.get_by_text("Belum ada lampiran.")).to_be_visible()
