"""A kiosk at the door: its camera reads people's own codes, quickly, and it goes on through an outage."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from functions.eagenda.domain.codes import SLOT_SECONDS
from shared.rules.calendar import parse_rfc3339
from shared.rules.device import Device, PersonDevices
from shared.views.devices import HEARTBEATS, PERSON_DEVICES
from tests.cloud.waiting import eventually
from tests.film import Scene, shoot
from tests.journeys.axe import faults_that_axe_finds, settled
from tests.journeys.conftest import Devices
from tests.journeys.installed import is_kept, plug_in, pull_the_plug, settle_in
from tests.journeys.meetings import call_meeting
from tests.journeys.people import ADITYA, DEWI, SITI, Account, sign_in
from tests.phone import DeviceKey
from tests.server import Caller

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page, Playwright

    from tests.journeys.meetings import Meeting
    from tests.server import Served, Server

ALREADY = re.compile(r"^SUDAH HADIR \d")
EACH = 1.6  # seconds before the camera
SLOWEST = 3.0  # seconds from one to the next: twenty a minute

# People of the demo who hold no account in other journeys; a phone each.
ARRIVING = ("p-9ka7gesxbc", "p-nbvemp55uq", "p-aqgq8szcsz", "p-2x5z78vrr2", "p-mgmpk3993k")

FAKE_CAMERA = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")


def enrolled(server: Served, person_id: str) -> DeviceKey:
    """Let a person have a phone that signs for them."""
    key = DeviceKey()
    phone = Device(key.id, "Ponsel", key.public_key, datetime.now(UTC) - timedelta(days=1))
    server.given(PERSON_DEVICES, PersonDevices(person_id, (phone,)))
    return key


def film_of(path: Path, phones: dict[str, DeviceKey]) -> Path:
    """Film everybody's code one after the other: of this half minute, and again of the next two for a slow machine."""
    passes = [datetime.now(UTC) + timedelta(seconds=SLOT_SECONDS * later) for later in range(3)]
    return shoot(path, [Scene(key.code_of(person, at), EACH) for at in passes for person, key in phones.items()])


def open_kiosk(page: Page, meeting: Meeting, password: str, *, attended: bool = False) -> None:
    """Sign in at the tablet and go as far as the button that starts the kiosk."""
    sign_in(page, DEWI, password)
    page.goto(f"/agenda/{meeting.id}")
    page.get_by_role("link", name="Buka kios di pintu").click()
    expect(page.get_by_role("heading", name="Buka kios kehadiran")).to_be_visible()
    if attended:
        page.get_by_label("Ada petugas di kios ini").check()


def arrivals(meeting: Meeting) -> list[dict[str, Any]]:
    """Return who is present, in order of arrival."""
    with Caller(meeting.server) as caller:
        query = f"eagenda-list-attendance?agenda_id={meeting.id}"
        items: list[dict[str, Any]] = caller.get(query, meeting.server.token(DEWI.person_id)).body["items"]
    return items


@pytest.fixture
def filming(
    playwright: Playwright, browser_type_launch_args: dict[str, Any], embedded_server: Server, tmp_path: Path
) -> Iterator[tuple[Devices, Path]]:
    """Give out tablets whose camera films what lies at a path by then."""
    film = tmp_path / "door.y4m"
    arguments = [*browser_type_launch_args["args"], *FAKE_CAMERA, f"--use-file-for-fake-video-capture={film}"]
    browser = playwright.chromium.launch(**{**browser_type_launch_args, "args": arguments})
    handed_out = Devices(browser.new_context, embedded_server)
    yield handed_out, film
    browser.close()
    assert handed_out.complaints == []


def test_the_kiosks_camera_takes_more_than_twenty_people_a_minute(
    filming: tuple[Devices, Path], embedded_server: Server
) -> None:
    devices, film = filming
    phones = {person: enrolled(embedded_server, person) for person in ARRIVING}
    people = [Account("", person, person) for person in ARRIVING]
    meeting = call_meeting(embedded_server, *people, title="Apel pagi")
    tablet = devices.window(1280, 800)
    open_kiosk(tablet, meeting, embedded_server.password())
    film_of(film, phones)

    tablet.get_by_role("button", name="Mulai kios").click()

    expect(tablet.get_by_text("HADIR TERCATAT")).to_be_visible()
    expect(tablet.get_by_text(f"{len(ARRIVING)} hadir dari {len(ARRIVING)}")).to_be_visible(timeout=60_000)
    present = arrivals(meeting)
    assert {(it["person_id"], it["method"]) for it in present} == {(person, "kiosk") for person in ARRIVING}
    moments = [parse_rfc3339(it["attended_at"]) for it in present]
    gaps = [(after - before).total_seconds() for before, after in pairwise(moments)]
    assert median(gaps) <= SLOWEST  # a machine that is busy may miss one, and finds them when the film begins again


def test_a_kiosk_goes_on_through_an_outage_with_phones_that_have_no_signal_either(
    devices: Devices, server: Served, password: str
) -> None:
    meeting = call_meeting(server, SITI, ADITYA, title="Apel di lapangan")
    phone, tablet = devices.phone(keeps=True), devices.window(1280, 800, keeps=True)
    settle_in(phone, SITI, password, beats=True)
    open_kiosk(tablet, meeting, password, attended=True)
    assert faults_that_axe_finds(settled(tablet)) == []
    tablet.get_by_role("button", name="Mulai kios").click()
    expect(tablet.get_by_text("Tersambung")).to_be_visible()
    is_kept(tablet)
    eventually(lambda: server.found(HEARTBEATS, SITI.person_id) is not None, seconds=60)
    pull_the_plug(phone)
    pull_the_plug(tablet)

    phone.goto("/kode-saya")
    code = shown_code(phone)
    assert faults_that_axe_finds(settled(phone)) == []
    read_by_usb(tablet, code)
    expect(tablet.get_by_text("TERSIMPAN DI KIOS")).to_be_visible()
    expect(tablet.get_by_text(SITI.name).first).to_be_visible()
    expect(tablet.get_by_text("Luring, kios tetap mencatat · 1 belum terkirim")).to_be_visible()
    assert faults_that_axe_finds(settled(tablet)) == []

    write_down(tablet, "aditya", ADITYA, "Ponsel tertinggal")
    expect(tablet.get_by_text("2 belum terkirim")).to_be_visible()
    tablet.reload()  # somebody stumbled over the cable
    tablet.get_by_role("button", name="Lanjutkan kios").click()
    expect(tablet.get_by_text("2 belum terkirim")).to_be_visible()
    assert meeting.present() == []

    plug_in(tablet)
    expect(tablet.get_by_text("2 hadir dari 2")).to_be_visible()
    assert {(it["name"], it["method"]) for it in arrivals(meeting)} == {(SITI.name, "kiosk"), (ADITYA.name, "by_hand")}
    read_by_usb(tablet, code)
    expect(tablet.get_by_text(ALREADY).or_(tablet.get_by_text("DITOLAK: KODE KEDALUWARSA"))).to_be_visible()

    revoke_the_only_one(devices.desk(), meeting, password)
    expect(tablet.get_by_text("Kios ini sudah dicabut.")).to_be_visible()


def revoke_the_only_one(desk: Page, meeting: Meeting, password: str) -> None:
    """Take the tablet off the meeting, as its organiser."""
    sign_in(desk, DEWI, password)
    desk.goto(f"/agenda/{meeting.id}/kehadiran?tab=kios")
    desk.get_by_role("button", name="Cabut kios").click()
    dialog = desk.get_by_role("dialog", name="Cabut kios ini?")
    dialog.get_by_label("Alasan").fill("Tablet hilang")
    assert faults_that_axe_finds(settled(desk)) == []
    dialog.get_by_role("button", name="Cabut kios").click()
    expect(desk.get_by_text(re.compile(r"^Dicabut Dewi .*: Tablet hilang$"))).to_be_visible()


def shown_code(phone: Page) -> str:
    """Read the code off the phone's screen, as the kiosk's camera does."""
    picture = phone.get_by_role("img", name="Kode QR Anda")
    expect(picture).to_be_visible()
    screen = phone.get_by_label("Kode untuk kios").screenshot()
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(screen)))
    return str(found.text)


def read_by_usb(tablet: Page, code: str) -> None:
    """Let a reader on the USB port type what it read."""
    tablet.keyboard.type(code)
    tablet.keyboard.press("Enter")


def write_down(tablet: Page, typed: str, account: Account, reason: str) -> None:
    """Write somebody down who has no phone, chosen by name."""
    tablet.get_by_role("button", name="Catat tanpa ponsel").click()
    dialog = tablet.get_by_role("dialog", name="Catat tanpa ponsel")
    dialog.get_by_role("button", name="Catat hadir").click()
    expect(dialog.get_by_text("Isi alasannya.")).to_be_visible()
    dialog.get_by_label("NIP atau nama").fill(typed)
    dialog.get_by_role("button", name=account.name).click()
    dialog.get_by_label("Alasan").fill(reason)
    dialog.get_by_role("button", name="Catat hadir").click()
    expect(dialog).not_to_be_visible()
