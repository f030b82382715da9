"""The book as a table."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import openpyxl

from functions.eoffice.cancel_surat_masuk import SuratMasukToCancel, cancel_surat_masuk
from functions.eoffice.domain.letter import Sifat
from functions.eoffice.export_buku_agenda import BookToExport, export_buku_agenda
from shared.permissions import Permission
from tests.eoffice.mail_room import SAYS

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.mail_room import MailRoom


def book(room: MailRoom, by: Actor, year: int = 2026) -> list[tuple[Any, ...]]:
    made = room.desk.call(export_buku_agenda, BookToExport(year), by=by)
    sheet = openpyxl.load_workbook(io.BytesIO(made.content)).worksheets[0]
    rows = [tuple(row) for row in sheet.iter_rows(values_only=True)]
    return rows[next(at for at, row in enumerate(rows) if row[0] == "Nomor agenda") + 1 :]


def test_every_number_of_the_year_stands_in_it_once_with_what_became_of_it(room: MailRoom) -> None:
    room.register()
    wrong = room.register(number="2").letter_id
    room.desk.call(cancel_surat_masuk, SuratMasukToCancel(wrong, "Salah alamat"), by=room.clerk)
    room.register(number="3", hal="=1+1")
    rows = book(room, room.clerk)
    assert [row[0] for row in rows] == ["0001/2026", "0002/2026", "0003/2026"]
    assert rows[0][2:6] == (SAYS.sender, SAYS.number, "20 November 2026", SAYS.hal)
    assert rows[1][-2:] == ("Batal", "Salah alamat")
    assert rows[2][5] == "=1+1"


def test_a_secret_letter_is_its_number_alone_also_for_a_clerk_who_may_not_read_it(room: MailRoom) -> None:
    room.register(sifat=Sifat.RAHASIA)
    room.register(number="2")
    colleague = room.desk.employee("Rini", Permission.REGISTER_LETTERS)
    for clerk in (room.clerk, colleague):
        secret, ordinary = book(room, clerk)
        assert SAYS.hal not in str(secret)
        assert SAYS.sender not in str(secret)
        assert secret[0] == "0001/2026"
        assert ordinary[5] == SAYS.hal


def test_another_office_has_a_book_of_its_own_and_an_empty_year_is_empty(room: MailRoom) -> None:
    room.register()
    assert book(room, room.other_clerk) == []
    assert book(room, room.clerk, 2025) == []
