"""List the caller's own certificates."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.listed_sertifikat import ListedSertifikat, listed
from functions.eagenda.sertifikat import OF_PERSON_NEWEST, SERTIFIKAT
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN


@dataclass(frozen=True, slots=True)
class WhichOwnSertifikat:
    """The cursor continues an earlier answer."""

    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class OwnSertifikats:
    """A part of the list, the newest first."""

    items: tuple[ListedSertifikat, ...]
    next_cursor: str | None


@query(permission=SIGNED_IN)
def list_own_sertifikat(which: WhichOwnSertifikat, ctx: ReadContext) -> OwnSertifikats:
    """List the certificates that the caller has, the newest first."""
    own = "the caller's own certificates"
    page = ctx.list(SERTIFIKAT, OF_PERSON_NEWEST, equal=(ctx.actor.id,), cursor=which.cursor, right_from=own)
    return OwnSertifikats(tuple(listed(it) for _, it in page.items), page.next_cursor)
