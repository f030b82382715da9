"""What people do often, done by hands that count (`tests.journeys.keystrokes`)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

from tests.journeys.keystrokes import Hands
from tests.journeys.people import ADITYA, SITI

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.journeys.letters import PaperLetter
    from tests.journeys.people import Account

TITLE = "Rapat koordinasi arsitektur SPBE"
PLACE = "Ruang Smart Room"
LARAS = "Laras Anindya, S.T."  # nobody before she is added
WIB = ZoneInfo("Asia/Jakarta")


def sign_in_by_hand(page: Page, account: Account, password: str) -> Hands:
    """Sign in at a computer whose browser remembers nothing; the cursor stands in the first field."""
    page.goto("/masuk")
    hands = Hands(page)
    expect(page.get_by_label("NIP atau surel")).to_be_focused()
    hands.write(account.login, "Type the NIP")
    hands.press("Tab", "Go to the password")
    hands.write(password, "Type the password")
    hands.press("Enter", "Sign in")
    expect(page.get_by_role("heading", name="Kerja saya")).to_be_visible()
    return hands


def create_meeting(page: Page) -> Hands:
    """Call more than thirty people to a meeting that begins in a few minutes, from any page of the portal."""
    hands = Hands(page)
    starts, ends = soon()
    hands.click(page.get_by_role("link", name="Agenda", exact=True).first, "Open Agenda")
    hands.click(page.get_by_role("link", name="Buat agenda"), "Choose Buat agenda")
    hands.click(page.get_by_label("Judul"), "Go to the title")
    hands.write(TITLE, "Type the title")
    hands.press("Tab", "Pass over the description to the date", times=2)
    hands.write(f"{starts:%d/%m/%Y}", "Type the date")
    hands.press("Tab", "Pass over the calendar to the beginning", times=2)
    hands.write(f"{starts:%H.%M}", "Type when it begins")
    hands.press("Tab", "Go to the end")
    hands.write(f"{ends:%H.%M}", "Type when it ends")
    hands.press("Tab", "Go to the place")
    hands.write(PLACE, "Type the place")
    hands.press("Tab", "Go to the search for people")
    hands.write("aditya", "Type a name")
    hands.click(page.get_by_role("checkbox", name=ADITYA.name), "Tick the one who is found")
    hands.click(page.get_by_role("button", name="Semua camat"), "Choose Semua camat")
    hands.click(page.get_by_role("button", name="Semua kepala OPD"), "Choose Semua kepala OPD")
    expect(page.get_by_text("orang diundang", exact=False).first).to_have_text(re.compile(r"^([3-9]\d|\d{3,}) orang"))
    hands.click(page.get_by_role("button", name="Periksa undangan"), "Choose Periksa undangan")
    expect(page.get_by_role("heading", name="Periksa undangan")).to_be_visible()
    hands.click(page.get_by_role("button", name="Terbitkan undangan"), "Choose Terbitkan undangan")
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    (invited,) = re.findall(r"Undangan terkirim ke (\d+) orang", page.get_by_text("Undangan terkirim").inner_text())
    assert int(invited) >= 30
    return hands


def show_own_code(page: Page) -> Hands:
    """Show one's own code to a kiosk, from any page of the portal on the telephone in one's hand."""
    hands = Hands(page)
    hands.click(page.get_by_role("navigation", name="Menu bawah").get_by_role("link", name="Pindai"), "Tap Pindai")
    hands.click(page.get_by_role("link", name="Kode saya"), "Tap Kode saya")
    expect(page.get_by_role("img", name="Kode QR Anda")).to_be_visible()
    hands.hold_before_camera()
    return hands


def scan(page: Page, link: str) -> Hands:
    """Scan with a telephone on which its owner is signed in."""
    hands = Hands(page)
    hands.open_camera()
    hands.follow_code(link)
    expect(page.get_by_role("heading", name="HADIR TERCATAT")).to_be_visible()
    return hands


def soon() -> tuple[datetime, datetime]:
    """Return a beginning some minutes from now and an end on the same day, in the hours of Mojokerto."""
    starts = datetime.now(WIB) + timedelta(minutes=10)
    ends = starts + timedelta(hours=1)
    if starts.date() == ends.date():
        return starts, ends
    last_minute = starts.replace(hour=23, minute=59)
    return (starts, last_minute) if starts < last_minute else (starts + timedelta(minutes=5), ends)


def propose_row(page: Page) -> None:
    """Propose another number of attachments from next month on."""
    page.goto("/administrasi/tabel/eagenda-lampiran")
    page.get_by_role("button", name="Usulkan perubahan").click()
    page.get_by_label("Berkas paling banyak").fill("30")
    page.get_by_label("Berlaku mulai").fill(f"{datetime.now(WIB) + timedelta(days=31):%d/%m/%Y}")
    page.get_by_label("Dasar").fill("Kebijakan penyimpanan Diskominfo 2027")
    page.get_by_role("button", name="Kirim usulan").click()
    expect(page.get_by_role("heading", name="Menunggu keputusan")).to_be_visible()
    expect(page.get_by_role("button", name="Setujui")).not_to_be_visible()  # what one proposed oneself


def approve_row(page: Page) -> Hands:
    """Look at what another proposes to change, and approve it, from the list of tables."""
    page.goto("/administrasi/tabel")
    hands = Hands(page)
    expect(page.get_by_text("1 usulan menunggu keputusan")).to_be_visible()
    hands.click(page.get_by_role("link", name="Lampiran agenda"), "Open the table in which a proposal waits")
    expect(page.get_by_text("20 berkas → 30 berkas")).to_be_visible()
    hands.click(page.get_by_role("button", name="Setujui"), "Compare, then choose Setujui")
    expect(page.get_by_role("heading", name="Akan berlaku")).to_be_visible()
    return hands


def approve_notulen(page: Page) -> Hands:
    """Read a notulen and approve it, from Kerja saya on the telephone in one's hand."""
    hands = Hands(page)
    waiting = page.get_by_role("button", name="Notulen menunggu persetujuan Anda")
    hands.click(waiting, "Open the notulen that waits")
    hands.click(page.get_by_role("button", name="Setujui notulen"), "Read, then choose Setujui notulen")
    expect(page.get_by_text("Notulen final.")).to_be_visible()
    return hands


def finish_decision(page: Page, decision: str, result: str) -> Hands:
    """Say what came of a decision of a meeting, from Kerja saya on the telephone in one's hand."""
    hands = Hands(page)
    hands.click(page.get_by_role("button", name=decision), "Open the decision")
    hands.click(page.get_by_label("Catatan"), "Go to the note")
    hands.write(result, "Type what came of it")
    hands.click(page.get_by_role("button", name="Selesai", exact=True), "Choose Selesai")
    expect(page.get_by_text("Tercatat selesai.")).to_be_visible()
    return hands


def find_letter(page: Page, letter: PaperLetter) -> Hands:
    """Find a letter by half its number, from wherever one is."""
    hands = Hands(page)
    hands.click(page.get_by_role("navigation", name="Menu utama").get_by_role("link", name="Surat"), "Open Surat")
    expect(page.get_by_label("Cari surat")).to_be_visible()
    hands.press("/", "Go to the search")
    hands.write(letter.mark, "Type half of its number")
    hands.press("Enter", "Open the one that is found")
    expect(page.get_by_role("heading", name=letter.hal)).to_be_visible()
    return hands


def find_person(page: Page) -> Hands:
    """Find somebody by a part of the name, from any page of the portal."""
    hands = Hands(page)
    hands.click(directory(page), "Open Direktori")
    hands.click(page.get_by_label("Cari orang"), "Go to the search")
    hands.write("siti amin", "Type a part of the name")
    expect(page.get_by_role("link", name=SITI.name)).to_be_visible()
    hands.press("Enter", "Open the one who is found")
    expect(page.get_by_role("heading", name=SITI.name)).to_be_visible()
    return hands


def add_employee(page: Page) -> Hands:
    """Add an employee with a NIP, from any page of the portal."""
    hands = Hands(page)
    hands.click(directory(page), "Open Direktori")
    hands.click(page.get_by_role("button", name="Tambah orang"), "Choose Tambah orang")
    hands.write(LARAS, "Type the name with its titles")
    hands.press("Tab", "Go to the NIP")
    hands.write("199505172022032902", "Type the NIP")
    hands.press("Enter", "Save")
    expect(page.get_by_role("heading", name=LARAS)).to_be_visible()
    return hands


def change_post(page: Page) -> Hands:
    """Let a post change hands from today on, from any page of the portal."""
    hands = Hands(page)
    hands.click(directory(page), "Open Direktori")
    hands.click(page.get_by_label("Cari orang"), "Go to the search")
    hands.write("kepala lingkungan hidup", "Type the post's title")
    expect(page.get_by_text("1 ditemukan")).to_be_visible()
    hands.press("Enter", "Open its holder")
    hands.click(page.get_by_role("link", name="Kepala Dinas Lingkungan Hidup"), "Open the post")
    hands.click(page.get_by_role("button", name="Angkat pejabat"), "Choose Angkat pejabat")
    hands.write("laras anin", "Type the successor's name")
    expect(page.get_by_role("option", name=LARAS)).to_be_visible()
    hands.press("Enter", "Choose the one who is found")
    hands.press("Enter", "Read who hands over, and confirm")
    expect(page.get_by_role("list", name="Pejabat sekarang")).to_contain_text(LARAS)
    return hands


def directory(page: Page) -> Locator:
    """Return the menu's way to the directory."""
    return page.get_by_role("link", name="Direktori", exact=True).first


def register_letter(page: Page, letter: PaperLetter) -> Hands:
    """Register a letter whose scan is at hand, from the list of letters: every field is looked at."""
    page.goto("/surat/masuk")
    hands = Hands(page)
    hands.click(page.get_by_role("link", name=re.compile("Daftarkan surat")).first, "Choose Daftarkan surat")
    with page.expect_file_chooser() as opened:
        hands.click(page.get_by_role("button", name="Pilih berkas surat"), "Choose Pilih berkas surat")
    hands.choose_file("Double-click on the scan")
    opened.value.set_files(letter.payload())
    hands.click(page.get_by_role("button", name=letter.name, exact=True), "Open its form")
    expect(page.get_by_label("Nomor surat")).to_have_value(letter.number)
    page.get_by_label("Pengirim", exact=True).focus()
    hands.check("Tab", "Compare each field with the letter", times=12)
    hands.press("Control+Enter", "Save and route it")
    expect(page.get_by_role("heading", name=letter.hal)).to_be_visible()
    return hands


def give_disposisi(page: Page, letter: PaperLetter) -> Hands:
    """Hand a letter that waits down to one, beside reading it, at a desk."""
    page.goto("/kerja")
    hands = Hands(page)
    hands.click(page.get_by_role("button", name=re.compile(letter.hal)), "Open the letter that waits")
    hands.click(page.get_by_label(re.compile("Sekretaris Dinas Komunikasi")), "Choose to whom")
    hands.click(page.get_by_label("Tindak lanjuti"), "Choose what is to be done")
    hands.press("Control+Enter", "Send it")
    expect(page.get_by_text("Disposisi terkirim ke 1 orang.")).to_be_visible()
    return hands
