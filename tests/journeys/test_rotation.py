"""Officials change posts by one file: planned, seen, approved by another person, undone before the day."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.directory.rotating import moves_file
from tests.journeys.axe import faults_that_axe_finds, settled
from tests.journeys.people import BAYU, FAJAR, sign_in
from tests.journeys.tasks import WIB

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload, Page

    from tests.journeys.conftest import Devices

# Of posts that no other journey looks at: all of them share one server.
GALIH = ("198109262000121902", "Galih Prabowo Sunu, S.STP., M.Si.")
POST = ("disperta-kepala", "Kepala Dinas Pertanian")


def test_a_rotation_is_planned_approved_by_another_and_undone_before_its_day(devices: Devices, password: str) -> None:
    planner = devices.desk()
    sign_in(planner, FAJAR, password)
    plan(planner)
    expect(planner.get_by_text("Menunggu pengelola kepegawaian lain.")).to_be_visible()
    expect(planner.get_by_role("list", name="1 perpindahan")).to_contain_text(GALIH[1])
    expect(planner.get_by_role("heading", name="1 jabatan menjadi lowong")).to_be_visible()
    assert faults_that_axe_finds(settled(planner)) == []

    approver = devices.desk()
    sign_in(approver, BAYU, password)
    approver.goto(planner.url)
    approver.get_by_role("button", name="Setujui 1 perpindahan").click()
    approver.get_by_role("button", name="Setujui mutasi").click()
    approver.get_by_label("Kata sandi Anda").fill(password)
    approver.get_by_role("button", name="Lanjutkan").click()
    expect(approver.get_by_role("region", name="Penerapan").get_by_text("Selesai pukul")).to_be_visible()
    approver.goto(f"/direktori/jabatan/{POST[0]}")
    expect(approver.get_by_text(GALIH[1])).to_be_visible()

    planner.goto("/pemberitahuan")
    planner.get_by_role("link", name="Mutasi yang Anda susun disetujui").first.click()
    planner.get_by_role("button", name="Batalkan mutasi").click()
    planner.get_by_label("Alasan").fill("Salah jabatan")
    planner.get_by_role("dialog").get_by_role("button", name="Batalkan mutasi").click()
    expect(planner.get_by_role("region", name="Pembatalan").get_by_text("Selesai pukul")).to_be_visible()
    approver.reload()
    expect(approver.get_by_role("heading", name=POST[1])).to_be_visible()
    expect(approver.get_by_text(GALIH[1])).to_have_count(0)


def plan(page: Page) -> None:
    """Fill in the page and choose the file."""
    page.goto("/administrasi/mutasi/baru")
    page.get_by_label("Mulai berlaku").fill(f"{datetime.now(WIB) + timedelta(days=7):%d/%m/%Y}")
    page.get_by_label("Dasar").fill("Keputusan Bupati Nomor 821.2/15/416-204/2026")
    content = moves_file((GALIH[0], POST[0], "", "", "Definitif"))
    file: FilePayload = {"name": "mutasi.csv", "mimeType": "text/csv", "buffer": content}
    with page.expect_file_chooser() as opened:
        page.get_by_role("button", name="Pilih berkas").click()
    opened.value.set_files(file)
