"""The portal as an app on the phone: it can be installed, opens without a network, and renews itself when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import qrcode
from playwright.sync_api import expect

from tests.journeys.installed import is_kept, pull_the_plug, settle_in
from tests.journeys.meetings import call_meeting
from tests.journeys.newer import before
from tests.journeys.people import DEWI, SITI, sees_verdict, sign_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.conftest import Devices
    from tests.server import Server

EVERYTHING_KEPT = """async () => {
  const kept = []
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) kept.push(new URL(url).pathname)
  return kept
}"""
IN_A_TEST_WINDOW = {"in-incognito"}  # each test's browser is a private one, in which nothing can be installed


def test_chromium_would_install_it(devices: Devices, password: str) -> None:
    phone = devices.phone(keeps=True)
    sign_in(phone, SITI, password)
    is_kept(phone)
    browser = phone.context.new_cdp_session(phone)

    manifest = browser.send("Page.getAppManifest")
    hindrances = browser.send("Page.getInstallabilityErrors")["installabilityErrors"]

    assert (manifest["url"].removeprefix(devices.server.url), manifest["errors"]) == ("/manifest.webmanifest", [])
    assert {it["errorId"] for it in hindrances} <= IN_A_TEST_WINDOW


def test_every_page_that_was_never_opened_opens_without_a_network_and_nothing_of_the_api_is_kept(
    devices: Devices, password: str
) -> None:
    phone = devices.phone(keeps=True)
    settle_in(phone, SITI, password)

    kept = phone.evaluate(EVERYTHING_KEPT)
    assert [path for path in kept if path.startswith("/api")] == []
    assert {path.rsplit(".", 1)[-1] for path in kept} >= {"html", "js", "css", "woff2", "wasm", "svg"}
    phone.goto("/api/docs")
    expect(phone.get_by_role("heading", name="Trowulan").first).to_be_visible()  # the server's own page, not the shell

    pull_the_plug(phone)
    for path, title in (("/pindai", "Pindai kehadiran"), ("/antrean-kirim", "Antrean kirim"), ("/agenda", "Agenda")):
        phone.goto(path)
        expect(phone.get_by_role("heading", name=title, exact=True)).to_be_visible()
        expect(phone.get_by_text("Luring. Yang tampil")).to_be_visible()


def test_a_photo_of_the_screen_is_read_without_a_network(
    devices: Devices, server: Server, password: str, tmp_path: Path
) -> None:
    meeting = call_meeting(server, SITI)
    phone = devices.phone(keeps=True)
    settle_in(phone, SITI, password)
    photo = tmp_path / "layar.png"
    with photo.open("wb") as file:
        qrcode.make(meeting.link()).save(file)

    pull_the_plug(phone)
    phone.goto("/pindai")
    phone.get_by_label("Foto layar aula").set_input_files(photo)

    sees_verdict(phone, "TERSIMPAN DI PONSEL")


def test_a_newer_version_waits_for_a_press_and_never_reloads_under_the_hands(
    windowed_devices: Devices, server: Server, password: str
) -> None:
    with before(server) as update:
        desk = windowed_devices.window(1440, 900, keeps=True, base_url=update.url)
        other_tab = desk.context.new_page()
        sign_in(desk, DEWI, password)
        is_kept(desk)
        other_tab.goto("/kerja")
        desk.get_by_role("link", name="Agenda", exact=True).first.click()
        desk.get_by_role("link", name="Buat agenda").click()
        desk.get_by_label("Judul").fill("Rapat yang sedang diketik")

        update.is_out = True
        desk.evaluate("navigator.serviceWorker.getRegistration().then((it) => it.update()).then(() => undefined)")

        expect(desk.get_by_text("Versi baru siap.")).to_be_visible()
        expect(desk.get_by_label("Judul")).to_have_value("Rapat yang sedang diketik")
        assert desk.evaluate("fetch('/index.html').then((it) => it.text())").count("Trowulan yang baru") == 0

        desk.get_by_role("button", name="Muat ulang").click()
        expect(desk.get_by_label("Judul")).to_have_value("Rapat yang sedang diketik")  # kept as a draft
        expect(desk.get_by_text("Versi baru siap.")).not_to_be_visible()
        assert desk.evaluate("fetch('/index.html').then((it) => it.text())").count("Trowulan yang baru") == 1
        expect(other_tab.get_by_text("Versi baru siap.")).to_be_visible()  # and is left as it is until one presses
