"""Naskah of the journeys: drafted in the browser, each with a hal that no other has."""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.cloud.waiting import eventually

if TYPE_CHECKING:
    from playwright.sync_api import Page

PASSPHRASE = "kunci saya sendiri"


def new_hal() -> str:
    """Return what a naskah is about; journeys share one office."""
    return f"Permohonan narasumber {secrets.token_hex(3)}"


def draft(page: Page, hal: str, *, checker: str = "", to: str = "Kepala Badan Pendapatan Daerah") -> None:
    """Draft a surat dinas that Arif signs, and submit it."""
    page.goto("/surat/baru")
    page.get_by_role("button", name="Surat dinas", exact=True).click()
    kepada = page.get_by_role("combobox", name="Kepada")
    kepada.fill(to)
    page.get_by_role("option", name=re.compile(f"^{to}")).first.click()
    page.get_by_role("textbox", name="Hal", exact=True).fill(hal)
    page.get_by_role("combobox", name="Klasifikasi").fill("000.1.5")
    page.get_by_role("option", name=re.compile("Rapat Pimpinan")).first.click()
    text = page.get_by_role("textbox", name="Isi", exact=True)
    text.click()
    text.press_sequentially("Kami mohon narasumber:")
    text.press("Enter")
    text.press_sequentially("1. keamanan informasi;")
    text.press("Enter")
    text.press_sequentially("layanan publik.")
    if checker:
        page.get_by_label("Tambah pemeriksa", exact=True).select_option(label=checker)
    signer = page.get_by_label("Yang menandatangani")
    signer.select_option(signer.locator("option").filter(has_text="Kepala Dinas Komunikasi").get_attribute("value"))
    expect(page.get_by_text(re.compile(r"^Tersimpan \d"))).to_be_visible()
    page.get_by_role("button", name="Ajukan").click()
    expect(page.get_by_text("Naskah diajukan.")).to_be_visible()


def make_certificate(page: Page) -> None:
    """Make one's electronic certificate, in the profile."""
    page.goto("/profil")
    page.get_by_role("button", name=re.compile("sertifikat…")).click()
    page.get_by_label("Passphrase baru", exact=True).fill(PASSPHRASE)
    page.get_by_label("Ulangi passphrase", exact=True).fill(PASSPHRASE)
    page.get_by_role("button", name="Buat sertifikat", exact=True).click()
    expect(page.get_by_text("Sertifikat dibuat.")).to_be_visible()


def open_task(page: Page, hal: str) -> None:
    """Open a naskah that waits in *Kerja saya*: whose turn it is follows by event, a moment after it has moved."""
    task = page.get_by_role("button", name=re.compile(hal))

    def has_come() -> bool:
        page.goto("/kerja")
        expect(page.get_by_role("heading", name="Menunggu Anda")).to_be_visible()
        page.wait_for_load_state("networkidle")
        return task.is_visible()

    eventually(has_come)
    task.click()


def sign(page: Page, hal: str) -> None:
    """Sign a naskah that waits in *Kerja saya*, on a telephone."""
    open_task(page, hal)
    page.get_by_role("button", name="Tanda tangani…").click()
    page.get_by_label("Passphrase sertifikat").fill(PASSPHRASE)
    page.get_by_role("button", name="Tanda tangani", exact=True).click()
    expect(page.get_by_text(re.compile(r"Nomor 000\.1\.5/\d+/"))).to_be_visible()
