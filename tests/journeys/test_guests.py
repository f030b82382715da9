"""Guests: from the switch in the form to their section on the paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.crashes.evidence import text_of
from tests.journeys.meetings import call_meeting
from tests.journeys.people import ADITYA, DEWI, sees_verdict, sign_in
from tests.journeys.tasks import soon
from tests.journeys.test_attendance import WITHIN_TWO_SECONDS, download, open_hall, read_code

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.journeys.conftest import Devices
    from tests.server import Server

TITLE = "Temu usaha <b>2026</b>"
A_MOMENT = 200  # milliseconds that a page takes to say what it was answered


def test_a_guest_scans_writes_their_name_and_stands_on_the_paper(
    devices: Devices, password: str, tmp_path: Path
) -> None:
    desk = devices.desk()
    sign_in(desk, DEWI, password)
    create_meeting_with_guests(desk)
    wall = open_hall(devices, desk)
    desk.goto(desk.url.replace("/layar", "/kehadiran"))
    desk.get_by_role("tab", name="Tamu").click()
    expect(desk.get_by_text("Belum ada tamu.")).to_be_visible()

    phone = open_form(devices, read_code(wall))
    expect(phone.get_by_text(TITLE)).to_be_visible()
    expect(phone.get_by_text("dihapus 30 hari sesudah agenda selesai")).to_be_visible()
    fill_in(phone, "Ratna Wijaya", "PT Angin Timur", "0812-3456-7890")
    sees_verdict(phone, "HADIR TERCATAT", "Ratna Wijaya", TITLE, "Terima kasih", "WIB")

    row = desk.get_by_role("row", name="Ratna Wijaya")
    expect(row).to_contain_text("PT Angin Timur", timeout=WITHIN_TWO_SECONDS)
    expect(row).to_contain_text("0812-3456-7890")
    expect(wall.get_by_text("0 hadir dari 1 + 1 tamu")).to_be_visible()

    fill_in(open_form(devices, read_code(wall)), "Asal Isi", "Iseng")
    remove(desk, "Asal Isi", "Bukan tamu")
    expect(desk.get_by_text(re.compile("Dihapus oleh Dewi .*: Bukan tamu"))).to_be_visible()
    expect(wall.get_by_text("0 hadir dari 1 + 1 tamu")).to_be_visible()

    desk.get_by_role("button", name="Tutup absensi").click()
    desk.get_by_role("dialog").get_by_role("button", name="Tutup absensi").click()
    expect(desk.get_by_text("Daftar hadir versi 1")).to_be_visible()
    expect(desk.get_by_role("button", name="Hapus Ratna Wijaya")).to_be_hidden()
    words = text_of(download(desk, tmp_path / "daftar-hadir.pdf"))
    assert all(word in words for word in ("Tamu", "Ratna Wijaya", "PT Angin Timur", "dan 1 tamu"))
    assert not any(word in words for word in ("Asal Isi", "3456"))


def test_a_form_that_was_reloaded_or_sent_twice_is_one_guest(devices: Devices, server: Server) -> None:
    meeting = call_meeting(server, ADITYA, admit_guests=True)
    phone = open_form(devices, meeting.link())
    phone.reload()
    phone.get_by_role("button", name="Isi sebagai tamu").click()
    fill_in(phone, "Ratna Wijaya", "PT Angin Timur")
    sees_verdict(phone, "HADIR TERCATAT")

    phone.reload()
    phone.get_by_role("button", name="Isi sebagai tamu").click()
    fill_in(phone, "Ratna W.", "PT Angin Timur")
    sees_verdict(phone, "SUDAH TERCATAT", "Ratna Wijaya")


def test_what_is_missing_or_wrong_is_said_at_its_field_and_what_is_written_stays(
    devices: Devices, server: Server
) -> None:
    phone = open_form(devices, call_meeting(server, ADITYA, admit_guests=True).link())
    fill_in(phone, "", "PT Angin Timur", "nol delapan")
    expect(phone.get_by_text("Isi nama lengkap Anda.")).to_be_visible()
    expect(phone.get_by_label("Nama lengkap")).to_be_focused()

    fill_in(phone, "Ratna Wijaya", "PT Angin Timur", "nol delapan")
    expect(phone.get_by_text("Tulis nomor lengkap, misalnya 0812-3456-7890.")).to_be_visible()
    expect(phone.get_by_label("Instansi")).to_have_value("PT Angin Timur")


def test_without_a_network_what_was_written_stays_and_is_sent_again(devices: Devices, server: Server) -> None:
    phone = open_form(devices, call_meeting(server, ADITYA, admit_guests=True).link())
    phone.route("**/api/eagenda-record-guest", lambda route: route.abort())
    fill_in(phone, "Ratna Wijaya", "PT Angin Timur")
    expect(phone.get_by_text("Isian Anda tetap ada.")).to_be_visible()

    phone.unroute("**/api/eagenda-record-guest")
    devices.complaints.clear()  # the browser's own word for the request that never arrived
    phone.get_by_role("button", name="Catat kehadiran").click()
    sees_verdict(phone, "HADIR TERCATAT")


def test_where_guests_are_not_admitted_or_the_code_is_old_nothing_is_offered(devices: Devices, server: Server) -> None:
    without, with_guests = call_meeting(server, ADITYA), call_meeting(server, ADITYA, admit_guests=True)
    for link in (without.link(), with_guests.link_of_five_minutes_ago()):
        phone = devices.phone()
        with phone.expect_response("**/api/eagenda-show-guest-form"):
            phone.goto(link)
        expect(phone.get_by_role("button", name="Masuk", exact=True)).to_be_visible()
        phone.wait_for_timeout(A_MOMENT)
        expect(phone.get_by_role("button", name="Isi sebagai tamu")).to_be_hidden()


def test_a_guest_of_a_cancelled_meeting_is_told_why(devices: Devices, server: Server) -> None:
    meeting = call_meeting(server, ADITYA, admit_guests=True)
    link = meeting.link()
    meeting.cancel("Narasumber berhalangan")
    phone = open_form(devices, link)
    sees_verdict(phone, "DITOLAK: AGENDA DIBATALKAN", "Narasumber berhalangan")


def create_meeting_with_guests(desk: Page) -> None:
    """Call Aditya to a meeting that admits guests."""
    starts, ends = soon()
    desk.goto("/agenda/baru")
    desk.get_by_label("Judul").fill(TITLE)
    desk.get_by_label("Tanggal", exact=True).fill(f"{starts:%d/%m/%Y}")
    desk.get_by_label("Mulai").fill(f"{starts:%H.%M}")
    desk.get_by_label("Selesai").fill(f"{ends:%H.%M}")
    desk.get_by_label("Tempat").fill("Pendopo")
    desk.get_by_label("Cari orang, OPD, atau jabatan").fill("aditya")
    desk.get_by_role("checkbox", name=ADITYA.name).check()
    desk.get_by_role("checkbox", name=re.compile("^Terima tamu")).check()
    desk.get_by_role("button", name="Periksa undangan").click()
    expect(desk.get_by_text("Tamu tanpa akun boleh menulis namanya sendiri.")).to_be_visible()
    desk.get_by_role("button", name="Terbitkan undangan").click()
    expect(desk.get_by_role("heading", name=TITLE)).to_be_visible()


def open_form(devices: Devices, link: str) -> Page:
    """Follow the hall's link on the telephone of somebody without an account, and choose the form."""
    phone = devices.phone()
    phone.goto(link)
    phone.get_by_role("button", name="Isi sebagai tamu").click()
    return phone


def fill_in(phone: Page, name: str, institution: str, telephone: str = "") -> None:
    """Fill in the form and send it."""
    phone.get_by_label("Nama lengkap").fill(name)
    phone.get_by_label("Instansi").fill(institution)
    phone.get_by_label("Nomor telepon").fill(telephone)
    phone.get_by_role("button", name="Catat kehadiran").click()


def remove(desk: Page, name: str, reason: str) -> None:
    """Take a guest off the list."""
    desk.get_by_role("button", name=f"Hapus {name}").click()
    desk.get_by_label("Alasan").fill(reason)
    desk.get_by_role("dialog").get_by_role("button", name="Hapus tamu").click()
    expect(desk.get_by_text(f"{name} dihapus dari daftar.")).to_be_visible()
