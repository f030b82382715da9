"""A notulen: its notulis writes, the chair approves on a telephone, and who got a decision finishes it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.axe import faults_that_axe_finds, settled
from tests.journeys.meetings import call_meeting
from tests.journeys.people import ADITYA, ARIF, DEWI, sign_in
from tests.journeys.tasks import approve_notulen, finish_decision

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.journeys.conftest import Devices
    from tests.server import Served

TITLE = "Rapat peta rencana data"
DECISION = "Menyusun daftar data Bapenda"


# The operations are tested on both stores; what the pages do with them is no matter of the store.
@pytest.mark.parametrize("server", ["embedded"], indirect=True)
def test_a_decision_goes_from_the_notulen_to_whoever_carries_it_out(
    devices: Devices, server: Served, password: str
) -> None:
    meeting = call_meeting(server, ARIF, ADITYA, title=TITLE, starts_in=timedelta(hours=-1), lasts=timedelta(hours=2))
    meeting.close()
    desk = devices.desk()
    sign_in(desk, DEWI, password)
    desk.goto(f"/agenda/{meeting.id}")
    desk.get_by_role("link", name="Notulen dan keputusan").click()
    name_chair(desk)
    write(desk)
    desk.get_by_role("button", name=f"Ajukan kepada {ARIF.name}").click()
    expect(desk.get_by_text(f"Menunggu persetujuan {ARIF.name}.")).to_be_visible()

    chair = devices.phone()
    sign_in(chair, ARIF, password)
    chair.get_by_role("button", name="Notulen menunggu persetujuan Anda").click()
    expect(chair.get_by_text(DECISION)).to_be_visible()
    looks_right(chair)
    chair.goto("/kerja")
    approve_notulen(chair)

    owner = devices.phone()
    sign_in(owner, ADITYA, password)
    finish_decision(owner, DECISION, "Daftar data terkirim, surat nomor 12")

    desk.goto("/tindak-lanjut?saring=done")
    desk.get_by_role("link", name=DECISION).click()
    expect(desk.get_by_text("Daftar data terkirim, surat nomor 12")).to_be_visible()
    looks_right(desk)
    desk.get_by_role("link", name="Buka notulennya").click()
    expect(desk.get_by_role("link", name="Periksa keaslian")).to_be_visible()
    with desk.expect_download() as download:
        desk.get_by_role("button", name="Unduh notulen versi 1").click()
    assert download.value.path().read_bytes().startswith(b"%PDF-")
    looks_right(desk)


def name_chair(desk: Page) -> None:
    """Name the head of the office as the chair; who called the meeting goes on writing."""
    desk.get_by_role("button", name="Tunjuk pimpinan rapat dan notulis").click()
    desk.get_by_role("combobox", name="Pimpinan rapat").fill("arif kurniawan setya")
    expect(desk.get_by_role("option", name=ARIF.name)).to_be_visible()
    desk.keyboard.press("Enter")
    desk.get_by_role("button", name="Simpan", exact=True).click()
    expect(desk.get_by_role("button", name=f"Ajukan kepada {ARIF.name}")).to_be_visible()


def write(desk: Page) -> None:
    """Write what was said, and one decision with its owner and its day."""
    desk.get_by_label("Pembahasan").fill("Data tersebar di banyak OPD.")
    desk.get_by_role("button", name="Tambah keputusan").click()
    decision = desk.get_by_role("group", name="Keputusan 1", exact=True)
    decision.get_by_label("Keputusan", exact=True).fill(DECISION)
    decision.get_by_role("combobox", name="Penanggung jawab").fill("aditya firmansyah")
    expect(decision.get_by_role("option", name=ADITYA.name)).to_be_visible()
    desk.keyboard.press("Enter")
    decision.get_by_role("button", name="5 hari kerja").click()
    expect(desk.get_by_role("status").get_by_text("Tersimpan pukul")).to_be_visible()


def looks_right(page: Page) -> None:
    """Find no fault with axe, and nothing to scroll sideways."""
    assert faults_that_axe_finds(settled(page)) == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
