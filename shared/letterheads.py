"""Who the regency and its offices are on paper: the letterhead (kop), and the code that their numbers carry.

Whatever prints asks `kop_of`. What an office has not stated is the directory's, or of the regency: its name, and its
logo, which is the emblem of the region for every OPD (Permendagri 1/2023).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.kernel.collections import ListQuery, TypedCollection
from shared.letters.kop import Kop
from shared.values import Line

if TYPE_CHECKING:
    from shared.kernel.context import ReadContext

REGENCY = "pemkab"  # the organisation that is the regency itself
_RIGHT = "whose paper it is"
_GOVERNMENT = "Pemerintah Kabupaten Mojokerto"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands at the head of an office's papers. ``name_lines`` are empty where its own name will do.

    ``number_code`` (kode unit) stands in the numbers of its letters; ``logo`` names a document.
    """

    organisation_id: str
    name_lines: tuple[Line, ...] = ()
    address: str = ""
    postal_code: str = ""
    telephone: str = ""
    website: str = ""
    email: str = ""
    number_code: str = ""
    logo: str = ""


@dataclass(frozen=True, slots=True)
class NumberCode:
    """A kode unit and whose it is: no two offices give the same numbers, not even one after the other."""

    code: str
    organisation_id: str


BY_ORGANISATION = ListQuery(order="organisation_id")

LETTERHEADS = TypedCollection(
    "letterheads",
    Letterhead,
    key=lambda it: it.organisation_id,
    organisation=lambda it: it.organisation_id,
    queries=(BY_ORGANISATION,),
)
NUMBER_CODES = TypedCollection("number_codes", NumberCode, key=lambda it: it.code.casefold())


def find_letterhead(organisation_id: str, ctx: ReadContext) -> Letterhead:
    """Return an office's letterhead; one that was never stated is empty."""
    return ctx.find(LETTERHEADS, organisation_id, right_from=_RIGHT) or Letterhead(organisation_id)


def kop_of(organisation_id: str, name: str, ctx: ReadContext) -> Kop:
    """Return the kop of an office that is called so by today's letterhead."""
    return make_kop(find_letterhead(organisation_id, ctx), name, ctx)


def make_kop(own: Letterhead, name: str, ctx: ReadContext) -> Kop:
    """Return the kop that a letterhead makes, as it is stored or as it is typed."""
    regency = own if own.organisation_id == REGENCY else find_letterhead(REGENCY, ctx)
    government = " ".join(regency.name_lines) or _GOVERNMENT
    office = () if own.organisation_id == REGENCY else own.name_lines or (name,)
    logo = own.logo or regency.logo
    return Kop(
        (government, *office),
        *_where(own, ctx),
        ctx.ports.documents.load(logo) or b"" if logo else b"",
    )


def number_code_of(organisation_path: tuple[str, ...], ctx: ReadContext) -> str:
    """Return the kode unit of an office, or of the nearest above that has one; empty where none has.

    It is read from the store itself and guards nothing: a series is no place for documents that are only read, and a
    code that changes in that very moment changes a letter's number for nobody.
    """
    for organisation_id in organisation_path:
        body = ctx.ports.records.get(LETTERHEADS.stored, organisation_id)
        code = LETTERHEADS.read(body).number_code if body else ""
        if code:
            return code
    return ""


def _where(own: Letterhead, ctx: ReadContext) -> tuple[str, str]:
    """Return address and contact as two lines; what was never stated is what the directory knows."""
    organisation = ctx.directory.organisation(own.organisation_id)
    address = own.address or (organisation.address if organisation else "")
    stated = (
        own.telephone and f"Telepon {own.telephone}",
        own.website and f"Laman {own.website}",
        own.email and f"Surel {own.email}",
    )
    contact = ", ".join(it for it in stated if it) or (organisation.contact if organisation else "")
    postal_code = "" if own.postal_code in address else f" {own.postal_code}"  # most write it behind the town by hand
    return address + postal_code, contact
