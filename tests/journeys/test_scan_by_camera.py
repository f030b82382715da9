"""A phone in the hall whose camera films the code: on the office's network, which it trusts, and before the cloud.

In the cloud Google's load balancer ends TLS; on the emulators the phone is on this machine, which browsers hold secure.
"""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
import qrcode
from playwright.sync_api import expect

from tests.film import Scene, shoot
from tests.journeys.halls import CAMAT, CONTRACTED, HEAD, STAFF, Hall
from tests.journeys.network import required, trusting_home
from tests.lan.office import DemoClient, Office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Playwright

    from tests.server import Served

SLOT_SECONDS = 30
MOST_MILLISECONDS_TO_READ = 1000
SOMETHING_ELSE = "https://contoh.example/menu-kantin"

FAKE_CAMERA = "--use-fake-device-for-media-stream"
CAMERA_IS_ALLOWED = "--use-fake-ui-for-media-stream"

# Remembers when the camera opened, and its tracks: how soon was the code read, and does anything film still?
WATCH_CAMERA = """
const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
window.tracks = []
navigator.mediaDevices.getUserMedia = async (wishes) => {
  const stream = await open(wishes)
  window.openedAt = performance.now()
  window.tracks.push(...stream.getTracks())
  return stream
}
"""
FILMS = "() => window.tracks.some((track) => track.readyState === 'live')"
SENT_AT = "() => performance.getEntriesByName(`${location.origin}/api/eagenda-record-attendance`)[0].startTime"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def cloud(google_server: Served) -> DemoClient:
    return DemoClient(google_server.url, google_server.data)


@pytest.fixture(scope="module", params=["network_office", pytest.param("cloud", marks=pytest.mark.emulator)])
def office(request: pytest.FixtureRequest) -> DemoClient:
    """Whatever serves the phone."""
    served: DemoClient = request.getfixturevalue(request.param)
    return served


@pytest.fixture(scope="module")
def hall(office: DemoClient) -> Hall:
    return Hall(office)


@pytest.fixture(scope="module")
def home(office: DemoClient, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose certificate store trusts the office's authority, if it has one, as after *Percayai*."""
    home = tmp_path_factory.mktemp("home")
    return trusting_home(home, office) if isinstance(office, Office) else home


class Phone:
    """A phone's browser with one page; it may load nothing from elsewhere and say nothing in its console."""

    def __init__(self, browser: Browser, office: DemoClient) -> None:
        self._office = office
        self._context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
        self._context.add_init_script(WATCH_CAMERA)
        self.page: Page = self._context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda message: self._note(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self._must_be_ours(request.url))

    def open_scan(self, login: str) -> Page:
        """Sign in by hand and tap *Pindai*."""
        page = self.page
        page.goto(f"{self._office.url}/masuk")
        page.get_by_label("NIP atau surel").fill(login)
        page.get_by_label("Kata sandi", exact=True).fill(self._office.password())
        page.get_by_role("button", name="Masuk", exact=True).click()
        expect(page.get_by_role("heading", name="Kerja saya")).to_be_visible()
        page.get_by_role("navigation", name="Menu bawah").get_by_role("link", name="Pindai").click()
        expect(page.get_by_role("heading", name="Pindai kehadiran")).to_be_visible()
        return page

    def close(self) -> None:
        """End the page; whatever it complained of fails the test."""
        self._context.close()
        assert self.complaints == []

    def _note(self, complaint: str) -> None:
        if "status of 410" not in complaint:  # the browser's own word about a refused scan
            self.complaints.append(complaint)

    def _must_be_ours(self, url: str) -> None:
        if not url.startswith((f"{self._office.url}/", "blob:", "data:")):
            self.complaints.append(f"asked for {url}")


@contextmanager
def phone(playwright: Playwright, home: Path, office: DemoClient, *arguments: str) -> Iterator[Phone]:
    chromium = required("chromium", "chromium")
    browser = playwright.chromium.launch(
        executable_path=chromium,
        args=["--no-sandbox", "--disable-background-networking", "--no-first-run", *arguments],
        env={**os.environ, "HOME": str(home)},
    )
    try:
        phone = Phone(browser, office)
        yield phone
        phone.close()
    finally:
        browser.close()


def draw(text: str, photo: Path) -> None:
    with photo.open("wb") as file:
        qrcode.make(text).save(file)


def filming(film: Path) -> tuple[str, ...]:
    return (FAKE_CAMERA, CAMERA_IS_ALLOWED, f"--use-file-for-fake-video-capture={film}")


def test_the_camera_reads_the_hall_s_code_within_a_second(
    playwright: Playwright, home: Path, office: DemoClient, hall: Hall, tmp_path: Path
) -> None:
    now, after = hall.codes()[:2]
    film = shoot(tmp_path / "hall.y4m", [Scene(now["link"], SLOT_SECONDS), Scene(after["link"], SLOT_SECONDS)])

    with phone(playwright, home, office, *filming(film)) as camat:
        page = camat.open_scan(CAMAT[1])

        expect(page.get_by_role("heading", name="HADIR TERCATAT")).to_be_visible()
        expect(page.get_by_text("Rapat Koordinasi SPBE")).to_be_visible()
        assert page.evaluate(SENT_AT) - page.evaluate("window.openedAt") <= MOST_MILLISECONDS_TO_READ
        assert not page.evaluate(FILMS)
        page.get_by_role("button", name="Selesai").click()
        expect(page.get_by_role("heading", name="Kerja saya")).to_be_visible()

    assert hall.present()[CAMAT[0]] == "link"


def test_another_poster_is_told_calmly_and_the_camera_stops_with_the_page(
    playwright: Playwright, home: Path, office: DemoClient, tmp_path: Path
) -> None:
    film = shoot(tmp_path / "poster.y4m", [Scene(SOMETHING_ELSE, 2)])

    with phone(playwright, home, office, *filming(film)) as staff:
        page = staff.open_scan(STAFF[1])

        expect(page.get_by_text("Itu bukan kode layar aula.")).to_be_visible()
        expect(page.get_by_text("Arahkan ke kode QR di layar aula.", exact=True)).to_be_visible()
        assert page.evaluate(FILMS)
        assert page.url == f"{office.url}/pindai"
        page.get_by_role("navigation", name="Menu bawah").get_by_role("link", name="Profil").click()
        expect(page.get_by_role("heading", name="Profil")).to_be_visible()
        assert not page.evaluate(FILMS)


def test_who_refuses_the_camera_picks_a_photo(
    playwright: Playwright, home: Path, office: DemoClient, hall: Hall, tmp_path: Path
) -> None:
    poster, screen, torn = tmp_path / "poster.png", tmp_path / "screen.png", tmp_path / "torn.png"
    draw(SOMETHING_ELSE, poster)
    torn.write_bytes(poster.read_bytes()[:40])

    with phone(playwright, home, office, FAKE_CAMERA) as staff:
        page = staff.open_scan(STAFF[1])
        photo = page.get_by_label("Foto layar aula")

        expect(page.get_by_text("Kamera belum diizinkan.")).to_be_visible()
        photo.set_input_files(torn)
        expect(page.get_by_text("Foto itu tidak dapat dibuka.")).to_be_visible()
        photo.set_input_files(poster)
        expect(page.get_by_text("Itu bukan kode layar aula.")).to_be_visible()
        draw(hall.codes()[0]["link"], screen)
        photo.set_input_files(screen)
        expect(page.get_by_role("heading", name="HADIR TERCATAT")).to_be_visible()

    assert hall.present()[STAFF[0]] == "link"


def test_who_allows_the_camera_after_all_goes_on_at_once(
    playwright: Playwright, home: Path, office: DemoClient, tmp_path: Path
) -> None:
    film = shoot(tmp_path / "poster.y4m", [Scene(SOMETHING_ELSE, 2)])

    with phone(playwright, home, office, FAKE_CAMERA, f"--use-file-for-fake-video-capture={film}") as staff:
        page = staff.open_scan(STAFF[1])

        expect(page.get_by_text("Kamera belum diizinkan.")).to_be_visible()
        page.context.grant_permissions(["camera"])
        page.get_by_role("button", name="Coba lagi").click()
        expect(page.get_by_text("Itu bukan kode layar aula.")).to_be_visible()
        expect(page.get_by_text("Kamera belum diizinkan.")).to_be_hidden()


def test_who_has_no_camera_types_the_code(playwright: Playwright, home: Path, office: DemoClient, hall: Hall) -> None:
    with phone(playwright, home, office) as contracted:
        page = contracted.open_scan(CONTRACTED[1])
        code = page.get_by_label("Kode di layar aula")

        expect(page.get_by_text("Perangkat ini tidak punya kamera.")).to_be_visible()
        code.fill("ABC")
        page.get_by_role("button", name="Catat kehadiran").click()
        expect(page.get_by_text("Ketik 6 karakter yang tampil di layar aula.")).to_be_visible()
        code.fill(hall.codes()[0]["short_code"].lower())
        page.get_by_role("button", name="Catat kehadiran").click()
        expect(page.get_by_role("heading", name="HADIR TERCATAT")).to_be_visible()

    assert hall.present()[CONTRACTED[0]] == "short_code"


def test_a_code_that_is_over_is_refused_and_the_camera_opens_again(
    playwright: Playwright, home: Path, office: DemoClient, hall: Hall, tmp_path: Path
) -> None:
    shown = hall.codes()[0]["link"]
    over = re.sub("#.*", "#" + shown.partition("#")[2][::-1], shown)
    film = shoot(tmp_path / "over.y4m", [Scene(over, 2)])

    with phone(playwright, home, office, *filming(film)) as head:
        page = head.open_scan(HEAD[1])

        expect(page.get_by_role("heading", name="DITOLAK: KODE KEDALUWARSA")).to_be_visible()
        page.get_by_role("button", name="Pindai lagi").click()
        expect(page.get_by_role("heading", name="DITOLAK: KODE KEDALUWARSA")).to_be_visible()
        assert page.evaluate("window.tracks.length") > 1

    assert HEAD[0] not in hall.present()


def test_a_phone_that_trusts_nothing_yet_reads_how_to(
    playwright: Playwright, tmp_path: Path, network_office: Office
) -> None:
    with phone(playwright, tmp_path, network_office) as new:
        page = new.page

        with pytest.raises(Exception, match="ERR_CERT_AUTHORITY_INVALID"):
            page.goto(network_office.url)
        assert page.context.browser is not None
        past_the_warning = page.context.browser.new_context(ignore_https_errors=True, java_script_enabled=False)
        trust = past_the_warning.new_page()
        trust.goto(f"{network_office.url}/percaya")

        expect(trust.get_by_role("heading", name="Percayai Trowulan di ponsel ini")).to_be_visible()
        with trust.expect_download() as download:
            trust.get_by_role("link", name="Unduh sertifikat").click()
        assert download.value.path().read_bytes() == network_office.authority.read_bytes()
        new.complaints.clear()  # the browser's own word about the certificate
