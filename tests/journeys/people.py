"""The people of the journeys: who they are, how they sign in, and what they do in many journeys."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page


@dataclass(frozen=True)
class Account:
    """A demo account, under the name that the portal shows."""

    login: str
    name: str
    person_id: str


DEWI = Account("198706142011012903", "Dewi Masruroh, S.AP.", "p-7pa8f5h82q")  # calls Diskominfo's meetings
ARIF = Account("197806152005011903", "Arif Kurniawan Setyabudi, S.Kom., M.T.", "p-t647nngc9n")  # heads Diskominfo
SITI = Account("198504212003122901", "Siti Aminatuz Zuhriyah, S.STP., M.Si.", "p-wwg4wy26em")  # camat of Trowulan
ADITYA = Account("199409222019031903", "Aditya Firmansyah, A.Md.", "p-zgyjv8vvfj")  # staff of Bapenda, attends only
NURUL = Account("197603122006042908", "Hj. Nurul Izzati Rahmah, S.Ag., M.Pd.I.", "p-rmmsmufxes")  # heads Dinsos
BAYU = Account("198609262011011901", "Bayu Laksono Aji, S.Kom.", "p-9hyqyfjw6u")  # approves what Fajar proposes
ILHAM = Account("ilham.maulana@mojokertokab.example", "Ilham Maulana Yusuf", "p-q4szstxerb")  # has no NIP
FAJAR = Account("198402262010011902", "Fajar Ardiansyah Nugroho, S.Kom., M.Kom.", "p-hzbczgvgni")  # administers
HOSNAN = Account("197205111997031903", "Moh. Hosnan Ridwan, S.Sos., M.AP.", "p-6kgwvf9r3s")  # acts twice


def fill_in(page: Page, login: str, password: str) -> None:
    """Fill in the sign-in form and send it."""
    page.get_by_label("NIP atau surel").fill(login)
    page.get_by_label("Kata sandi", exact=True).fill(password)
    page.get_by_role("button", name="Masuk", exact=True).click()


def sign_in(page: Page, account: Account, password: str) -> None:
    """Sign in on the page *Masuk* and wait for *Kerja saya*."""
    page.goto("/masuk")
    fill_in(page, account.login, password)
    expect(page.get_by_role("heading", name="Kerja saya")).to_be_visible()


def sees_verdict(page: Page, word: str, *lines: str) -> None:
    """See in capitals how a scan went, and the lines below."""
    expect(page.get_by_role("heading", name=word)).to_be_visible()
    for line in lines:
        expect(page.get_by_text(re.compile(re.escape(line))).first).to_be_visible()
