"""State how an office stands at the head of its papers."""

from __future__ import annotations

from dataclasses import dataclass

from functions.papers.domain.letterhead import KopOfAnother, NumberCodeTaken, check_letterhead
from functions.papers.letterheads import LetterheadToChange, letterhead, managed_organisation
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.letterheads import LETTERHEADS, NUMBER_CODES, NumberCode, find_letterhead
from shared.permissions import Permission
from shared.refusals import RecordMissing

_RIGHT = "the office whose letterhead it is"


@dataclass(frozen=True, slots=True)
class LetterheadChanged:
    """Papers that are printed from now on bear it; ``already`` when they did before."""

    version: int
    already: bool


@operation(permission=Permission.MANAGE_OFFICE, refuses=(RecordMissing, KopOfAnother, NumberCodeTaken, Stale))
def change_letterhead(typed: LetterheadToChange, ctx: Context) -> LetterheadChanged:
    """State the kop of an office and the code in its numbers; papers already filed stay as they are."""
    organisation = managed_organisation(typed.organisation_id, ctx)
    before = find_letterhead(organisation.id, ctx)
    version = ctx.version(LETTERHEADS, organisation.id)
    check_letterhead(
        typed.name_lines,
        postal_code=typed.postal_code,
        website=typed.website,
        email=typed.email,
        number_code=typed.number_code,
    )
    claim = ctx.find(NUMBER_CODES, typed.number_code.casefold(), right_from=_RIGHT) if typed.number_code else None

    if claim is not None and claim.organisation_id != organisation.id:
        holder = ctx.directory.organisation(claim.organisation_id)
        raise NumberCodeTaken(f"Kode ini milik {holder.name if holder else 'instansi lain'}. Pakai kode unit sendiri.")
    after = letterhead(typed, before.logo)
    if after == before:
        return LetterheadChanged(version, already=True)

    if typed.number_code and claim is None:
        ctx.create(NUMBER_CODES, NumberCode(typed.number_code, organisation.id))
    ctx.put(LETTERHEADS, after, seen=typed.version)
    return LetterheadChanged(version + 1, already=False)
