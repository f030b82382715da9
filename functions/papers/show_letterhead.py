"""Show the letterhead of an office."""

from __future__ import annotations

from dataclasses import dataclass

from functions.papers.domain.letterhead import KopOfAnother
from functions.papers.letterheads import managed_organisation
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.letterheads import LETTERHEADS, REGENCY, find_letterhead
from shared.permissions import Permission
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class WhichLetterhead:
    """Of which organisation."""

    organisation_id: str


@dataclass(frozen=True, slots=True)
class ShownLetterhead:
    """What is stated, and beside it what stands on the kop where nothing is: the office's name and address."""

    organisation_id: str
    organisation_name: str
    known_address: str
    known_contact: str
    is_regency: bool
    name_lines: tuple[str, ...]
    address: str
    postal_code: str
    telephone: str
    website: str
    email: str
    number_code: str
    has_logo: bool
    has_logo_of_regency: bool
    version: int


@query(permission=Permission.MANAGE_OFFICE, refuses=(RecordMissing, KopOfAnother))
def show_letterhead(which: WhichLetterhead, ctx: ReadContext) -> ShownLetterhead:
    """Show the letterhead of an office that the caller manages."""
    organisation = managed_organisation(which.organisation_id, ctx)
    own = find_letterhead(organisation.id, ctx)
    version = ctx.version(LETTERHEADS, organisation.id)
    regency = find_letterhead(REGENCY, ctx)
    return ShownLetterhead(
        organisation_id=organisation.id,
        organisation_name=organisation.name,
        known_address=organisation.address,
        known_contact=organisation.contact,
        is_regency=organisation.id == REGENCY,
        name_lines=own.name_lines,
        address=own.address,
        postal_code=own.postal_code,
        telephone=own.telephone,
        website=own.website,
        email=own.email,
        number_code=own.number_code,
        has_logo=bool(own.logo),
        has_logo_of_regency=bool(regency.logo),
        version=version,
    )
