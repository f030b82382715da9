"""Download an example of a file of employees, to be filled in."""

from __future__ import annotations

from functions.directory.domain.employee_file import COLUMNS
from shared.answers import Xlsx
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.letters.table import Column, Table, xlsx
from shared.permissions import Permission

_WIDTHS = (22, 36, 36, 12, 36, 36, 16, 14)
_FACTS = {
    "Isi": "satu baris untuk setiap pegawai; NIP atau NI PPPK 18 angka, kosong bagi yang bukan ASN",
    "Surel": "wajib bagi yang tidak memiliki NIP",
    "Golongan": "III/a bagi PNS, IX bagi PPPK",
    "Jabatan dan OPD": "jabatan pertama; nama, nama singkat, atau kode OPD persis seperti di direktori",
    "Kelas jabatan": "eselon atau jenjang: II.b, III.a, ahli muda, pelaksana",
    "TMT jabatan": "02/01/2026; kosong berarti hari ini",
    "Sel kosong": "tidak mengubah data yang sudah ada",
}


@query(permission=Permission.MANAGE_DIRECTORY, limit=PerActor(per_minute=20, burst=10))
def download_import_template(ctx: ReadContext) -> Xlsx:
    """Download an empty table of employees with the titles that an import asks for."""
    columns = tuple(Column(title, width) for title, width in zip(COLUMNS, _WIDTHS, strict=True))
    blank: list[tuple[None, ...]] = [(None,) * len(COLUMNS)]
    table = Table(title="Impor pegawai", facts=_FACTS, columns=columns, rows=blank, made_at=ctx.now)
    return Xlsx("impor-pegawai.xlsx", xlsx(table))
