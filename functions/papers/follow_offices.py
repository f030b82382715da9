"""Show letters and their numbers to the offices that are above theirs now."""

from __future__ import annotations

from dataclasses import replace

from functions.papers.records import SURAT_KETERANGAN, WITH_OFFICE
from shared.directory.following import Following, follow
from shared.events.directory import OfficeFollowed, PostsTouched
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.register import NUMBERS_WITH_OFFICE, REGISTER


@reaction(to=(PostsTouched, OfficeFollowed))
def follow_offices(touched: PostsTouched | OfficeFollowed, ctx: Context) -> None:
    """Show the letters of an office that has moved, and of those below it, to those above it now."""
    letters = Following(
        SURAT_KETERANGAN,
        WITH_OFFICE,
        lambda it: it.organisation_path,
        lambda it, path: replace(it, organisation_path=path),
    )
    numbers = Following(
        REGISTER,
        NUMBERS_WITH_OFFICE,
        lambda it: it.organisation_path,
        lambda it, path: replace(it, organisation_path=path),
    )
    follow(touched, (letters, numbers), ctx)
