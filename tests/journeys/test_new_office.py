"""A new office begins: `make init`, its first administrator in a browser, and the first person whom they invite.

On an office's own server alone: `make init` begins a data folder, and in the cloud there is none.
"""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.directory.model import PERSON_CARDS, PERSONS, Person
from shared.directory.people import card_of
from tests.journeys.conftest import Devices
from tests.server import Server
from tests.tools.launch import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

    from shared.kernel.collections import TypedCollection
    from shared.ports.records import Transaction

RINI, RINI_CHOSE = "199003152015042903", "beras sapu bulan genteng"
BUDI, BUDI_CHOSE = "budi@kominfo.example", "sendok payung kereta awan"
SYLLABLES = re.compile(r"([a-z]{2}-){4}[a-z]{2}")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "var"


@pytest.fixture
def code(data: Path) -> str:
    """Begin the office as `make init` does, and return what it printed."""
    begun = subprocess.run(
        [sys.executable, "-m", "shared.init", "--data", str(data), "--name", "Pemerintah Kabupaten Mojokerto"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    [found] = re.findall(r"Kode penyiapan: (\S+)", begun.stdout)
    return str(found)


@pytest.fixture
def office(data: Path, code: str) -> Iterator[Server]:
    assert code
    with Server(data) as started:
        yield started


def test_an_office_begins_with_its_first_administrator_who_invites_the_next(
    office: Server, code: str, new_context: Callable[..., BrowserContext]
) -> None:
    devices = Devices(new_context, office)
    desk, phone = devices.desk(), devices.phone()
    begin(desk, code)
    bring_in(office, Person("p-budi", "Budi Santoso, S.E.", email=BUDI))

    desk.goto("/administrasi/akun")
    desk.get_by_label("Cari orang, OPD, atau jabatan").fill("budi")
    desk.get_by_role("button", name="Undang: Budi Santoso").click()
    desk.get_by_role("button", name="Buat kode").click()
    shown = desk.get_by_role("dialog", name="Kode untuk Budi Santoso, S.E.").get_by_role("status")
    expect(shown).to_have_text(SYLLABLES)
    spoken = shown.inner_text().replace("-", " ")
    desk.get_by_role("button", name="Sudah disampaikan").click()
    expect(desk.get_by_text("Diundang, belum memilih kata sandi")).to_be_visible()

    choose(phone, "bu du bu du bu")
    expect(phone.get_by_text("Nama masuk atau kode tidak cocok.")).to_be_visible()
    phone.get_by_label("Kode", exact=True).fill(spoken)
    phone.get_by_role("button", name="Simpan dan masuk").click()
    expect(phone.get_by_role("heading", name="Kerja saya")).to_be_visible()

    suspend(desk)
    phone.reload()
    expect(phone.get_by_role("heading", name="Masuk", exact=True)).to_be_visible()
    fill_organisations(desk)
    assert devices.complaints == []


def begin(desk: Page, code: str) -> None:
    """Come in as the first administrator; the code is good once."""
    desk.goto("/masuk")
    desk.get_by_role("link", name="Mulai dengan kode penyiapan").click()
    desk.get_by_label("Kode penyiapan").fill(code.upper())
    desk.get_by_label("Nama lengkap").fill("Rini Astuti, S.Kom.")
    desk.get_by_label("NIP atau surel").fill(RINI)
    desk.get_by_label("Kata sandi", exact=True).fill(RINI_CHOSE)
    desk.get_by_role("button", name="Mulai sebagai administrator").click()
    expect(desk.get_by_role("heading", name="Administrasi")).to_be_visible()


def choose(phone: Page, code: str) -> None:
    """Choose a password with a code."""
    phone.goto("/masuk")
    phone.get_by_text("Lupa kata sandi").click()
    phone.get_by_role("link", name="Pilih kata sandi dengan kode").click()
    phone.get_by_label("NIP atau surel").fill(BUDI)
    phone.get_by_label("Kode", exact=True).fill(code)
    phone.get_by_label("Kata sandi baru").fill(BUDI_CHOSE)
    phone.get_by_role("button", name="Simpan dan masuk").click()


def fill_organisations(desk: Page) -> None:
    """Let the regency's own organisations be filled in: they stand in the tree when that is done."""
    desk.goto("/direktori")
    desk.get_by_role("button", name="Isi organisasi").click()
    expect(desk.get_by_text("baris", exact=False).first).to_be_visible()
    expect(desk.get_by_role("link", name="Dinas Sosial", exact=True)).to_be_visible(timeout=20_000)


def suspend(desk: Page) -> None:
    """Suspend whom was just invited: that asks for the administrator's password, once, and then goes on by itself."""
    desk.reload()
    desk.get_by_role("button", name="Tangguhkan akun Budi Santoso").click()
    desk.get_by_label("Alasan").fill("Pindah tugas")
    desk.get_by_role("button", name="Tangguhkan akun", exact=True).click()
    desk.get_by_label("Kata sandi Anda").fill(RINI_CHOSE)
    desk.get_by_role("button", name="Lanjutkan").click()
    expect(desk.get_by_text("Alasan: Pindah tugas")).to_be_visible()


def bring_in(office: Server, person: Person) -> None:
    """Let somebody be in the directory, as an import of employees leaves them."""
    values: list[tuple[TypedCollection[Any], Any]] = [(PERSONS, person), (PERSON_CARDS, card_of(person))]

    def work(transaction: Transaction) -> None:
        for collection, value in values:
            body = collection.write(value, by="test", at=datetime.now(UTC), before=None)
            transaction.create(collection.stored, person.id, body)

    records = SqliteRecords(office.data / "records.db")
    records.transact(work)
    records.close()
