"""Guests from outside: invited by e-mail, answering and coming by the link in it, on a telephone without an account."""

from __future__ import annotations

import re
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.cloud.served import serving_in_the_cloud_s_shape
from tests.eagenda.guests_by_mail import body_of, file_in
from tests.journeys.axe import faults_that_axe_finds
from tests.journeys.meetings import call_meeting
from tests.journeys.people import ADITYA, DEWI, sees_verdict, sign_in
from tests.mail.post_office import HOST, SENDER, open_office
from tests.server import Server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage
    from pathlib import Path

    from tests.journeys.conftest import Devices
    from tests.mail.post_office import PostOffice
    from tests.server import Served

TITLE = "Temu usaha 2026"
ADDRESS = "ratna@angintimur.example"
GIVEN_UP_AFTER = 30.0
EMULATORS = ("firestore", "pubsub", "storage")


@pytest.fixture
def office() -> Iterator[PostOffice]:
    """Open the mail server of this machine."""
    with open_office() as office:
        yield office


@pytest.fixture(params=["embedded", pytest.param("google", marks=pytest.mark.emulator)])
def server(request: pytest.FixtureRequest, office: PostOffice, tmp_path: Path) -> Iterator[Served]:
    """A server of each mode that sends its mail there."""
    settings = {
        "TROWULAN_SMTP_HOST": HOST,
        "TROWULAN_SMTP_PORT": str(office.port),
        "TROWULAN_SMTP_SECURITY": "none",
        "TROWULAN_SMTP_FROM": SENDER,
    }
    with ExitStack() as running:
        if request.param == "embedded":
            served = Server(tmp_path / "var")
            served.settings = settings
            yield running.enter_context(served)
        else:
            firestore, pubsub, storage = (request.getfixturevalue(f"{name}_emulator") for name in EMULATORS)
            cloud = serving_in_the_cloud_s_shape(firestore, pubsub, storage, tmp_path, lambda _: settings)
            yield running.enter_context(cloud)


def test_a_guest_gets_the_mail_answers_on_a_phone_and_comes_by_the_same_link(
    devices: Devices, server: Served, office: PostOffice, password: str
) -> None:
    meeting = call_meeting(server, ADITYA, title=TITLE)
    desk = devices.desk()
    sign_in(desk, DEWI, password)
    desk.goto(f"/agenda/{meeting.id}/undangan")
    desk.get_by_text("Undang tamu luar", exact=True).click()
    desk.get_by_label("Nama tamu").fill("Ratna Wijaya")
    desk.get_by_label("Instansi tamu").fill("PT Angin Timur")
    desk.get_by_label("Surel tamu").fill("ratna@angintimur")
    desk.get_by_role("button", name="Undang tamu").click()
    expect(desk.get_by_text("Isi alamat surel lengkap.")).to_be_visible()
    desk.get_by_label("Surel tamu").fill(ADDRESS)
    desk.get_by_role("button", name="Undang tamu").click()
    row = desk.get_by_role("list", name="Tamu luar").get_by_role("listitem")
    expect(row).to_contain_text("Belum menjawab")
    expect(row).to_contain_text("Surel terkirim")

    mail = arrived(office)
    assert TITLE in str(file_in(mail).walk("VEVENT")[0]["SUMMARY"])
    [link] = re.findall(r"http://\S+/tamu#\S+", body_of(mail))
    phone = devices.phone()
    phone.goto(link)
    expect(phone.get_by_role("heading", name=TITLE)).to_be_visible()
    assert "#" not in phone.url
    expect(phone.get_by_text("Ruang Smart Room Satya Bina Karya")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert faults_that_axe_finds(phone) == []
    phone.get_by_role("button", name="Hadir", exact=True).click()
    expect(phone.get_by_text("Anda menjawab: hadir.")).to_be_visible()
    expect(row).to_contain_text("Hadir")
    expect(row).not_to_contain_text("Belum menjawab")

    phone.goto(meeting.link())
    sees_verdict(phone, "HADIR TERCATAT", "Ratna Wijaya", TITLE)
    expect(row).to_contain_text("Hadir, tercatat pukul")


def arrived(office: PostOffice) -> EmailMessage:
    """Return the one e-mail that came to the guest, once it has; the staff's own come beside it."""
    deadline = time.monotonic() + GIVEN_UP_AFTER
    while not (mails := [it for it in office.received if it["To"] == ADDRESS]) and time.monotonic() < deadline:
        time.sleep(0.05)
    [mail] = mails
    return mail
