"""Getting in by way of an issuer that we didn't write, and out again."""

from __future__ import annotations

import re
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.cloud.served import serving_in_the_cloud_s_shape
from tests.journeys.axe import faults_that_axe_finds
from tests.journeys.conftest import Devices
from tests.journeys.meetings import call_meeting
from tests.journeys.people import ADITYA, DEWI, fill_in, sees_verdict
from tests.oidc.provider import PASSWORD, Provider
from tests.server import Served, Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, Page

EMULATORS = ("firestore", "pubsub", "storage")
STRANGER = "196001011985011001"  # known to the issuer alone


PortalAndProvider = tuple[Served, Provider]


@pytest.fixture(scope="module", params=["embedded", pytest.param("google", marks=pytest.mark.emulator)])
def portal_and_provider(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[PortalAndProvider]:
    """A server of each mode, and an issuer that knows ADITYA, DEWI and a stranger."""
    folder, issuers = tmp_path_factory.mktemp("portal"), []

    def settings_of(portal: str) -> dict[str, str]:
        accounts = (ADITYA.login, DEWI.login, STRANGER)
        issuers.append(Provider(tmp_path_factory.mktemp("provider"), portal, accounts))
        issuers[0].start()
        return issuers[0].settings()

    with ExitStack() as running:
        if request.param == "embedded":
            office = Server(folder / "var")
            office.settings = settings_of(office.url)
            server: Served = running.enter_context(office)
        else:
            firestore, pubsub, storage = (request.getfixturevalue(f"{name}_emulator") for name in EMULATORS)
            cloud = serving_in_the_cloud_s_shape(firestore, pubsub, storage, folder, settings_of)
            server = running.enter_context(cloud)
        yield server, issuers[0]
    issuers[0].stop()


@pytest.fixture
def server(portal_and_provider: PortalAndProvider) -> Served:
    """The server."""
    return portal_and_provider[0]


@pytest.fixture
def provider(portal_and_provider: PortalAndProvider) -> Provider:
    """The issuer."""
    return portal_and_provider[1]


@pytest.fixture
def devices(new_context: Callable[..., BrowserContext], server: Served) -> Iterator[Devices]:
    """Devices whose pages complain of nothing; what the issuer's own pages say is not ours."""
    handed_out = Devices(new_context, server)
    yield handed_out
    assert [said for said in handed_out.complaints if "favicon" not in said] == []


def leave(page: Page) -> None:
    """Press the button and wait for the issuer's page."""
    page.get_by_role("button", name="Masuk dengan SSO contoh").click()
    expect(page.get_by_role("heading", name="SSO contoh")).to_be_visible()


def fill_in_at_issuer(page: Page, login: str) -> None:
    """Sign in on the issuer's own page."""
    page.get_by_label("Username").fill(login)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Lanjut").click()


def sign_in_at_issuer(page: Page, login: str = ADITYA.login) -> None:
    """Go from *Masuk* to the issuer and back."""
    page.goto("/masuk")
    leave(page)
    fill_in_at_issuer(page, login)
    expect(page.get_by_role("heading", name="Kerja saya")).to_be_visible()


def sign_out(page: Page) -> None:
    """Sign out by the menu."""
    page.get_by_role("button", name=f"Menu pengguna: {ADITYA.name}").click()
    page.get_by_role("button", name="Keluar").click()
    expect(page.get_by_role("heading", name="Masuk", exact=True)).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 360])
def test_axe_finds_nothing_on_the_pages_before_and_after_the_issuer(devices: Devices, scheme: str, width: int) -> None:
    page = devices.window(width, 900, color_scheme=scheme)
    for path, sight in (("/masuk", "Masuk dengan SSO contoh"), ("/masuk/kembali?error=access_denied", "membatalkan")):
        page.goto(path)
        expect(page.get_by_text(sight)).to_be_visible()
        assert faults_that_axe_finds(page) == []
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_whoever_follows_a_link_arrives_there_by_way_of_the_issuer(devices: Devices) -> None:
    desk = devices.desk()
    desk.goto("/agenda?tab=unit")
    leave(desk)
    fill_in_at_issuer(desk, DEWI.login)
    expect(desk.get_by_role("tab", name="Diselenggarakan unit saya")).to_have_attribute("aria-selected", "true")
    assert desk.url.endswith("/agenda?tab=unit")


def test_a_scan_is_recorded_after_signing_in_at_the_issuer(devices: Devices, server: Served) -> None:
    meeting = call_meeting(server, DEWI, ADITYA)
    phone = devices.phone()
    phone.goto(meeting.link())
    leave(phone)
    assert meeting.link().partition("#")[2] not in phone.url
    fill_in_at_issuer(phone, ADITYA.login)
    sees_verdict(phone, "HADIR TERCATAT")


def test_the_session_is_like_any_other_in_two_tabs_and_at_the_end(devices: Devices) -> None:
    desk = devices.desk()
    sign_in_at_issuer(desk)
    other = desk.context.new_page()
    other.goto("/profil")
    expect(other.get_by_role("heading", name="Profil", exact=True)).to_be_visible()
    desk.reload()
    expect(desk.get_by_role("heading", name="Kerja saya")).to_be_visible()

    sign_out(desk)

    expect(other.get_by_role("heading", name="Masuk", exact=True)).to_be_visible()
    expect(desk.get_by_text("Di SSO contoh Anda mungkin masih masuk.")).to_be_visible()
    assert faults_that_axe_finds(desk) == []


def test_who_signs_out_here_is_still_signed_in_at_the_issuer_until_they_leave_it_too(devices: Devices) -> None:
    desk = devices.desk()
    sign_in_at_issuer(desk)
    sign_out(desk)
    desk.get_by_role("button", name="Masuk dengan SSO contoh").click()
    expect(desk.get_by_role("heading", name="Kerja saya")).to_be_visible()  # without a password

    sign_out(desk)
    desk.get_by_role("link", name="Keluar juga dari SSO contoh").click()
    desk.get_by_role("button", name=re.compile("out", re.IGNORECASE)).click()
    expect(desk.get_by_role("heading", name="Masuk", exact=True)).to_be_visible()
    leave(desk)


def test_the_way_back_cannot_be_gone_twice_nor_by_another_browser(devices: Devices) -> None:
    desk = devices.desk()
    desk.goto("/masuk")
    leave(desk)
    ways_back: list[str] = []
    desk.on("request", lambda request: ways_back.append(request.url) if "/masuk/kembali?" in request.url else None)
    fill_in_at_issuer(desk, ADITYA.login)
    expect(desk.get_by_role("heading", name="Kerja saya")).to_be_visible()
    assert "code=" not in desk.url
    [way_back] = ways_back

    stranger = devices.desk()
    stranger.goto(way_back)
    expect(stranger.get_by_text("Proses masuk ini bukan dari peramban ini")).to_be_visible()
    stranger.get_by_role("link", name="Kembali ke halaman Masuk").click()
    expect(stranger.get_by_label("NIP atau surel")).to_be_visible()

    desk.goto(way_back)  # as by the browser's way back: they are signed in, and go on
    expect(desk.get_by_role("heading", name="Kerja saya")).to_be_visible()


def test_who_has_no_password_here_proves_at_the_issuer_in_another_tab_and_goes_on(devices: Devices) -> None:
    desk = devices.desk()
    sign_in_at_issuer(desk)
    desk.goto("/profil")
    desk.get_by_role("button", name="Aktifkan kode dua langkah").click()
    with desk.context.expect_page() as opened:
        desk.get_by_role("link", name="Buktikan lewat SSO contoh").click()
    other = opened.value
    expect(other.get_by_role("heading", name="SSO contoh")).to_be_visible()  # signed in there, and asked again
    fill_in_at_issuer(other, ADITYA.login)
    expect(other.get_by_text("Sudah pasti ini Anda.")).to_be_visible()
    assert faults_that_axe_finds(other) == []
    expect(desk.get_by_label("Kode dari aplikasi")).to_be_visible()


def test_whom_nobody_has_registered_is_told_what_to_do(devices: Devices) -> None:
    desk = devices.desk()
    desk.goto("/masuk")
    leave(desk)
    fill_in_at_issuer(desk, STRANGER)
    expect(desk.get_by_text("Akun Anda belum terdaftar di Trowulan.")).to_be_visible()
    expect(desk.get_by_text("Minta pengelola kepegawaian OPD Anda mendaftarkannya")).to_be_visible()
    assert faults_that_axe_finds(desk) == []


def test_who_cancels_at_the_issuer_is_back_at_the_form(devices: Devices) -> None:
    desk = devices.desk()
    desk.goto("/masuk/kembali?error=access_denied&error_description=Telepon+0812-3456-7890&state=x")
    expect(desk.get_by_text("Anda membatalkan masuk.")).to_be_visible()
    expect(desk.get_by_text("0812")).to_be_hidden()
    desk.get_by_role("link", name="Kembali ke halaman Masuk").click()
    expect(desk.get_by_label("NIP atau surel")).to_be_visible()


def test_a_session_that_has_ended_goes_on_after_signing_in_at_the_issuer_in_another_tab(devices: Devices) -> None:
    desk = devices.desk()
    sign_in_at_issuer(desk, DEWI.login)
    desk.goto("/agenda/baru")
    desk.get_by_label("Judul").fill("Rapat yang belum disimpan")
    desk.context.clear_cookies(name="__Host-trowulan-refresh")
    desk.clock.install()
    desk.clock.fast_forward("06:00")
    desk.get_by_label("Cari orang, OPD, atau jabatan").fill("siti")

    with desk.context.expect_page() as opened:
        desk.get_by_role("link", name="Masuk dengan SSO contoh di tab baru").click()
    opened.value.get_by_role("button", name="Masuk dengan SSO contoh").click()
    expect(opened.value.get_by_role("heading", name="Kerja saya")).to_be_visible()

    expect(desk.get_by_role("heading", name="Sesi berakhir")).to_be_hidden()
    expect(desk.get_by_label("Judul")).to_have_value("Rapat yang belum disimpan")


def test_a_new_key_of_the_issuer_is_no_hindrance(devices: Devices, provider: Provider) -> None:
    sign_in_at_issuer(devices.desk())
    provider.stop()
    provider.rotate()
    provider.start()
    sign_in_at_issuer(devices.desk())


def test_while_the_issuer_is_down_this_is_said_and_the_password_is_still_good(
    devices: Devices, provider: Provider, server: Served, password: str
) -> None:
    provider.stop()
    server.restart()  # it has not asked the issuer yet, and so knows nothing of it
    phone = devices.phone()
    phone.goto("/masuk")
    phone.get_by_role("button", name="Masuk dengan SSO contoh").click()
    expect(phone.get_by_text("Layanan masuk belum menjawab.")).to_be_visible()
    assert faults_that_axe_finds(phone) == []

    fill_in(phone, ADITYA.login, password)
    expect(phone.get_by_role("heading", name="Kerja saya")).to_be_visible()
    provider.start()
    server.restart()  # for the next journey, which need not wait until the issuer is asked again
