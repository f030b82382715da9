"""A letter from the desk to whoever deals with it, and back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.letters import PaperLetter, register, scan_letters
from tests.journeys.people import ADITYA, ARIF, DEWI, FAJAR, sign_in

if TYPE_CHECKING:
    from tests.journeys.conftest import Devices

FALSE = {"name": "palsu.pdf", "mimeType": "application/pdf", "buffer": b"bukan PDF"}


def test_a_letter_is_read_registered_handed_down_and_reported(devices: Devices, password: str) -> None:
    letter, desk = PaperLetter(pages=2), devices.desk()
    sign_in(desk, DEWI, password)
    desk.get_by_role("navigation", name="Menu utama").get_by_role("link", name="Surat").click()
    desk.get_by_role("link", name=re.compile("Daftarkan surat")).first.click()
    scan_letters(desk, letter.payload())
    desk.get_by_role("button", name=letter.name, exact=True).click()
    expect(desk.get_by_label("Pengirim", exact=True)).to_have_value(
        "Dinas Komunikasi dan Informatika Provinsi Jawa Timur"
    )
    expect(desk.get_by_role("img", name=f"Halaman 1 dari {letter.name}")).to_be_visible()
    desk.get_by_role("button", name="Halaman berikutnya").click()
    expect(desk.get_by_role("img", name=f"Halaman 2 dari {letter.name}")).to_be_visible()
    desk.get_by_label("Hal", exact=True).press("Control+Enter")
    expect(desk.get_by_text(re.compile(r"Surat terdaftar, nomor agenda \d{4}/\d{4}\."))).to_be_visible()
    expect(desk.get_by_role("heading", name=letter.hal)).to_be_visible()
    expect(desk.get_by_text("Rapat Pimpinan")).to_be_visible()

    head = devices.desk()
    sign_in(head, ARIF, password)
    head.get_by_role("button", name=re.compile(letter.hal)).click()
    head.get_by_label(re.compile("Kepala Bidang Layanan E-Government")).check()
    head.get_by_label("Untuk dihadiri").check()
    expect(head.get_by_text("Tiap penerima mendapat draf agenda")).to_be_visible()
    head.get_by_label("Catatan").fill("Siapkan bahannya.")
    head.get_by_role("button", name="Kirim disposisi").click()
    expect(head.get_by_text("Disposisi terkirim ke 1 orang.")).to_be_visible()
    desk.reload()
    expect(desk.get_by_text("oleh Arif Kurniawan")).to_be_visible()

    phone = devices.phone()
    sign_in(phone, FAJAR, password)
    phone.get_by_role("button", name=re.compile(f"{letter.hal}.*Untuk dihadiri", re.DOTALL)).click()
    expect(phone.get_by_text("Siapkan bahannya.").first).to_be_visible()
    expect(phone.get_by_role("img", name=f"Halaman 1 dari {letter.name}")).to_be_visible()
    phone.get_by_role("button", name="Laporkan selesai…").click()
    phone.get_by_label("Hasilnya", exact=True).fill("Sudah dihadiri")
    phone.get_by_role("button", name="Kirim laporan").click()
    expect(phone.get_by_text("Laporan terkirim.")).to_be_visible()
    desk.reload()
    expect(desk.get_by_text("Semua penerima disposisi selesai.")).to_be_visible()
    expect(desk.get_by_text("Sudah dihadiri")).to_be_visible()


def test_several_scans_queue_a_false_one_says_why_and_a_letter_that_comes_twice_is_told(
    devices: Devices, password: str
) -> None:
    first, second, desk = PaperLetter(), PaperLetter(), devices.desk()
    sign_in(desk, DEWI, password)
    desk.goto("/surat/masuk/baru")
    scan_letters(desk, first.payload(), FALSE, second.payload())  # type: ignore[arg-type]  # as the dialog gives it
    expect(desk.get_by_text("Isinya tidak sesuai dengan akhiran namanya.")).to_be_visible()
    desk.get_by_role("button", name="Tutup palsu.pdf").click()
    desk.get_by_role("button", name=first.name, exact=True).click()
    expect(desk.get_by_label("Nomor surat")).to_have_value(first.number)
    desk.get_by_role("button", name="Simpan, daftarkan berikutnya").click()
    expect(desk.get_by_text("Surat terdaftar")).to_be_visible()

    desk.get_by_role("button", name=second.name, exact=True).click()
    desk.get_by_label("Nomor surat").fill(first.number)
    expect(desk.get_by_text("Surat ini tampaknya sudah terdaftar.")).to_be_visible()
    desk.get_by_role("button", name="Simpan dan teruskan").click()
    desk.get_by_label("Alasan didaftarkan lagi").fill("Datang lagi lewat pos")
    desk.get_by_role("button", name="Simpan dan teruskan").click()
    expect(desk.get_by_text("Datang lagi lewat pos")).to_be_visible()


@pytest.mark.parametrize("server", ["embedded"], indirect=True)
def test_a_stack_that_was_scanned_at_once_is_split_into_letters(devices: Devices, password: str) -> None:
    letter, desk = PaperLetter(pages=3), devices.desk()
    sign_in(desk, DEWI, password)
    desk.goto("/surat/masuk/baru")
    scan_letters(desk, letter.payload())
    row = desk.get_by_role("listitem").filter(has_text=letter.name)
    row.get_by_role("button", name="Pisah…").click()
    desk.get_by_role("button", name="Pisah berkas").click()
    expect(desk.get_by_text("Isi halaman dari 2 sampai 3.")).to_be_visible()
    desk.get_by_label("Surat berikutnya mulai").fill("2")
    desk.get_by_role("button", name="Pisah berkas").click()
    expect(desk.get_by_text("Menjadi 2 pindaian.")).to_be_visible()
    stem = letter.name.removesuffix(".pdf")
    for number in (1, 2):
        desk.get_by_role("button", name=f"{stem} ({number}).pdf", exact=True).click()
        expect(desk.get_by_label("Nomor surat")).to_have_value(letter.number)


@pytest.mark.parametrize("server", ["embedded"], indirect=True)
def test_an_entry_is_undone_and_corrected_and_other_offices_find_nothing(devices: Devices, password: str) -> None:
    letter, desk = PaperLetter(sifat="Rahasia"), devices.desk()
    sign_in(desk, DEWI, password)
    register(desk, letter)
    desk.get_by_role("button", name="Urungkan").click()
    expect(desk.get_by_text("Pendaftaran surat ini dibatalkan.")).to_be_visible()

    address = register(desk, letter)
    expect(desk.get_by_text("Rahasia", exact=True).first).to_be_visible()
    desk.get_by_role("link", name="Perbaiki").click()
    desk.get_by_label("Hal", exact=True).fill(f"{letter.hal} yang benar")
    desk.get_by_role("button", name="Simpan perbaikan").click()
    expect(desk.get_by_text("Tulis mengapa diperbaiki.")).to_be_visible()
    desk.get_by_label("Alasan perbaikan").fill("Salah ketik")
    desk.get_by_role("button", name="Simpan perbaikan").click()
    expect(desk.get_by_text("Dewi Masruroh, S.AP.,").last).to_be_visible()
    expect(desk.get_by_role("heading", name=f"{letter.hal} yang benar")).to_be_visible()
    desk.goto("/surat/masuk")
    expect(desk.get_by_role("link", name=re.compile("Surat rahasia, nomor agenda")).first).to_be_visible()
    expect(desk.get_by_text(letter.hal)).to_have_count(0)

    stranger = devices.desk()
    sign_in(stranger, ADITYA, password)
    stranger.goto(address)
    expect(stranger.get_by_text("Halaman ini tidak ada, atau bukan untuk Anda.")).to_be_visible()
