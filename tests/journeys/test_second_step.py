"""A second step is turned on, asked for at signing in, and given once: by the telephone, or by a recovery code."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from functions.portal.domain.second_step import STEP_SECONDS
from functions.portal.second_step import code_maker
from shared.accounts.credential import CREDENTIALS
from shared.accounts.login import LOGINS, Login
from shared.values import Secret
from tests.journeys.axe import faults_that_axe_finds, settled
from tests.journeys.people import ADITYA, Account, fill_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.journeys.conftest import Devices
    from tests.server import Served

# Nobody else's: all journeys share one server, and an account with a second step would keep the others out.
DIMAS = Account("198603022006021901", "Dimas Anggoro Wibisono, S.STP.", "p-9h7yuakagn")


def test_a_code_of_the_telephone_lets_in_once_and_a_recovery_code_without_it(
    devices: Devices, server: Served, password: str
) -> None:
    known = server.stored(CREDENTIALS, ADITYA.person_id)
    server.given(CREDENTIALS, replace(known, person_id=DIMAS.person_id))
    server.given(LOGINS, Login(DIMAS.login, DIMAS.person_id))
    desk, phone = devices.desk(), devices.phone()
    arrive(desk, password)

    desk.goto("/profil")
    desk.get_by_role("button", name="Aktifkan kode dua langkah").click()
    desk.get_by_label("Kata sandi Anda").fill(password)
    desk.get_by_role("button", name="Lanjutkan").click()
    desk.get_by_text("Tidak dapat memindai?").click()
    secret = desk.get_by_text("Ketik kunci ini di aplikasinya:").inner_text().partition(":")[2].replace(" ", "")
    code = code_maker(Secret(secret))(int(time.time()) // STEP_SECONDS)
    desk.get_by_label("Kode dari aplikasi").fill(code)
    desk.get_by_role("button", name="Aktifkan", exact=True).click()
    recovery = desk.get_by_role("dialog").get_by_role("listitem").first.inner_text()
    desk.get_by_role("button", name="Sudah saya simpan").click()

    arrive(phone, password, code, lets_in=False)
    expect(phone.get_by_text("Kode tidak cocok atau sudah dipakai.")).to_be_visible()
    assert faults_that_axe_finds(settled(phone)) == []
    give(phone, code_maker(Secret(secret))(int(time.time()) // STEP_SECONDS + 1))
    expect(phone.get_by_role("heading", name="Kerja saya")).to_be_visible()

    arrive(devices.desk(), password, recovery)


def arrive(page: Page, password: str, code: str = "", *, lets_in: bool = True) -> None:
    """Sign in, with a code where one is given."""
    page.goto("/masuk")
    fill_in(page, DIMAS.login, password)
    if code:
        give(page, code)
    if lets_in:
        expect(page.get_by_role("heading", name="Kerja saya")).to_be_visible()


def give(page: Page, code: str) -> None:
    """Give a code where it is asked for."""
    page.get_by_label("Kode dua langkah").fill(code)
    page.get_by_role("button", name="Masuk", exact=True).click()
