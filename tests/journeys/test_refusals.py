"""A scan that does not count is refused by name, with the way out, and the organiser sees it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.meetings import call_meeting
from tests.journeys.people import ADITYA, DEWI, SITI, sees_verdict, sign_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.journeys.conftest import Devices
    from tests.server import Served


@pytest.fixture
def phone(devices: Devices, password: str) -> Page:
    """The telephone of Siti, who is signed in on it."""
    phone = devices.phone()
    sign_in(phone, SITI, password)
    return phone


def test_a_photograph_of_the_code_is_worth_nothing_after_a_minute_and_the_present_code_is(
    phone: Page, server: Served
) -> None:
    meeting = call_meeting(server, SITI)
    phone.goto(meeting.link_of_five_minutes_ago())
    sees_verdict(phone, "DITOLAK: KODE KEDALUWARSA", "Pindai kode yang sedang tampil.")
    phone.goto(meeting.link())  # opened in the same tab, it differs in its fragment alone
    sees_verdict(phone, "HADIR TERCATAT", SITI.name)


def test_who_comes_too_early_is_told_when_attendance_opens(phone: Page, server: Served) -> None:
    phone.goto(call_meeting(server, SITI, starts_in=timedelta(hours=2)).link())
    sees_verdict(phone, "DITOLAK: BELUM DIBUKA", "Absensi dibuka pukul")


def test_who_comes_too_late_is_told_when_attendance_ended_and_whom_to_ask(phone: Page, server: Served) -> None:
    meeting = call_meeting(server, SITI, ADITYA, starts_in=timedelta(hours=-1), lasts=timedelta(hours=2))
    link = meeting.link()
    meeting.close()
    phone.goto(link)
    sees_verdict(phone, "DITOLAK: SUDAH DITUTUP", "Absensi ditutup pukul", DEWI.name)


def test_at_a_cancelled_meeting_the_reason_is_told(phone: Page, server: Served) -> None:
    meeting = call_meeting(server, SITI)
    link = meeting.link()
    meeting.cancel("Narasumber berhalangan")
    phone.goto(link)
    sees_verdict(phone, "DITOLAK: AGENDA DIBATALKAN", "Alasan: Narasumber berhalangan")


def test_who_is_not_invited_is_told_whom_to_ask_and_the_organiser_sees_the_attempt(
    devices: Devices, phone: Page, server: Served, password: str
) -> None:
    meeting = call_meeting(server, ADITYA)
    phone.goto(meeting.link())
    sees_verdict(phone, "DITOLAK: TIDAK DIUNDANG", DEWI.name)
    desk = devices.desk()
    sign_in(desk, DEWI, password)
    desk.goto(f"/agenda/{meeting.id}/kehadiran?tab=ditolak")
    expect(desk.get_by_role("row", name=SITI.name)).to_contain_text("Tidak diundang")


def test_a_link_without_a_code_and_a_meeting_that_does_not_exist_are_told_apart_from_refusals(phone: Page) -> None:
    phone.goto("/h/tidak-ada")
    sees_verdict(phone, "PINDAI LAGI", "Tautan ini tidak membawa kode.")
    phone.goto("/kerja")
    phone.goto("/h/tidak-ada#kode")
    sees_verdict(phone, "DITOLAK: AGENDA TIDAK ADA")
