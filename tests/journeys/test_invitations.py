"""Somebody invited lets another come; the organiser sees it, and invites the head of an office too."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.journeys.axe import faults_that_axe_finds, settled
from tests.journeys.meetings import call_meeting
from tests.journeys.people import ADITYA, DEWI, sign_in

if TYPE_CHECKING:
    from tests.journeys.conftest import Devices
    from tests.server import Served

DEPUTY = "Putri Cahya Ningrum, S.Ak."


def test_a_deputy_is_chosen_in_the_task_and_the_organiser_sees_who_comes(
    devices: Devices, server: Served, password: str
) -> None:
    title = "Rapat pembagian wakil"
    meeting = call_meeting(server, ADITYA, title=title, starts_in=timedelta(hours=5))
    phone = devices.phone()
    sign_in(phone, ADITYA, password)
    phone.get_by_role("button", name=title).click()
    phone.get_by_role("button", name="Diwakilkan").click()
    phone.get_by_role("combobox", name="Wakil").fill("putri")
    phone.get_by_role("option", name=DEPUTY).click()
    phone.get_by_role("button", name="Tunjuk wakil").click()
    expect(phone.get_by_text(f"Anda diwakili {DEPUTY}")).to_be_visible()

    desk = devices.desk()
    sign_in(desk, DEWI, password)
    desk.goto(f"/agenda/{meeting.id}/undangan")
    expect(desk.get_by_text(f"Diwakili {DEPUTY}")).to_be_visible()
    expect(desk.get_by_text("mewakili Pengelola Layanan Operasional")).to_be_visible()
    desk.get_by_text("Undang lagi").click()
    desk.get_by_role("button", name="Satu OPD").click()
    desk.get_by_label("OPD atau kecamatan").select_option(label="Dinas Sosial")
    desk.get_by_role("button", name="Kepalanya saja").click()
    desk.get_by_role("button", name="Undang 1 orang").click()
    expect(desk.get_by_role("heading", name="2 orang diundang")).to_be_visible()
    assert faults_that_axe_finds(settled(desk)) == []
