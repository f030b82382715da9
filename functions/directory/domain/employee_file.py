"""A file of employees: which columns it has, what each row says, and why a row is refused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from functions.directory.domain.employee_post import InvalidPost, NamedPost, read_post
from functions.directory.domain.people import GOLONGAN, LONGEST_NAME
from functions.directory.domain.table_titles import FORMULA, cells_of, find_titles
from shared.refusals import Refusal
from shared.rules.email import is_email
from shared.rules.nip import InvalidNip, plain_nip

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

COLUMNS = ("NIP", "Nama", "Surel", "Golongan", "Jabatan", "OPD", "Kelas jabatan", "TMT jabatan")
_NAMED = {
    "nip": "nip",
    "ni pppk": "nip",
    "nip/ni pppk": "nip",
    "nama": "name",
    "nama lengkap": "name",
    "surel": "email",
    "email": "email",
    "e-mail": "email",
    "golongan": "golongan",
    "gol": "golongan",
    "jabatan": "title",
    "nama jabatan": "title",
    "opd": "office",
    "perangkat daerah": "office",
    "unit kerja": "office",
    "kelas jabatan": "rank_class",
    "eselon": "rank_class",
    "jenjang": "rank_class",
    "tmt jabatan": "starts_on",
    "tmt": "starts_on",
}


class ColumnsMissing(Refusal):
    """The file has no row of titles with the columns that are needed."""

    status = 422
    title = "Kolom berkas tidak lengkap."


class FileWithoutRows(Refusal):
    """The file has titles and nothing below."""

    status = 422
    title = "Berkas tidak berisi pegawai."


@dataclass(frozen=True, slots=True)
class EmployeeRow:
    """One row: what it says of an employee, or why it says nothing that can be used. An empty cell says nothing."""

    number: int
    name: str
    nip: str = ""
    email: str = ""
    golongan: str = ""
    post: NamedPost | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Employee:
    """What the file and the directory both say of somebody."""

    name: str
    nip: str
    email: str
    golongan: str


def read_employees(rows: Sequence[Sequence[str]]) -> list[EmployeeRow]:
    """Return the rows below the titles, numbered as the file shows them. Raises ColumnsMissing and FileWithoutRows."""
    head, places = _titles(rows)
    found = [_read(number, row, places) for number, row in enumerate(rows[head + 1 :], head + 2) if any(row)]
    if not found:
        raise FileWithoutRows("Isi satu baris untuk setiap pegawai di bawah judul kolom.")
    return list(_without_twins(found))


def merge(before: Employee | None, row: EmployeeRow) -> Employee:
    """Return what the employee is to be: an empty cell leaves what is known."""
    if before is None:
        return Employee(row.name, row.nip, row.email, row.golongan)
    return Employee(row.name, row.nip or before.nip, row.email or before.email, row.golongan or before.golongan)


def differences(before: Employee, after: Employee) -> str:
    """Write what changes: ``Nama: Budi → Budi Santoso; Golongan: kosong → III/a``."""
    pairs = (
        ("Nama", before.name, after.name),
        ("Surel", before.email, after.email),
        ("Golongan", before.golongan, after.golongan),
    )
    return "; ".join(f"{word}: {old or 'kosong'} → {new}" for word, old, new in pairs if old != new)


def _titles(rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]]:
    found = find_titles(rows, _NAMED, {"nip", "name"})
    if found is not None:
        return found
    raise ColumnsMissing(f"Beri judul kolom {', '.join(COLUMNS[:2])}, atau pakai contoh berkas dari halaman ini.")


def _read(number: int, cells: Sequence[str], places: dict[str, int]) -> EmployeeRow:
    said = cells_of(cells, places)
    row = EmployeeRow(
        number, " ".join(said["name"].split()), said["nip"], said.get("email", "").lower(), said.get("golongan", "")
    )
    try:
        return replace(row, nip=plain_nip(row.nip) if row.nip else "", post=read_post(said), fault=_fault(said, row))
    except (InvalidNip, InvalidPost) as invalid:
        return replace(row, fault=str(invalid))


def _fault(said: Mapping[str, str], row: EmployeeRow) -> str:
    if any(text.startswith(FORMULA) for text in said.values()):
        return "Ada sel berisi rumus. Tempel sebagai nilai."
    if not row.name or len(row.name) > LONGEST_NAME or not any(letter.isalpha() for letter in row.name):
        return "Isi nama pegawai, paling panjang 200 huruf."
    if not row.nip and not row.email:
        return "Isi NIP, atau surel bagi yang bukan ASN."
    if row.email and not is_email(row.email):
        return "Surel tidak sah. Contoh: nama@mojokertokab.go.id."
    if row.golongan and not GOLONGAN.fullmatch(row.golongan):
        return "Golongan tidak dikenal. Contoh: III/a bagi PNS, IX bagi PPPK."
    return ""


def _without_twins(rows: list[EmployeeRow]) -> Iterator[EmployeeRow]:
    """Yield the rows; one that repeats the NIP or the e-mail of a row above is refused."""
    seen: dict[str, int] = {}
    for row in rows:
        twin = next((seen[number] for number in (row.nip, row.email) if number in seen), None)
        if not row.fault and twin is not None:
            yield replace(row, fault=f"NIP atau surelnya sama dengan baris {twin}.")
            continue
        if not row.fault:
            seen.update({number: row.number for number in (row.nip, row.email) if number})
        yield row
