"""A certificate: that somebody took part in a bimtek or a sosialisasi, and on its back what was taught."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from shared.letters.check_block import CheckBlock
from shared.letters.kop import Kop, kop_values
from shared.letters.press import Json, PaperFailed, press
from shared.rules.calendar import in_wib, long_date, wib_date
from shared.rules.nip import InvalidNip, group_nip

# Part of what is hashed: a later way to write the facts gets another number, and old papers keep their hash.
_FORM_OF_FACTS = "sertifikat/1"
_TO = "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class SubjectOnPaper:
    """What was taught, and for how many lesson hours (JP)."""

    title: str
    hours: int


@dataclass(frozen=True, slots=True)
class HolderOnPaper:
    """Who took part, as they were on that day; what is unknown is empty."""

    name: str
    nip: str
    position: str
    organisation: str


@dataclass(frozen=True, slots=True)
class CertifierOnPaper:
    """Who signs by hand."""

    name: str
    nip: str
    rank: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SertifikatPaper:
    """All that the paper states. ``kind`` is the sort of meeting, in words."""

    kop: Kop
    number: str
    holder: HolderOnPaper
    kind: str
    title: str
    place: str
    first_day: date
    last_day: date
    organisation_name: str
    subjects: Sequence[SubjectOnPaper]
    signer: CertifierOnPaper
    issued_at: datetime
    content_sha256: str
    check: CheckBlock | None
    demo: bool


def content_sha256(sertifikat: SertifikatPaper) -> str:
    """Return the SHA-256 of the facts on the certificate, as canonical JSON (keys sorted, no spaces, UTF-8).

    The letterhead stays out: an agency that moves does not change what it stated.
    """
    holder, signer = sertifikat.holder, sertifikat.signer
    facts: dict[str, Json] = {
        "form": _FORM_OF_FACTS,
        "number": sertifikat.number,
        "holder": {
            "name": holder.name,
            "nip": holder.nip,
            "position": holder.position,
            "organisation": holder.organisation,
        },
        "kind": sertifikat.kind,
        "title": sertifikat.title,
        "place": sertifikat.place,
        "first_day": sertifikat.first_day.isoformat(),
        "last_day": sertifikat.last_day.isoformat(),
        "organisation": sertifikat.organisation_name,
        "subjects": [{"title": it.title, "hours": it.hours} for it in sertifikat.subjects],
        "signer": {"name": signer.name, "nip": signer.nip, "title": signer.title},
        "issued_on": wib_date(sertifikat.issued_at).isoformat(),
    }
    canonical = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def render(sertifikat: SertifikatPaper) -> bytes:
    """Return the paper as PDF/A-2b on F4 across; one whose facts are not those that were issued is not printed."""
    if sertifikat.content_sha256 != content_sha256(sertifikat):
        raise PaperFailed("sertifikat: the facts are not those that were issued")
    return press("sertifikat", _values(sertifikat), dated=in_wib(sertifikat.issued_at))


def _values(sertifikat: SertifikatPaper) -> dict[str, Json]:
    holder, signer, check = sertifikat.holder, sertifikat.signer, sertifikat.check
    first, last = long_date(sertifikat.first_day), long_date(sertifikat.last_day)
    return {
        "kop": kop_values(sertifikat.kop),
        "number": sertifikat.number,
        "holder": {
            "name": holder.name,
            "nip": _nip(holder.nip),
            "position": holder.position,
            "organisation": holder.organisation,
        },
        "kind": _kind(sertifikat),
        "title": sertifikat.title,
        "place": sertifikat.place,
        "days": first if first == last else f"{first} {_TO} {last}",
        "organisation": sertifikat.organisation_name,
        "subjects": [{"title": it.title, "hours": it.hours} for it in sertifikat.subjects],
        "hours": sum(it.hours for it in sertifikat.subjects),
        "signer": {"name": signer.name, "nip": _nip(signer.nip), "rank": signer.rank, "title": signer.title},
        "issued_on": long_date(wib_date(sertifikat.issued_at)),
        "content_sha256": sertifikat.content_sha256,
        "check": {"code": check.code, "address": check.address, "qr": check.qr} if check else None,
        "demo": sertifikat.demo,
    }


def _kind(sertifikat: SertifikatPaper) -> str:
    """Return the sort of meeting; nothing where its title begins with it."""
    title = sertifikat.title.casefold()
    return "" if title.startswith((sertifikat.kind.casefold(), "bimtek")) else sertifikat.kind


def _nip(nip: str) -> str:
    try:
        return group_nip(nip) if nip else ""
    except InvalidNip:
        return nip
