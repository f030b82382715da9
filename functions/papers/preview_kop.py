"""Show the kop that a letterhead makes, before it is saved."""

from __future__ import annotations

from functions.papers.domain.letterhead import KopOfAnother
from functions.papers.letterheads import TypedLetterhead, letterhead, managed_organisation
from shared.answers import Png
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.letterheads import find_letterhead, make_kop
from shared.letters.kop import kop_values
from shared.letters.press import press
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import in_wib


@query(
    permission=Permission.MANAGE_OFFICE,
    refuses=(RecordMissing, KopOfAnother),
    limit=PerActor(per_minute=60, burst=20),
    body=True,
)
def preview_kop(typed: TypedLetterhead, ctx: ReadContext) -> Png:
    """Show the kop that what is typed makes, drawn by the press that prints it."""
    organisation = managed_organisation(typed.organisation_id, ctx)
    logo = find_letterhead(organisation.id, ctx).logo
    kop = make_kop(letterhead(typed, logo), organisation.name, ctx)
    picture = press("kop_preview", {"kop": kop_values(kop)}, dated=in_wib(ctx.now), form="png")
    return Png(f"kop-{organisation.id}.png", picture)
