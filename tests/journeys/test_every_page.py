"""Every page, light and dark, wide and narrow: nothing that axe finds, and nothing to scroll sideways."""

from __future__ import annotations

import itertools
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.attachments import choose_files
from tests.journeys.axe import SCHEMES, faults_that_axe_finds, in_scheme, settled
from tests.journeys.letters import PaperLetter, scan_letters
from tests.journeys.meetings import IN_TROWULAN, act, call_meeting
from tests.journeys.naskah import draft, new_hal
from tests.journeys.people import ADITYA, DEWI, FAJAR, NURUL, SITI, sees_verdict, sign_in
from tests.uploads.files import pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from tests.journeys.conftest import Devices
    from tests.server import Served

DESK, NARROWEST = 1440, 320
HEIGHT = 900


# What a page looks like is no matter of mode: both fill it with the same answers, which other journeys ask for in both.
@pytest.mark.timeout(240)  # fifty pages, each looked at twice by axe
@pytest.mark.parametrize(("server", "width"), itertools.product(["embedded"], [DESK, 360]), indirect=["server"])
def test_axe_finds_nothing_on_any_page_and_none_scrolls_sideways(
    devices: Devices, server: Served, password: str, width: int
) -> None:
    faults: dict[str, list[str]] = {}
    for name, page in every_page(devices, server, password, width):
        for scheme in SCHEMES:
            faults[f"{name}, {scheme}"] = faults_that_axe_finds(in_scheme(page, scheme))
        if width < DESK:
            page.set_viewport_size({"width": NARROWEST, "height": HEIGHT})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults[f"{name}, of any colour"] = ["wider than its window"]
        page.set_viewport_size({"width": width, "height": HEIGHT})
    assert {name: found for name, found in faults.items() if found} == {}


def every_page(devices: Devices, server: Served, password: str, width: int) -> Iterator[tuple[str, Page]]:
    """Yield each page with something on it, by a name of its own."""
    open_one = call_meeting(server, SITI, DEWI, ADITYA, admit_guests=True, **IN_TROWULAN)
    cancelled = call_meeting(server, DEWI, SITI)
    cancelled.cancel("Narasumber berhalangan")
    closed = call_meeting(server, DEWI, SITI, starts_in=timedelta(hours=-1), lasts=timedelta(hours=2))
    closed.close()
    page = devices.window(width, HEIGHT, color_scheme="dark")

    for name, path, sight in (
        ("paper", f"/v/{closed.paper_code()}", "Naskah sah"),
        ("no paper", "/v/7K2M-9QXA-04ZT-H3BD", "Naskah tidak ditemukan"),
        ("paper asked for", "/v", "Periksa keaslian naskah"),
        ("the leadership's public agenda", "/publik/agenda", "Agenda pimpinan"),
    ):
        page.goto(path)
        expect(page.get_by_role("heading", name=sight)).to_be_visible()
        yield name, settled(page)
    for name, path in (("start", "/mulai"), ("choose a password", "/kata-sandi"), ("sign-in", "/masuk")):
        page.goto(path)
        expect(page.get_by_role("button").last).to_be_visible()
        yield name, settled(page)
    page.goto(open_one.link())
    expect(page.get_by_role("button", name="Isi sebagai tamu")).to_be_visible()
    yield "sign-in before a scan", settled(page)
    yield from every_page_of_a_guest(page)
    sign_in(page, SITI, password)
    page.goto(open_one.link())
    sees_verdict(page, "HADIR TERCATAT")
    yield "recorded", settled(page)
    yield from every_page_of_somebody_present(page, server, open_one.id)

    page = devices.window(width, HEIGHT, color_scheme="dark")
    sign_in(page, NURUL, password)
    page.goto(open_one.link())
    sees_verdict(page, "DITOLAK: TIDAK DIUNDANG")
    yield "refused", settled(page)

    page = devices.window(width, HEIGHT, color_scheme="dark")
    sign_in(page, DEWI, password)
    for name, path, sight in (
        ("work", "/kerja", "Agenda hari ini"),
        ("invitations", "/agenda", "Undangan saya"),
        ("agendas of the office", "/agenda?tab=unit", "Rapat evaluasi triwulan"),
        ("past agendas", "/agenda?tab=unit&waktu=lampau", "Lampau"),
        ("month of the office", "/agenda?tab=unit&tampilan=bulan", "Rapat evaluasi triwulan"),
        ("week of the office", "/agenda?tab=unit&tampilan=minggu", "Rapat evaluasi triwulan"),
        ("new agenda", "/agenda/baru", "Judul"),
        ("agenda", f"/agenda/{open_one.id}", "Tampilkan di layar aula"),
        ("agenda to edit", f"/agenda/{open_one.id}/ubah", "Simpan perubahan"),
        ("cancelled agenda", f"/agenda/{cancelled.id}", "Narasumber berhalangan"),
        ("closed agenda", f"/agenda/{closed.id}", "SHA-256 isi"),
        ("notulen to write", f"/agenda/{closed.id}/notulen", "Tambah keputusan"),
        ("decisions", "/tindak-lanjut", "Tidak ada yang belum selesai"),
        ("attendance", f"/agenda/{open_one.id}/kehadiran", SITI.name),
        ("invited", f"/agenda/{open_one.id}/undangan", "Belum menjawab"),
        ("guests", f"/agenda/{open_one.id}/kehadiran?tab=tamu", "Bu Ratna"),
        ("refused scans", f"/agenda/{open_one.id}/kehadiran?tab=ditolak", NURUL.name),
        ("kept scans", f"/agenda/{open_one.id}/kehadiran?tab=menunggu", "Tidak ada pindaian luring"),
        ("by office", f"/agenda/{open_one.id}/kehadiran?tab=per-opd", "Unduh PDF"),
        ("spot checks", f"/agenda/{open_one.id}/kehadiran?tab=cek-acak", SITI.name),
        ("recap", "/agenda/rekap?tab=opd", "Per orang"),
        ("queue", "/antrean-kirim", "Semua beres"),
        ("scan", "/pindai", "Pindai"),
        ("own code", "/kode-saya", "Kode saya"),
        ("kiosk to open", f"/agenda/{open_one.id}/kios", "Mulai kios"),
        ("profile", "/profil", "Profil"),
        ("notices", "/pemberitahuan", "Pemberitahuan"),
        ("nothing", "/tidak-ada", "Halaman ini tidak ada"),
        ("hall", f"/agenda/{open_one.id}/layar", "hadir dari"),
    ):
        page.goto(path)
        expect(page.get_by_text(sight).locator("visible=true").first).to_be_visible()
        yield name, settled(page)
    yield from every_page_of_letters(page)
    page.goto("/agenda/baru")
    page.get_by_role("button", name="Periksa undangan").click()
    expect(page.get_by_text("isian perlu diperbaiki")).to_be_visible()
    yield "mistakes", settled(page)
    page.goto(f"/agenda/{open_one.id}")
    choose_files(page, ("Rundown.pdf", pdf()), ("denah.svg", b"<svg/>"))
    expect(page.get_by_role("button", name="Unduh Rundown.pdf")).to_be_visible()
    expect(page.get_by_text("Jenis berkas ini tidak diterima.")).to_be_visible()
    yield "attachments", settled(page)
    page.get_by_role("button", name="Batalkan agenda").click()
    yield "dialog", settled(page)

    page = devices.window(width, HEIGHT, color_scheme="dark")
    sign_in(page, FAJAR, password)
    for name, path, sight in (
        ("jobs", "/pekerjaan", "Impor pegawai"),
        ("admin", "/administrasi", "Impor pegawai"),
        ("import", "/administrasi/impor", "Impor pegawai"),
        ("accounts", "/administrasi/akun?cari=diskominfo", "Atur ulang kata sandi"),
        ("health", "/administrasi/kesehatan", "Pekerjaan terjadwal"),
        ("connections", "/administrasi/sambungan", "Alamat portal"),
        ("letterheads", "/administrasi/identitas", "Kode unit belum diisi"),
        ("rooms", "/administrasi/ruang", "Tambah ruang"),
        ("letterhead", "/administrasi/identitas/diskominfo", "Pratinjau kop"),
        ("register", "/administrasi/surat-keterangan", "Register nomor"),
        ("letter", "/administrasi/surat-keterangan/baru", "Dasar perubahan"),
        ("directory", "/direktori", "Dinas Kesehatan"),
        ("organisation", "/direktori/organisasi/kec-mojosari", "Kelurahan Sarirejo"),
    ):
        page.goto(path)
        expect(page.get_by_text(sight).first).to_be_visible()
        yield name, settled(page)
    yield from every_page_of_an_administrator(page)


def every_page_of_an_administrator(page: Page) -> Iterator[tuple[str, Page]]:
    """Yield a password to change, the tables, one of them, and the form of its rows with mistakes."""
    page.goto("/profil")
    page.get_by_role("button", name="Ganti kata sandi").click()
    page.get_by_role("button", name="Ganti kata sandi").click()
    expect(page.get_by_text("Isi kata sandi baru.")).to_be_visible()
    yield "password to change", settled(page)
    page.goto("/administrasi/tabel")
    expect(page.get_by_role("link", name="Hari libur dan cuti bersama")).to_be_visible()
    yield "tables", settled(page)
    page.goto("/administrasi/tabel/hari-libur")
    expect(page.get_by_text("Hari Suci Nyepi").first).to_be_visible()
    yield "table", settled(page)
    page.get_by_role("button", name="Usulkan perubahan").click()
    page.get_by_role("button", name="Kirim usulan").click()
    expect(page.get_by_text("Isi tanggal mulai.")).to_be_visible()
    yield "row to propose", settled(page)


def every_page_of_somebody_present(page: Page, server: Served, agenda_id: str) -> Iterator[tuple[str, Page]]:
    """Yield the agenda, and the question of a spot check."""
    page.goto(f"/agenda/{agenda_id}")
    yield "agenda of a guest", settled(page)
    act(server, "eagenda-start-spot-check", {"agenda_id": agenda_id})
    page.goto(f"/agenda/{agenda_id}/cek-acak")
    expect(page.get_by_text("Angka berapa yang sedang tampil")).to_be_visible()
    yield "spot check", settled(page)


def every_page_of_a_guest(page: Page) -> Iterator[tuple[str, Page]]:
    """Yield the form on the phone of somebody without an account: empty, wrong and recorded."""
    page.get_by_role("button", name="Isi sebagai tamu").click()
    yield "guest's form", settled(page)
    page.get_by_role("button", name="Catat kehadiran").click()
    expect(page.get_by_text("Isi nama lengkap Anda.")).to_be_visible()
    yield "guest's mistakes", settled(page)
    page.get_by_label("Nama lengkap").fill("Bu Ratna")
    page.get_by_label("Instansi").fill("PT Angin Timur")
    page.get_by_role("button", name="Catat kehadiran").click()
    sees_verdict(page, "HADIR TERCATAT")
    yield "guest recorded", settled(page)


def every_page_of_letters(page: Page) -> Iterator[tuple[str, Page]]:
    """Yield the desk with a letter that is read and its mistakes, the letter, its correction, and the book."""
    letter = PaperLetter()
    page.goto("/surat/masuk/baru")
    scan_letters(page, letter.payload())
    page.get_by_role("button", name=letter.name, exact=True).click()
    expect(page.get_by_role("img", name=f"Halaman 1 dari {letter.name}")).to_be_visible()
    page.get_by_label("Hal", exact=True).fill("")
    page.get_by_role("button", name="Simpan dan teruskan").click()
    expect(page.get_by_text("Isi hal suratnya.")).to_be_visible()
    yield "letter to register", settled(page)
    page.get_by_label("Hal", exact=True).fill(letter.hal)
    page.get_by_role("button", name="Simpan dan teruskan").click()
    expect(page.get_by_role("heading", name=letter.hal)).to_be_visible()
    yield "letter that came in", settled(page)
    page.get_by_role("link", name="Perbaiki").click()
    expect(page.get_by_label("Alasan perbaikan")).to_be_visible()
    yield "letter to correct", settled(page)
    page.goto("/surat/masuk")
    expect(page.get_by_role("link", name=letter.hal)).to_be_visible()
    yield "letters that came in", settled(page)
    yield from every_page_of_naskah(page)


def every_page_of_naskah(page: Page) -> Iterator[tuple[str, Page]]:
    """Yield the kinds, a draft with what it lacks, the naskah before who signs it, and the list."""
    page.goto("/surat/baru")
    expect(page.get_by_role("button", name="Nota dinas")).to_be_visible()
    yield "kinds of naskah", settled(page)
    page.get_by_role("button", name="Surat undangan").click()
    expect(page.get_by_role("textbox", name="Isi", exact=True)).to_be_visible()
    page.get_by_role("button", name="Ajukan").click()
    expect(page.get_by_text("Isi hal naskah ini.").first).to_be_visible()
    yield "naskah that is drafted", settled(page)
    hal = new_hal()
    draft(page, hal)
    expect(page.get_by_role("heading", name=hal)).to_be_visible()
    yield "naskah on its way", settled(page)
    page.goto("/surat/keluar")
    expect(page.get_by_role("link", name=hal)).to_be_visible()
    yield "naskah in a list", settled(page)
