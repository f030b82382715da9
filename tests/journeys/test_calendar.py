"""An employee looks at the month on a desk and a phone, and lets another program read it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from shared.rules.calendar import wib_date
from tests.journeys.meetings import call_meeting
from tests.journeys.people import ADITYA, sign_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.journeys.conftest import Devices
    from tests.server import Served

IN_SIX_WEEKS = timedelta(days=42)
TITLE = "Rapat kalender <b>satu</b>; dua, tiga"


def test_a_month_is_walked_by_keys_and_read_by_another_program(devices: Devices, server: Served, password: str) -> None:
    # On a day of its own: of the many that other journeys call for today, a month names a few.
    meeting = call_meeting(server, ADITYA, title=TITLE, starts_in=IN_SIX_WEEKS)
    day = wib_date(datetime.now(UTC) + IN_SIX_WEEKS)

    desk = devices.desk()
    sign_in(desk, ADITYA, password)
    desk.goto("/agenda")
    desk.get_by_role("radiogroup", name="Tampilan").get_by_text("Bulan").click()
    desk.keyboard.press("t")
    today = desk.get_by_role("button", name=re.compile("hari ini$"))
    expect(today).to_be_focused()
    desk.keyboard.press("ArrowDown")
    expect(desk.locator("[aria-pressed=true]")).to_be_focused()
    desk.goto("/agenda")  # the device remembers the view
    sees_meeting(desk, f"/agenda?tanggal={day}", meeting.id)

    phone = desk
    phone.set_viewport_size({"width": 360, "height": 800})
    sees_meeting(phone, f"/agenda?tampilan=bulan&tanggal={day}", meeting.id)
    assert not phone.evaluate("document.documentElement.scrollWidth > innerWidth")

    phone.goto("/profil")
    phone.get_by_role("button", name="Buat alamat kalender").click()
    address = phone.get_by_role("dialog").locator("code").inner_text()
    phone.get_by_role("button", name="Sudah saya salin").click()
    calendar = phone.request.get(address)
    assert calendar.headers["content-type"] == "text/calendar; charset=utf-8"
    assert r"SUMMARY:Rapat kalender <b>satu</b>\; dua\, tiga" in calendar.text()
    phone.get_by_role("button", name="Cabut alamat").click()
    phone.get_by_role("dialog").get_by_role("button", name="Cabut alamat").click()
    expect(phone.get_by_text("Alamat kalender dicabut.")).to_be_visible()
    assert phone.request.get(address).status == 404


def sees_meeting(page: Page, path: str, agenda_id: str) -> None:
    """See the meeting in a view, as text."""
    page.goto(path)
    expect(page.locator(f'main a[href="/agenda/{agenda_id}"]').first).to_be_visible()
