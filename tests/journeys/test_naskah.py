"""A naskah from its first word to whoever reads it in another office."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.cloud.waiting import eventually
from tests.journeys.naskah import PASSPHRASE, draft, make_certificate, new_hal, open_task, sign
from tests.journeys.people import ADITYA, ARIF, DEWI, FAJAR, sign_in

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.journeys.conftest import Devices

FAJARS_POST = "Kepala Bidang Layanan E-Government (Fajar Ardiansyah Nugroho, S.Kom., M.Kom.)"


def test_a_naskah_is_drafted_checked_signed_by_telephone_and_registered_by_the_other_office(
    devices: Devices, password: str
) -> None:
    hal, clerk = new_hal(), devices.desk()
    sign_in(clerk, DEWI, password)
    draft(clerk, hal, checker=FAJARS_POST)
    expect(clerk.get_by_role("img", name=re.compile("Halaman 1 dari 1"))).to_be_visible()

    checker = devices.desk()
    sign_in(checker, FAJAR, password)
    open_task(checker, hal)
    expect(checker.get_by_role("img", name=re.compile("Halaman 1 dari 1"))).to_be_visible()
    checker.get_by_role("button", name="Paraf", exact=False).first.click()
    expect(checker.get_by_text("Paraf tercatat.")).to_be_visible()

    head = devices.phone()
    sign_in(head, ARIF, password)
    make_certificate(head)
    sign(head, hal)
    clerk.reload()
    said = clerk.get_by_text(re.compile(r"^Nomor 000\.1\.5/\d+/416-114/\d{4}$")).first
    expect(said).to_be_visible()
    number = said.inner_text().removeprefix("Nomor ")
    with clerk.expect_download() as started:
        clerk.get_by_role("button", name="Unduh PDF").click()
    assert started.value.suggested_filename == f"{number.replace('/', '-')}.pdf"

    other = devices.desk()
    sign_in(other, ADITYA, password)
    scan = other.get_by_role("button", name=f"{number.replace('/', '-')}.pdf", exact=True)
    eventually(lambda: lies_on_desk(other, scan))
    scan.click()
    expect(other.get_by_label("Hal", exact=True)).to_have_value(hal)
    other.get_by_role("button", name="Simpan dan teruskan").click()
    expect(other.get_by_role("heading", name=hal)).to_be_visible()


def test_a_naskah_comes_back_with_what_is_to_be_mended_and_a_wrong_passphrase_is_told(
    devices: Devices, password: str
) -> None:
    hal, clerk, head = new_hal(), devices.desk(), devices.phone()
    sign_in(clerk, DEWI, password)
    draft(clerk, hal)
    sign_in(head, ARIF, password)
    make_certificate(head)
    open_task(head, hal)
    head.get_by_role("button", name="Kembalikan…").click()
    head.get_by_label("Yang perlu diperbaiki").fill("Sebutkan waktunya")
    head.get_by_role("button", name="Kembalikan", exact=True).click()
    expect(head.get_by_text("Naskah dikembalikan.")).to_be_visible()

    clerk.reload()
    expect(clerk.get_by_text("Sebutkan waktunya").first).to_be_visible()
    clerk.get_by_role("textbox", name=re.compile("^Lampiran")).fill("1 (satu) berkas")
    expect(clerk.get_by_text(re.compile(r"^Tersimpan \d"))).to_be_visible()
    clerk.get_by_role("button", name="Ajukan").click()
    expect(clerk.get_by_text("Naskah diajukan.")).to_be_visible()

    open_task(head, hal)
    head.get_by_role("button", name="Tanda tangani…").click()
    head.get_by_label("Passphrase sertifikat").fill("bukan ini juga")
    head.get_by_role("button", name="Tanda tangani", exact=True).click()
    expect(head.get_by_text("Passphrase salah. Kesempatan tersisa 2.")).to_be_visible()
    head.get_by_label("Passphrase sertifikat").fill(PASSPHRASE)
    head.get_by_role("button", name="Tanda tangani", exact=True).click()
    expect(head.get_by_text(re.compile(r"Nomor 000\.1\.5/\d+/"))).to_be_visible()


def lies_on_desk(page: Page, scan: Locator) -> bool:
    page.goto("/surat/masuk/baru")
    page.wait_for_load_state("networkidle")
    return scan.is_visible()
