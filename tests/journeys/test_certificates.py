"""A bimtek is over: its organiser issues certificates, who was there downloads one, and a stranger checks it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.crashes.evidence import text_of
from tests.journeys.axe import faults_that_axe_finds, settled
from tests.journeys.meetings import act, call_meeting
from tests.journeys.people import ADITYA, ARIF, DEWI, sees_verdict, sign_in
from tests.journeys.test_papers import choose_person
from tests.server import Caller

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.journeys.conftest import Devices
    from tests.server import Served

TITLE = "Bimtek keamanan informasi"
REASON = "Tidak mengikuti sampai akhir"


def test_certificates_are_issued_downloaded_and_checked(
    devices: Devices, server: Served, password: str, tmp_path: Path
) -> None:
    state_number_code(server)
    bimtek = call_meeting(
        server, ADITYA, title=TITLE, kind="bimtek", starts_in=timedelta(hours=-1), lasts=timedelta(hours=2)
    )
    phone = devices.phone()
    sign_in(phone, ADITYA, password)
    phone.goto("/profil#sertifikat")
    expect(own(phone).get_by_text("Belum ada.")).to_be_visible()
    phone.goto(bimtek.link())
    sees_verdict(phone, "HADIR TERCATAT")
    bimtek.close()

    desk = devices.desk()
    sign_in(desk, DEWI, password)
    desk.goto(f"/agenda/{bimtek.id}")
    desk.get_by_role("link", name="Sertifikat", exact=True).click()
    desk.get_by_role("button", name="Terbitkan sertifikat").click()
    for missing in ("Isi materinya.", "Isi angka 1 sampai 200.", "Pilih penanda tangannya."):
        expect(desk.get_by_text(missing)).to_be_visible()
    assert faults_that_axe_finds(settled(desk)) == []
    fill_in(desk)
    desk.get_by_role("button", name="Terbitkan sertifikat").click()
    desk.get_by_role("dialog").get_by_role("button", name="Terbitkan").click()
    expect(desk.get_by_role("heading", name="1 sertifikat terbit")).to_be_visible()
    expect(desk.get_by_text("Selesai pukul")).to_be_visible()
    desk.get_by_label("Cari pemilik sertifikat").fill("adit")
    expect(desk.get_by_role("list", name="Sertifikat yang ditemukan")).to_contain_text(ADITYA.name)
    assert faults_that_axe_finds(settled(desk)) == []

    phone.goto("/profil#sertifikat")
    expect(own(phone).get_by_role("heading", name=TITLE).first).to_be_in_viewport()
    with phone.expect_download() as started:
        own(phone).get_by_role("button", name=f"Unduh sertifikat {TITLE}").first.click()
    started.value.save_as(tmp_path / "sertifikat.pdf")
    words = text_of((tmp_path / "sertifikat.pdf").read_bytes())
    assert all(said in words for said in (ADITYA.name, TITLE, "Praktik kata sandi", ARIF.name))
    assert faults_that_axe_finds(settled(phone)) == []
    address = own(phone).get_by_role("link", name="Buka halaman pemeriksaan").first.get_attribute("href")
    assert address is not None

    stranger = devices.phone()
    stranger.goto(address)
    expect(stranger.get_by_role("heading", name="Naskah sah")).to_be_visible()
    expect(stranger.get_by_text(ADITYA.name)).to_be_visible()
    assert stranger.evaluate("document.documentElement.scrollWidth <= innerWidth")
    desk.get_by_role("button", name=f"Cabut sertifikat {ADITYA.name}").click()
    desk.get_by_label("Alasan").fill(REASON)
    desk.get_by_role("button", name="Cabut sertifikat", exact=True).click()
    expect(desk.get_by_text("Dicabut", exact=True)).to_be_visible()
    stranger.goto(address)
    expect(stranger.get_by_role("heading", name="Naskah dicabut")).to_be_visible()
    expect(stranger.get_by_text(REASON)).to_be_visible()
    assert stranger.evaluate("document.documentElement.scrollWidth <= innerWidth")


def state_number_code(server: Served) -> None:
    """State the code in the numbers of Dewi's office, unless it has one."""
    with Caller(server) as caller:
        kop = caller.get("papers-show-letterhead?organisation_id=diskominfo", server.token(DEWI.person_id)).body
    if not kop["number_code"]:
        code = {"organisation_id": "diskominfo", "number_code": "416-114", "version": kop["version"]}
        act(server, "papers-change-letterhead", code)


def own(page: Page) -> Locator:
    """Return the part of the profile with one's own certificates."""
    return page.get_by_role("region", name="Sertifikat saya")


def fill_in(page: Page) -> None:
    """Say what was taught and who signs."""
    page.get_by_label("Judul materi").fill("Kebijakan keamanan informasi")
    page.get_by_label("Jam pelajaran (JP)").fill("2")
    page.get_by_role("button", name="Tambah materi").click()
    second = page.get_by_role("group", name="Materi 2")
    second.get_by_label("Judul materi").fill("Praktik kata sandi")
    second.get_by_label("Jam pelajaran (JP)").fill("4")
    expect(page.get_by_text("Jumlah: 6 JP")).to_be_visible()
    choose_person(page, "Penanda tangan", ARIF.name)
