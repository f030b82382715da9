"""The surat keterangan that an employee's data have changed: what it states, and the paper."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from shared.letters.check_block import CheckBlock
from shared.letters.kop import Kop, kop_values
from shared.letters.press import Json, PaperFailed, press
from shared.rules.calendar import in_wib, long_date
from shared.rules.nip import InvalidNip, group_nip

# Part of what is hashed: a later way to write the facts gets another number, and old papers keep their hash.
_FORM_OF_FACTS = "surat-keterangan/1"


@dataclass(frozen=True, slots=True)
class EmployeeOnPaper:
    """The employee as they are known on the day of the letter; what is unknown is empty."""

    name: str
    nip: str
    rank: str
    position: str
    organisation: str


@dataclass(frozen=True, slots=True)
class ChangeOnPaper:
    """What changed, from what to what."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class SignerOnPaper:
    """Who signs by hand, and the lines above the space for it."""

    name: str
    nip: str
    rank: str
    title: str
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Issuance:
    """What issuing fixed: the day and the hash of the facts."""

    on: date
    content_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SuratKeterangan:
    """All that the paper states; without an issuance it is a draft."""

    kop: Kop
    number: str
    employee: EmployeeOnPaper
    changes: Sequence[ChangeOnPaper]
    basis: str
    purpose: str
    signer: SignerOnPaper
    issued: Issuance | None
    check: CheckBlock | None
    made_at: datetime
    demo: bool


def content_sha256(letter: SuratKeterangan, on: date) -> str:
    """Return the SHA-256 of the facts in the letter, as canonical JSON (keys sorted, no spaces, UTF-8).

    The letterhead stays out: an agency that moves does not change what it stated.
    """
    facts: dict[str, Json] = {
        "form": _FORM_OF_FACTS,
        "number": letter.number,
        "issued_on": on.isoformat(),
        "employee": {
            "name": letter.employee.name,
            "nip": letter.employee.nip,
            "rank": letter.employee.rank,
            "position": letter.employee.position,
            "organisation": letter.employee.organisation,
        },
        "changes": [{"label": it.label, "before": it.before, "after": it.after} for it in letter.changes],
        "basis": letter.basis,
        "purpose": letter.purpose,
        "signer": {"name": letter.signer.name, "nip": letter.signer.nip, "lines": list(letter.signer.lines)},
    }
    canonical = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def render(letter: SuratKeterangan) -> bytes:
    """Return the paper as PDF/A-2b on F4; one whose facts are not those that were issued is not printed."""
    issued = letter.issued
    if issued and issued.content_sha256 != content_sha256(letter, issued.on):
        raise PaperFailed("surat_keterangan: the facts are not those that were issued")
    return press("surat_keterangan", _values(letter), dated=in_wib(letter.made_at))


def _values(letter: SuratKeterangan) -> dict[str, Json]:
    employee, signer, issued, check = letter.employee, letter.signer, letter.issued, letter.check
    return {
        "kop": kop_values(letter.kop),
        "number": letter.number,
        "employee": {
            "name": employee.name,
            "nip": _nip(employee.nip),
            "rank": employee.rank,
            "position": employee.position,
            "organisation": employee.organisation,
        },
        "changes": [{"label": it.label, "before": it.before or "–", "after": it.after} for it in letter.changes],
        "basis": letter.basis,
        "purpose": letter.purpose,
        "signer": {
            "name": signer.name,
            "nip": _nip(signer.nip),
            "rank": signer.rank,
            "title": signer.title,
            "lines": list(signer.lines),
        },
        "issued": {"on": long_date(issued.on), "content_sha256": issued.content_sha256} if issued else None,
        "check": {"code": check.code, "address": check.address, "qr": check.qr} if check else None,
        "demo": letter.demo,
    }


def _nip(nip: str) -> str:
    try:
        return group_nip(nip) if nip else ""
    except InvalidNip:
        return nip
