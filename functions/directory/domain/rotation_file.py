"""A file of moves: which columns it has, what each row says, and why a row is refused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from functions.directory.domain.employee_file import ColumnsMissing
from functions.directory.domain.table_titles import FORMULA, cells_of, find_titles
from shared.refusals import Refusal
from shared.rules.appointment import AppointmentKind
from shared.rules.nip import InvalidNip, plain_nip

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMNS = ("NIP", "Kode jabatan", "Jabatan", "OPD", "Jenis")
MOST_MOVES = 300  # one plan is one record, and one decision of one evening
_NAMED = {
    "nip": "nip",
    "ni pppk": "nip",
    "nip/ni pppk": "nip",
    "kode jabatan": "position_id",
    "kode": "position_id",
    "jabatan": "title",
    "jabatan baru": "title",
    "opd": "office",
    "perangkat daerah": "office",
    "unit kerja": "office",
    "jenis": "kind",
}
_KINDS = {
    "": AppointmentKind.DEFINITIF,
    "definitif": AppointmentKind.DEFINITIF,
    "plt": AppointmentKind.PLT,
    "pj": AppointmentKind.PJ,
}


class RotationEmpty(Refusal):
    """The file has titles and nothing below."""

    status = 422
    title = "Berkas tidak berisi mutasi."


class RotationTooLong(Refusal):
    """More rows than one plan holds."""

    status = 422
    title = "Berkas berisi terlalu banyak baris."


@dataclass(frozen=True, slots=True)
class RotationRow:
    """One row: who gets which post how; the post by its code, or by title and office."""

    number: int
    nip: str
    position_id: str = ""
    title: str = ""
    office: str = ""
    kind: AppointmentKind = AppointmentKind.DEFINITIF
    fault: str = ""


def read_rotation(rows: Sequence[Sequence[str]]) -> list[RotationRow]:
    """Return the rows below the titles, numbered as the file shows them. Raises what the module's refusals say."""
    found = find_titles(rows, _NAMED, {"nip", "position_id"}) or find_titles(rows, _NAMED, {"nip", "title", "office"})
    if found is None:
        raise ColumnsMissing(f"Beri judul kolom {', '.join(COLUMNS)}, atau pakai contoh berkas dari halaman ini.")
    head, places = found
    moves = [_read(number, row, places) for number, row in enumerate(rows[head + 1 :], head + 2) if any(row)]
    if not moves:
        raise RotationEmpty("Isi satu baris untuk setiap pejabat di bawah judul kolom.")
    if len(moves) > MOST_MOVES:
        raise RotationTooLong(f"Bagi menjadi beberapa berkas, masing-masing paling banyak {MOST_MOVES} baris.")
    return moves


def _read(number: int, cells: Sequence[str], places: dict[str, int]) -> RotationRow:
    said = {name: " ".join(text.split()) for name, text in cells_of(cells, places).items()}
    kind = said.get("kind", "").lower().rstrip(".")
    row = RotationRow(number, said["nip"], said.get("position_id", ""), said.get("title", ""), said.get("office", ""))
    if any(text.startswith(FORMULA) for text in said.values()):
        return replace(row, fault="Ada sel berisi rumus. Tempel sebagai nilai.")
    try:
        row = replace(row, nip=plain_nip(row.nip))
    except InvalidNip as invalid:
        return replace(row, fault=str(invalid))
    if not row.position_id and not (row.title and row.office):
        return replace(row, fault="Isi kode jabatan, atau nama jabatan dan OPD-nya.")
    if kind == "plh":
        return replace(row, fault="Plh. menggantikan pejabat yang berhalangan, bukan bagian mutasi. Hapus baris ini.")
    if kind not in _KINDS:
        return replace(row, fault="Jenis tidak dikenal. Isi definitif, Plt., atau Pj.")
    return replace(row, kind=_KINDS[kind])
