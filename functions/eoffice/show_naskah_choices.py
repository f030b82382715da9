"""Show who may sign a naskah of an office, and in whose name."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eoffice.addressees import addressees
from functions.eoffice.naskah import WhichNaskah, naskah_to_read
from functions.eoffice.post_holders import holder_names
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class PossiblePost:
    """A post of the office or of one above it, and who decides in it today; nobody while it is vacant."""

    position_id: str
    title: str
    holder: str


@dataclass(frozen=True, slots=True)
class NaskahChoices:
    """The posts, those of the office first, the highest first."""

    posts: tuple[PossiblePost, ...]


@query(permission=SIGNED_IN, refuses=(RecordMissing,))
def show_naskah_choices(which: WhichNaskah, ctx: ReadContext) -> NaskahChoices:
    """Show the posts that may check and sign a naskah, of its office and of those above it."""
    naskah = naskah_to_read(which.naskah_id, ctx)
    posts = addressees(ctx, naskah.organisation_path)
    holders = holder_names((it.position_id for it in posts), ctx)
    return NaskahChoices(tuple(PossiblePost(it.position_id, it.title, holders[it.position_id]) for it in posts))
