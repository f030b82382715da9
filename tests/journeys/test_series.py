"""An apel every Monday: its days are looked at, published at once, and moved from one of them on."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from shared.rules.calendar import day_date, long_date, wib_date
from tests.journeys.axe import faults_that_axe_finds, settled
from tests.journeys.people import ADITYA, DEWI, sign_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.journeys.conftest import Devices

TITLE = "Apel Senin Diskominfo"
PUTRI = "Putri Cahya Ningrum, S.Ak."
MONDAYS_FROM_NOW = 10  # weeks: where no other journey calls a meeting


# What the days become is tested on both stores; the page is the same in both modes.
@pytest.mark.parametrize("server", ["embedded"], indirect=True)
def test_an_apel_every_monday_is_published_at_once_and_moved_from_one_monday_on(
    devices: Devices, password: str
) -> None:
    page = devices.desk()
    sign_in(page, DEWI, password)
    monday = next_monday()
    fill_in_series(page, f"{monday:%d/%m/%Y}")
    days = page.get_by_role("list", name="Tanggal seri")
    expect(page.get_by_text("Setiap Senin, 4 kali.")).to_be_visible()
    expect(days.get_by_role("listitem")).to_have_count(4)
    days.get_by_label(day_date(monday + timedelta(days=14))).uncheck()
    expect(page.get_by_text("3 tanggal, 1 dilewati.")).to_be_visible()
    assert faults_that_axe_finds(settled(page)) == []
    page.get_by_role("button", name="Periksa undangan").click()
    expect(page.get_by_text("3 tanggal, 1 dilewati.")).to_be_visible()
    page.get_by_role("button", name="Terbitkan undangan").click()

    expect(page.get_by_text("Seri 3 tanggal dibuat.")).to_be_visible()
    series = page.get_by_role("region", name="Seri")
    expect(series.get_by_role("listitem")).to_have_count(3)
    expect(series.get_by_text("dikerjakan")).to_have_count(0)
    assert faults_that_axe_finds(settled(page)) == []
    series.get_by_role("link", name=day_date(monday + timedelta(days=7))).click()
    page.get_by_role("link", name="Ubah atau pindahkan").click()
    page.get_by_label("Tanggal ini dan seterusnya").check()
    page.get_by_label("Tempat", exact=True).fill("Halaman belakang")
    page.get_by_label("Alasan perubahan").fill("Halaman depan diperbaiki")
    page.get_by_role("button", name="Simpan perubahan").click()
    expect(series.get_by_text("Halaman belakang")).to_have_count(2)
    expect(series.get_by_text("Halaman depan")).to_have_count(1)

    page.get_by_role("link", name="Yang diundang").click()
    page.get_by_text("Undang lagi").click()
    page.get_by_label("Cari orang, OPD, atau jabatan").fill("Putri Cahya")
    page.get_by_role("checkbox", name=PUTRI).check()
    page.get_by_label("Tanggal ini dan seterusnya").check()
    page.get_by_role("button", name="Undang 1 orang").click()
    expect(page.get_by_text("1 orang sedang diundang ke 2 tanggal.")).to_be_visible()
    expect(page.get_by_text("Selesai pukul")).to_be_visible()
    page.get_by_role("list", name="Yang diundang").get_by_role("checkbox", name=PUTRI).check()
    page.get_by_role("button", name="Tarik 1 undangan").click()
    page.get_by_role("dialog").get_by_label("Tanggal ini dan seterusnya").check()
    assert faults_that_axe_finds(settled(page)) == []
    page.get_by_role("dialog").get_by_role("button", name="Tarik 1 undangan").click()
    expect(page.get_by_role("heading", name="1 orang diundang")).to_be_visible()

    phone = devices.phone()
    sign_in(phone, ADITYA, password)
    phone.goto("/pemberitahuan")
    expect(phone.get_by_role("link", name="Seri agenda berubah")).to_have_count(1)
    expect(phone.get_by_role("listitem").filter(has_text=TITLE)).to_have_count(2)
    phone.goto(f"/agenda?tampilan=hari&tanggal={monday}")
    phone.get_by_role("link", name=TITLE).click()
    expect(phone.get_by_role("region", name="Seri").get_by_text(long_date(monday))).to_be_visible()
    assert not phone.evaluate("document.documentElement.scrollWidth > innerWidth")


def next_monday() -> date:
    today = wib_date(datetime.now(UTC))
    return today + timedelta(days=7 * MONDAYS_FROM_NOW - today.weekday())


def fill_in_series(page: Page, date: str) -> None:
    """Say what, when, how it repeats and whom."""
    page.goto("/agenda/baru")
    page.get_by_label("Judul").fill(TITLE)
    page.get_by_label("Tanggal", exact=True).fill(date)
    page.get_by_label("Mulai", exact=True).fill("7")
    page.get_by_label("Selesai", exact=True).fill("7.30")
    page.get_by_label("Ulangi agenda").select_option("Setiap Senin")
    page.get_by_label("Berapa kali").fill("4")
    page.get_by_label("Lewati hari libur").uncheck()
    page.get_by_label("Tempat", exact=True).fill("Halaman depan")
    page.get_by_label("Cari orang, OPD, atau jabatan").fill("Aditya Firmansyah")
    page.get_by_role("checkbox", name=ADITYA.name).check()
