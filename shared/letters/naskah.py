"""A naskah dinas of any kind as a paper: kop, head, parts of the text, signature, tembusan and lampiran."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from shared.letters.kop import Kop, kop_values
from shared.letters.press import Json, press, press_pages
from shared.letters.rich_text import rich_values
from shared.rules.calendar import in_wib, long_date
from shared.rules.nip import InvalidNip, group_nip
from shared.rules.rich_text import Blocks

if TYPE_CHECKING:
    from shared.letters.check_block import CheckBlock

_PLACE = "Mojokerto"
_MOST_ADDRESSED = 5  # more are listed on a sheet of their own


@dataclass(frozen=True, slots=True)
class SectionOnPaper:
    """A part of the text, and how it is set: plain, labelled, diktum or headed."""

    label: str
    style: str
    blocks: Blocks
    lead: str = ""
    lettered: bool = False


@dataclass(frozen=True, slots=True)
class AddressOnPaper:
    """To whom it goes."""

    name: str
    place: str


@dataclass(frozen=True, slots=True)
class PersonOnPaper:
    """Whom it sends or orders."""

    name: str
    nip: str
    rank: str
    position: str


@dataclass(frozen=True, slots=True)
class SignatureOnPaper:
    """Who signs: the lines above, the name, rank and NIP below; ``on`` is the day, none while it is a draft."""

    lines: Sequence[str]
    name: str
    nip: str
    rank: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class PartyOnPaper:
    """Who signs beside them by hand."""

    name: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NaskahPaper:
    """All that the paper states. ``layout`` is as-letter, as-note or as-title; ``about`` how its hal is called.

    ``signed`` is the sentence about its electronic signature; without one it is a draft.
    """

    kop: Kop
    kind: str
    layout: str
    about: str
    number: str
    hal: str
    sifat: str
    enclosure: str
    destinations: Sequence[AddressOnPaper]
    copies: Sequence[AddressOnPaper]
    sections: Sequence[SectionOnPaper]
    people: Sequence[PersonOnPaper]
    attachment: Blocks
    signature: SignatureOnPaper
    party: PartyOnPaper | None
    made_at: datetime
    check: CheckBlock | None = None
    signed: str = ""
    demo: bool = False


def render(naskah: NaskahPaper) -> bytes:
    """Return the paper as PDF/A-2b on F4."""
    return press("naskah", _values(naskah), dated=in_wib(naskah.made_at))


def draw(naskah: NaskahPaper) -> list[str]:
    """Return its pages as drawings (SVG), for the screen."""
    return press_pages("naskah", _values(naskah), dated=in_wib(naskah.made_at))


def _values(naskah: NaskahPaper) -> dict[str, Json]:
    signature, party, check = naskah.signature, naskah.party, naskah.check
    listed = len(naskah.destinations) > _MOST_ADDRESSED
    return {
        "kop": kop_values(naskah.kop),
        "kind": naskah.kind,
        "layout": naskah.layout,
        "about": naskah.about,
        "number": naskah.number,
        "hal": naskah.hal,
        "sifat": naskah.sifat,
        "enclosure": naskah.enclosure,
        "destinations": [] if listed else [_address(it) for it in naskah.destinations],
        "listed": [_address(it) for it in naskah.destinations] if listed else [],
        "copies": [it.name for it in naskah.copies],
        "sections": [_section(it) for it in naskah.sections],
        "people": [
            {"name": it.name, "nip": _nip(it.nip), "rank": it.rank, "position": it.position} for it in naskah.people
        ],
        "attachment": rich_values(naskah.attachment),
        "signature": {
            "lines": list(signature.lines),
            "name": signature.name,
            "nip": _nip(signature.nip),
            "rank": signature.rank,
        },
        "party": {"name": party.name, "title": party.title} if party else None,
        "place": _PLACE,
        "on": long_date(signature.on) if signature.on else None,
        "check": {"code": check.code, "address": check.address, "qr": check.qr} if check else None,
        "signed": naskah.signed,
        "demo": naskah.demo,
    }


def _section(section: SectionOnPaper) -> dict[str, Json]:
    return {
        "label": section.label,
        "style": section.style,
        "lead": section.lead,
        "first": "a." if section.lettered else "1.",
        "blocks": rich_values(section.blocks),
    }


def _address(address: AddressOnPaper) -> dict[str, Json]:
    return {"name": address.name, "place": address.place}


def _nip(nip: str) -> str:
    try:
        return group_nip(nip) if nip else ""
    except InvalidNip:
        return nip
