"""Listing the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.tables.list_tables import list_tables
from tests.tables.table_desk import GUESTS, TableDesk

if TYPE_CHECKING:
    from shared.actor import Actor


def test_every_declared_table_is_listed_with_what_waits_in_it(tables: TableDesk) -> None:
    tables.propose()
    items = tables.desk.call(list_tables, by=tables.hasan).items
    assert {it.id: it.waiting for it in items} == {
        "direktori-catatan-akses": 0,
        "direktori-impor": 0,
        "direktori-plh": 0,
        "eagenda-cek-acak": 0,
        "eagenda-denyut": 0,
        "eagenda-kios": 0,
        "eagenda-lampiran": 0,
        "eagenda-lokasi": 0,
        "eagenda-nomor-sertifikat": 0,
        "eagenda-pimpinan": 0,
        "eagenda-pindaian-luring": 0,
        "eagenda-seri": 0,
        "eagenda-tindak-lanjut": 0,
        GUESTS: 1,
        "eagenda-undangan-tamu": 0,
        "eoffice-batas-pelaksana": 0,
        "eoffice-batas-surat": 0,
        "eoffice-isi-disposisi": 0,
        "eoffice-klasifikasi": 0,
        "eoffice-pindaian": 0,
        "eoffice-pola-naskah": 0,
        "hari-libur": 0,
        "masa-simpan": 0,
        "pola-nomor": 0,
    }
    assert [it.title for it in items] == sorted(it.title for it in items)


def test_whoever_may_not_read_tables_is_turned_away(tables: TableDesk, rina: Actor) -> None:
    response = tables.desk.request(list_tables, token=tables.desk.token(rina))
    assert response.status_code == 403
