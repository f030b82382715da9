"""What the text of a letter says of it: proposed to the clerk, who checks it.

By the places that the parts of a letter have (Permendagri 1/2023: kop, then nomor, sifat, lampiran and hal, then to
whom). Where a part is not found nothing is proposed; a wrong guess costs more than an empty field.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from functions.eoffice.domain.klasifikasi import is_code
from functions.eoffice.domain.letter import Sifat, Urgensi

_MONTHS = (
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
)
_DATE = re.compile(rf"\b(\d{{1,2}})\s+({'|'.join(_MONTHS)})\s+(\d{{4}})\b", re.IGNORECASE)
_FIELD = re.compile(r"^\s*(nomor|no|sifat|lampiran|lamp|hal|perihal)\s*[.]?\s*[:]\s*(.*)$", re.IGNORECASE)
_PLACE_AND_DATE = re.compile(rf"\s*[A-Z][A-Za-z. ]+,\s*\d{{1,2}}\s+({'|'.join(_MONTHS)})\s+\d{{4}}.*$", re.IGNORECASE)
_ADDRESSED = re.compile(r"^\s*(kepada|yth|di\b|dengan hormat)", re.IGNORECASE)
_OFFICE = re.compile(
    r"\b(DINAS|BADAN|SEKRETARIAT|INSPEKTORAT|KECAMATAN|KELURAHAN|KEMENTERIAN|KANTOR|BAGIAN|RUMAH SAKIT|RSUD|SATUAN|"
    r"KEPOLISIAN|KODIM|KEJAKSAAN|PENGADILAN|UNIVERSITAS|YAYASAN|PT|CV|KOPERASI|PERUMDA|DEWAN|KOMISI)\b"
)
_GOVERNMENT = re.compile(r"^PEMERINTAH(?: DAERAH)? ((?:PROVINSI|KABUPATEN|KOTA|DESA) .+)$")
_HOME = "KABUPATEN MOJOKERTO"
_SMALL = {"dan", "atau", "di", "ke", "dari", "untuk", "yang", "dengan"}
_KOP_LINES = 8
_LONGEST = {"number": 100, "hal": 300, "lampiran": 100, "sender": 200}
_KEYS = {"no": "nomor", "lamp": "lampiran", "perihal": "hal"}


@dataclass(frozen=True, slots=True)
class Read:
    """What was read; empty where nothing was."""

    sender: str = ""
    number: str = ""
    dated_on: date | None = None
    hal: str = ""
    lampiran: str = ""
    sifat: Sifat | None = None
    urgensi: Urgensi | None = None
    klasifikasi: str = ""


NOTHING_READ = Read()


def read(text: str) -> Read:
    """Return what a letter's text says."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    fields = _fields(lines)
    number = fields.get("nomor", "")
    said = fields.get("sifat", "").casefold()
    code = number.split("/")[0].strip()
    return Read(
        sender=_sender(lines)[: _LONGEST["sender"]],
        number=number[: _LONGEST["number"]],
        dated_on=_dated_on(text),
        hal=fields.get("hal", "")[: _LONGEST["hal"]],
        lampiran=fields.get("lampiran", "").strip("- ")[: _LONGEST["lampiran"]],
        sifat=_sifat(said),
        urgensi=_urgensi(said),
        klasifikasi=code if is_code(code) else "",
    )


def _fields(lines: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for at, line in enumerate(lines):
        match = _FIELD.match(line)
        if match is None:
            continue
        key = match[1].casefold()
        key = _KEYS.get(key, key)
        value = _PLACE_AND_DATE.sub("", match[2]).strip()
        if key == "hal" and value:
            value = _continued(value, lines[at + 1 :])
        found.setdefault(key, value)
    return found


def _continued(hal: str, following: list[str]) -> str:
    """Return a long hal whole: it goes on below, until a blank line, another field, or to whom the letter is."""
    for line in following[:2]:
        if not line or ":" in line or _ADDRESSED.match(line) or _DATE.search(line):
            break
        hal = f"{hal} {line}"
    return hal


def _dated_on(text: str) -> date | None:
    match = _DATE.search(text)
    if match is None:
        return None
    try:
        return date(int(match[3]), _MONTHS.index(match[2].casefold()) + 1, int(match[1]))
    except ValueError:
        return None


def _sifat(said: str) -> Sifat | None:
    if "rahasia" in said:
        return Sifat.SANGAT_RAHASIA if "sangat" in said else Sifat.RAHASIA
    return Sifat.TERBATAS if "terbatas" in said else None


def _urgensi(said: str) -> Urgensi | None:
    if "segera" in said or "kilat" in said:
        return Urgensi.AMAT_SEGERA if "amat" in said or "sangat" in said or "kilat" in said else Urgensi.SEGERA
    return None


def _sender(lines: list[str]) -> str:
    kop = [line for line in lines if line][:_KOP_LINES]
    capitals = [line for line in kop if line == line.upper() and any(letter.isalpha() for letter in line)]
    office = next((line for line in capitals if _OFFICE.search(line)), "")
    government = next((match[1] for line in capitals if (match := _GOVERNMENT.match(line))), "")
    if office and government and government != _HOME:
        return f"{_titled(office)} {_titled(government)}"
    return _titled(office or (f"Pemerintah {government}" if government else ""))


def _titled(capitals: str) -> str:
    words = (word.casefold() for word in capitals.split())
    return " ".join(word if word in _SMALL else _capitalised(word) for word in words)


def _capitalised(word: str) -> str:
    return word.upper() if word in {"pt", "cv", "rsud", "dprd"} else word[:1].upper() + word[1:]
