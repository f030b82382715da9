"""Find the certificate of somebody among those of an agenda."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.listed_sertifikat import ListedSertifikat, listed
from functions.eagenda.sertifikat import OF_AGENDA_BY_WORD, RIGHT, SERTIFIKAT
from shared.directory.words import entries_asked
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Text

_LOOKED_AT = 100
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class SertifikatSearch:
    """Of which agenda, and words of a name or an office; a NIP is typed in full."""

    agenda_id: str
    text: Annotated[str, Text(2, 100)]


@dataclass(frozen=True, slots=True)
class FoundSertifikats:
    """At most twenty, in the order of their numbers; ``more`` when further ones may match."""

    items: tuple[ListedSertifikat, ...]
    more: bool


@query(permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser), body=True)
def find_sertifikat(search: SertifikatSearch, ctx: ReadContext) -> FoundSertifikats:
    """Find certificates of an agenda that the caller's office runs by name, office or NIP."""
    agenda = organised_agenda(search.agenda_id, ctx)
    words = entries_asked(search.text)
    if not words:
        return FoundSertifikats((), more=False)
    token = max(words, key=len)  # the longest is mostly the rarest
    page = ctx.list(
        SERTIFIKAT, OF_AGENDA_BY_WORD, equal=(agenda.id,), tokens=(token,), limit=_LOOKED_AT, right_from=RIGHT
    )

    found = [it for _, it in page.items if words <= set(it.words)]
    return FoundSertifikats(
        tuple(listed(it) for it in found[:_SHOWN]), len(found) > _SHOWN or page.next_cursor is not None
    )
