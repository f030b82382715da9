"""A bimtek of two sessions: each is scanned by itself, and so is leaving."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from functions.eagenda.records import AGENDAS, ATTENDANCE, participation_key
from tests.crashes.evidence import text_of
from tests.journeys.axe import faults_that_axe_finds, settled
from tests.journeys.meetings import Meeting
from tests.journeys.people import ADITYA, DEWI, sees_verdict, sign_in
from tests.journeys.tasks import WIB
from tests.journeys.test_attendance import open_hall, read_code

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.journeys.conftest import Devices
    from tests.server import Served

MINUTE = timedelta(minutes=1)
TITLE = "Bimtek arsitektur SPBE"


def test_a_bimtek_of_two_sessions_is_scanned_in_each_and_left(
    devices: Devices, server: Served, password: str, tmp_path: Path
) -> None:
    desk = devices.desk()
    sign_in(desk, DEWI, password)
    meeting = create_bimtek(desk, server)
    expect(desk.get_by_role("listitem").filter(has_text="Materi")).to_contain_text("09.00–10.00 WIB")

    wall = open_hall(devices, desk)
    expect(wall.get_by_text("Absensi sesi Materi dibuka")).to_be_visible()
    let_begin(meeting, "Materi", ago=5 * MINUTE)
    expect(wall.get_by_text("Sesi Materi", exact=True)).to_be_visible()
    phone = devices.phone()
    sign_in(phone, ADITYA, password)
    phone.goto(read_code(wall))
    sees_verdict(phone, "HADIR TERCATAT", ADITYA.name, "Sesi Materi", "Pindai lagi saat pulang, mulai pukul")

    let_begin(meeting, "Praktik", ago=50 * MINUTE)  # ten minutes before its end
    expect(wall.get_by_text("Sesi Praktik", exact=True)).to_be_visible()
    phone.goto(read_code(wall))
    sees_verdict(phone, "HADIR TERCATAT", "Sesi Praktik", "Pindai lagi saat pulang.")
    let_come_earlier(meeting, 5 * MINUTE)
    phone.goto(read_code(wall))
    sees_verdict(phone, "PULANG TERCATAT", ADITYA.name, "Sesi Praktik")
    phone.goto(f"/agenda/{meeting.id}")
    expect(phone.get_by_role("listitem").filter(has_text="Materi")).to_contain_text("pulang tidak tercatat")
    expect(phone.get_by_text("Anda hadir pada sesi “Praktik”")).to_be_visible()

    desk.goto(f"/agenda/{meeting.id}/kehadiran")
    expect(desk.get_by_label("Sesi", exact=True)).to_contain_text("Praktik")
    expect(desk.get_by_role("row", name=ADITYA.name)).not_to_contain_text("Belum")
    desk.get_by_label("Sesi", exact=True).select_option(index=0)
    expect(desk.get_by_role("row", name=ADITYA.name)).to_contain_text("Tidak tercatat")
    assert faults_that_axe_finds(settled(desk)) == []
    desk.get_by_role("button", name="Unduh daftar hadir").click()
    with desk.expect_download() as started:
        desk.get_by_role("dialog").get_by_role("button", name="Unduh daftar hadir").click()
    started.value.save_as(tmp_path / "daftar-hadir.pdf")
    words = text_of((tmp_path / "daftar-hadir.pdf").read_bytes())
    assert all(part in words for part in ("Materi", "Praktik", "Pulang belum tercatat", ADITYA.name))


def create_bimtek(desk: Page, server: Served) -> Meeting:
    """Call Aditya to a bimtek of tomorrow, divided in two, in which leaving is recorded."""
    tomorrow = f"{datetime.now(WIB) + timedelta(days=1):%d/%m/%Y}"
    desk.goto("/agenda/baru")
    desk.get_by_label("Jenis").select_option(label="Bimtek")
    desk.get_by_label("Judul", exact=True).fill(TITLE)
    desk.get_by_label("Tanggal", exact=True).fill(tomorrow)
    desk.get_by_label("Mulai", exact=True).fill("09.00")
    desk.get_by_label("Selesai", exact=True).fill("12.00")
    desk.get_by_label("Tempat").fill("Pendopo")
    desk.get_by_label("Cari orang, OPD, atau jabatan").fill("aditya")
    desk.get_by_role("checkbox", name=ADITYA.name).click()
    desk.get_by_role("button", name="Bagi dalam sesi").click()
    for number, (title, starts, ends) in enumerate((("Materi", "09.00", "10.00"), ("Praktik", "11.00", "12.00")), 1):
        desk.get_by_label(f"Judul sesi {number}").fill(title)
        desk.get_by_label(f"Mulai sesi {number}").fill(starts)
        desk.get_by_label(f"Selesai sesi {number}").fill(ends)
    desk.get_by_role("checkbox", name="Catat jam pulang").check()
    assert faults_that_axe_finds(settled(desk)) == []
    desk.get_by_role("button", name="Periksa undangan").click()
    expect(desk.get_by_role("heading", name="Periksa undangan")).to_be_visible()
    expect(desk.get_by_text("Praktik: 11.00–12.00 WIB")).to_be_visible()
    desk.get_by_role("button", name="Terbitkan undangan").click()
    expect(desk.get_by_role("heading", name=TITLE)).to_be_visible()
    return Meeting(server, desk.url.rpartition("/")[2])


def let_begin(meeting: Meeting, title: str, ago: timedelta) -> None:
    """Let so much time have passed since a session began: all that is known of the agenda moves back by it."""
    agenda = meeting.server.stored(AGENDAS, meeting.id)
    (sitting,) = (it for it in agenda.sittings if it.title == title)
    passed = sitting.starts_at - (datetime.now(UTC) - ago)
    sittings = tuple(_earlier(it, passed, "starts_at", "ends_at", "opens_at", "closes_at") for it in agenda.sittings)
    moved = _earlier(agenda, passed, "starts_at", "ends_at", "opens_at", "closes_at")
    meeting.server.given(AGENDAS, replace(moved, sittings=sittings))
    let_come_earlier(meeting, passed)


def let_come_earlier(meeting: Meeting, passed: timedelta) -> None:
    """Let Aditya have come so much earlier to each session to which he came."""
    for sitting in meeting.server.stored(AGENDAS, meeting.id).sittings:
        found = meeting.server.found(ATTENDANCE, participation_key(meeting.id, ADITYA.person_id, sitting.id))
        if found:
            meeting.server.given(ATTENDANCE, _earlier(found, passed, "at"))


def _earlier(it: Any, passed: timedelta, *names: str) -> Any:  # noqa: ANN401 -- a record
    return replace(it, **{name: getattr(it, name) - passed for name in names})
