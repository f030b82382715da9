"""What the operations on letterheads have in common: whose they are, and how they are typed and shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from functions.papers.domain.letterhead import require_own
from shared.directory.directory import path_of
from shared.letterheads import Letterhead
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Text

if TYPE_CHECKING:
    from shared.directory.model import Organisation
    from shared.kernel.context import ReadContext

_NameLine = Annotated[str, Text(1, 60)]
_Short = Annotated[str, Text(0, 80)]


@dataclass(frozen=True, slots=True)
class TypedLetterhead:
    """A letterhead as it is typed: the name's lines (none: the office's own name) and where the office is found."""

    organisation_id: str
    name_lines: tuple[_NameLine, ...] = ()
    address: Annotated[str, Text(0, 200)] = ""
    postal_code: _Short = ""
    telephone: _Short = ""
    website: _Short = ""
    email: _Short = ""
    number_code: _Short = ""


@dataclass(frozen=True, slots=True)
class LetterheadToChange(TypedLetterhead):
    """A letterhead as it is typed, and the version that its editor saw; 0 where there was none."""

    version: int = 0


def managed_organisation(organisation_id: str, ctx: ReadContext) -> Organisation:
    """Return an organisation whose letterhead the caller manages. Raises RecordMissing and KopOfAnother."""
    organisation = ctx.directory.organisation(organisation_id)
    if organisation is None:
        raise RecordMissing("Pilih OPD dari daftar.")
    require_own(
        ctx.actor.organisation_id,
        path_of(organisation, ctx.directory.organisation),
        manages_all=Permission.MANAGE_DIRECTORY in ctx.actor.permissions,
    )
    return organisation


def letterhead(typed: TypedLetterhead, logo: str) -> Letterhead:
    """Return the letterhead that was typed, with the logo that it has."""
    return Letterhead(
        organisation_id=typed.organisation_id,
        name_lines=typed.name_lines,
        address=typed.address,
        postal_code=typed.postal_code,
        telephone=typed.telephone,
        website=typed.website,
        email=typed.email,
        number_code=typed.number_code,
        logo=logo,
    )


def document_name(organisation_id: str, upload_id: str) -> str:
    """Return where a logo is kept. Each has a name of its own: a paper in the making may still need the one before."""
    return f"kop/{organisation_id}/{upload_id}"
