"""Take an office's own logo off its kop."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.papers.domain.letterhead import KopOfAnother
from functions.papers.letterheads import managed_organisation
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.letterheads import LETTERHEADS, find_letterhead
from shared.permissions import Permission
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class LogoToRemove:
    """Whose logo."""

    organisation_id: str


@dataclass(frozen=True, slots=True)
class LogoRemoved:
    """The kop bears the regency's logo, or none; ``already`` when it had none of its own."""

    already: bool


@operation(permission=Permission.MANAGE_OFFICE, refuses=(RecordMissing, KopOfAnother))
def remove_logo(which: LogoToRemove, ctx: Context) -> LogoRemoved:
    """Take an office's own logo off its kop; the regency's stands there again."""
    organisation = managed_organisation(which.organisation_id, ctx)
    before = find_letterhead(organisation.id, ctx)

    if not before.logo:
        return LogoRemoved(already=True)

    ctx.put(LETTERHEADS, replace(before, logo=""))
    return LogoRemoved(already=False)
