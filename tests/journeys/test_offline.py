"""Scans in a hall without signal: kept on the phone, sent later, and confirmed by the organiser."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.journeys.axe import faults_that_axe_finds, settled
from tests.journeys.installed import is_kept, plug_in, pull_the_plug, sees_in_the_queue, settle_in, take_the_place
from tests.journeys.meetings import IN_TROWULAN, call_meeting
from tests.journeys.people import ADITYA, DEWI, ILHAM, NURUL, SITI, fill_in, sees_verdict, sign_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.journeys.conftest import Devices
    from tests.journeys.meetings import Meeting
    from tests.server import Server


def scan_without_network(phone: Page, meeting: Meeting) -> None:
    """Take the network away and scan: the link opens all the same, and the scan is kept."""
    link = meeting.link()
    pull_the_plug(phone)
    phone.goto(link)
    sees_verdict(phone, "TERSIMPAN DI PONSEL", "Dikirim saat ada sinyal.")
    assert faults_that_axe_finds(settled(phone)) == []


def test_a_scan_without_network_is_kept_sent_later_and_confirmed(
    devices: Devices, server: Server, password: str
) -> None:
    meeting = call_meeting(server, SITI, title="Apel di lapangan", **IN_TROWULAN)
    phone, desk = devices.phone(keeps=True), devices.desk()
    phone.context.grant_permissions(["geolocation"])
    phone.context.set_geolocation({"latitude": -7.5208, "longitude": 112.5596, "accuracy": 30})
    settle_in(phone, SITI, password)
    sign_in(desk, DEWI, password)
    desk.goto(f"/agenda/{meeting.id}/kehadiran")
    expect(desk.get_by_role("tab", name="Menunggu (0)")).to_be_visible()

    scan_without_network(phone, meeting)
    expect(phone.get_by_text("Lokasi ikut tersimpan.")).to_be_visible()
    phone.get_by_role("button", name="Lihat antrean").click()
    sees_in_the_queue(phone, "Menunggu", "Pindaian kode layar aula")
    expect(phone.get_by_role("link", name="1 menunggu dikirim")).to_be_visible()
    assert faults_that_axe_finds(settled(phone)) == []
    phone.reload()  # the phone was put away and taken out again
    expect(phone.get_by_role("heading", name="Antrean kirim")).to_be_visible()
    assert phone.get_by_text("Semua beres").count() == 0  # not even until the device has been asked
    sees_in_the_queue(phone, "Menunggu")

    plug_in(phone)
    sees_in_the_queue(phone, "Terkirim", "Apel di lapangan", "Menunggu konfirmasi penyelenggara.")
    assert meeting.present() == []

    desk.get_by_role("tab", name="Menunggu (1)").click()
    expect(desk.get_by_role("list", name="Menunggu konfirmasi")).to_contain_text(SITI.name)
    expect(desk.get_by_role("list", name="Menunggu konfirmasi")).to_contain_text("Di luar lokasi, 20,2 km")
    assert faults_that_axe_finds(settled(desk)) == []
    desk.get_by_role("button", name=f"Konfirmasi {SITI.name}").click()
    expect(desk.get_by_text("Tidak ada pindaian luring yang menunggu.")).to_be_visible()
    desk.get_by_role("tab", name="Hadir", exact=True).click()
    expect(desk.get_by_role("row", name=SITI.name)).to_contain_text("Luring, jam ponsel")

    phone.goto(f"/agenda/{meeting.id}")
    expect(phone.get_by_text("Anda hadir, tercatat")).to_be_visible()


def test_letters_typed_without_network_are_kept_too(devices: Devices, server: Server, password: str) -> None:
    meeting = call_meeting(server, ADITYA)
    phone = devices.phone(keeps=True)
    settle_in(phone, ADITYA, password)
    letters = meeting.letters()

    pull_the_plug(phone)
    phone.goto("/pindai")
    phone.get_by_label("Kode di layar aula").fill(letters)
    phone.get_by_role("button", name="Catat kehadiran").click()
    sees_verdict(phone, "TERSIMPAN DI PONSEL")
    plug_in(phone)
    phone.get_by_role("button", name="Lihat antrean").click()

    sees_in_the_queue(phone, "Terkirim", "Menunggu konfirmasi penyelenggara.")


def test_a_session_that_has_ended_asks_to_sign_in_again_and_then_sends(
    devices: Devices, server: Server, password: str
) -> None:
    meeting = call_meeting(server, SITI)
    phone = devices.phone(keeps=True)
    settle_in(phone, SITI, password)
    scan_without_network(phone, meeting)
    phone.get_by_role("button", name="Lihat antrean").click()
    phone.context.clear_cookies()  # as after two weeks

    plug_in(phone)

    expect(phone.get_by_role("dialog", name="Sesi berakhir")).to_be_visible()
    sees_in_the_queue(phone, "Meng")
    fill_in(phone, SITI.login, password)
    sees_in_the_queue(phone, "Terkirim", "Menunggu konfirmasi penyelenggara.")


def test_who_signs_out_with_something_unsent_is_asked_and_keeps_it(
    devices: Devices, server: Server, password: str
) -> None:
    meeting = call_meeting(server, SITI)
    phone = devices.phone(keeps=True)
    settle_in(phone, SITI, password)
    scan_without_network(phone, meeting)
    phone.get_by_role("button", name="Lihat antrean").click()
    phone.get_by_role("button", name="Menu pengguna").click()
    phone.get_by_role("button", name="Keluar", exact=True).click()

    asked = phone.get_by_role("dialog", name="1 pindaian belum terkirim")
    expect(asked).to_contain_text("tetap tersimpan")
    asked.get_by_role("button", name="Kembali").click()
    sees_in_the_queue(phone, "Menunggu")


def test_nothing_is_kept_in_the_name_of_whoever_has_signed_out(devices: Devices, server: Server, password: str) -> None:
    meeting = call_meeting(server, SITI)
    phone = devices.phone(keeps=True)
    settle_in(phone, SITI, password)
    phone.get_by_role("button", name="Menu pengguna").click()
    phone.get_by_role("button", name="Keluar", exact=True).click()
    expect(phone.get_by_role("heading", name="Masuk", exact=True)).to_be_visible()
    is_kept(phone)

    link = meeting.link()
    pull_the_plug(phone)
    phone.goto(link)

    expect(phone.get_by_role("heading", name="Masuk untuk mencatat kehadiran")).to_be_visible()


def test_a_phone_whose_clock_is_off_by_a_day_is_told_so_and_the_scan_stays_with_its_reason(
    devices: Devices, server: Server, password: str
) -> None:
    meeting = call_meeting(server, SITI)
    phone = devices.phone(keeps=True)
    settle_in(phone, SITI, password)
    link = meeting.link()
    pull_the_plug(phone)
    phone.clock.set_system_time(datetime.now(UTC) - timedelta(days=1))
    phone.goto(link)
    sees_verdict(phone, "TERSIMPAN DI PONSEL")
    phone.get_by_role("button", name="Lihat antrean").click()

    plug_in(phone)

    sees_in_the_queue(phone, "Ditolak", "Jam ponsel tidak cocok.", "terlambat 1 hari", "Setel jam ke otomatis")
    expect(phone.get_by_role("link", name="1 perlu Anda periksa")).to_be_visible()
    assert faults_that_axe_finds(settled(phone)) == []
    assert meeting.present() == []
    phone.get_by_role("button", name="Hapus dari daftar").click()
    expect(phone.get_by_text("Semua beres. Tidak ada yang menunggu dikirim.")).to_be_visible()


def test_a_second_phone_asks_and_then_replaces_the_first_which_is_told(
    devices: Devices, server: Server, password: str
) -> None:
    meeting = call_meeting(server, NURUL)
    first, second = devices.phone(keeps=True), devices.phone(keeps=True)
    settle_in(first, NURUL, password)
    scan_without_network(first, meeting)

    sign_in(second, NURUL, password)
    second.goto("/profil")
    take_the_place(second)

    plug_in(first)
    first.get_by_role("button", name="Lihat antrean").click()
    sees_in_the_queue(first, "Ditolak", "Perangkat ini tidak lagi terdaftar.", "Minta penyelenggara mencatat Anda.")
    first.reload()
    told = first.get_by_text("Pindaian luring dari perangkat ini tidak diterima lagi.")
    expect(told).to_be_visible()
    assert faults_that_axe_finds(settled(first)) == []
    first.get_by_role("button", name="Mengerti").click()
    expect(told).not_to_be_visible()


def test_the_organiser_rejects_with_a_reason_and_closing_says_how_many_wait(
    devices: Devices, server: Server, password: str
) -> None:
    meeting = call_meeting(server, SITI, ILHAM, starts_in=timedelta(hours=-1), lasts=timedelta(hours=2))
    desk = devices.desk()
    phones = {}
    for person in (SITI, ILHAM):
        phones[person] = phone = devices.phone(keeps=True)
        settle_in(phone, person, password)
        scan_without_network(phone, meeting)
        plug_in(phone)
        phone.get_by_role("button", name="Lihat antrean").click()
        sees_in_the_queue(phone, "Terkirim")
    sign_in(desk, DEWI, password)
    desk.goto(f"/agenda/{meeting.id}/kehadiran?tab=menunggu")

    desk.get_by_role("button", name=f"Tolak {ILHAM.name}").click()
    dialog = desk.get_by_role("dialog", name="Tolak pindaian luring?")
    dialog.get_by_label("Alasan").fill("Tidak terlihat di aula")
    dialog.get_by_role("button", name="Tolak pindaian").click()
    expect(desk.get_by_role("tab", name="Menunggu (1)")).to_be_visible()
    phones[ILHAM].goto(f"/agenda/{meeting.id}")
    expect(phones[ILHAM].get_by_text("Alasan: Tidak terlihat di aula.")).to_be_visible()

    desk.get_by_role("button", name="Tutup absensi").click()
    closing = desk.get_by_role("dialog", name="Tutup absensi?")
    expect(closing).to_contain_text("1 pindaian luring menunggu konfirmasi.")
    closing.get_by_role("button", name="Lihat yang menunggu").click()
    expect(closing).not_to_be_visible()
    desk.get_by_role("button", name="Tutup absensi").click()
    closing.get_by_role("button", name="Tutup tanpa mereka").click()
    expect(desk.get_by_text("SHA-256 isi")).to_be_visible()
    assert meeting.present() == []
