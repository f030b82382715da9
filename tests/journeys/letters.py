"""Letters of the journeys: what comes in at the desk, each with a number of its own."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.eoffice.mail_room import LETTER, letter_pdf

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload, Page


class PaperLetter:
    """A letter on paper, scanned: journeys share one office, so each has a number and a hal that no other has."""

    def __init__(self, sifat: str = "Segera", pages: int = 1) -> None:
        self.mark = secrets.token_hex(3)
        self.number = f"000.1.5/{self.mark}/114.3/2026"
        self.hal = f"Undangan rapat {self.mark}"
        self.name = f"surat {self.mark}.pdf"
        text = LETTER.replace("000.1.5/1234/114.3/2026", self.number).replace("Segera", sifat)
        text = text.replace("Undangan Rapat Koordinasi SPBE\nse-Jawa Timur", self.hal)
        self.content = letter_pdf(text, pages)

    def payload(self) -> FilePayload:
        """Return it as a file dialog hands it over."""
        return {"name": self.name, "mimeType": "application/pdf", "buffer": self.content}


def scan_letters(page: Page, *files: FilePayload) -> None:
    """Choose files at the desk, in the dialog that the button opens."""
    with page.expect_file_chooser() as opened:
        page.get_by_role("button", name="Pilih berkas surat").click()
    opened.value.set_files(list(files))


def register(page: Page, letter: PaperLetter) -> str:
    """Register a letter from the desk as it was read; return its page's path."""
    page.goto("/surat/masuk/baru")
    scan_letters(page, letter.payload())
    page.get_by_role("button", name=letter.name, exact=True).click()
    expect(page.get_by_label("Nomor surat")).to_have_value(letter.number)
    page.get_by_role("button", name="Simpan dan teruskan").click()
    expect(page.get_by_role("heading", name=letter.hal)).to_be_visible()
    return page.url
