"""Whose absence or aides a caller may record: their own, and those of the office that they manage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.domain.absence import NotYourAbsence
from functions.directory.domain.appointing import require_scope
from shared.directory.standing import find_standing
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date

if TYPE_CHECKING:
    from shared.directory.standing import Standing
    from shared.kernel.context import ReadContext


def absent_person(person_id: str | None, ctx: ReadContext) -> Standing:
    """Return the person, oneself by default. Raises RecordMissing, NotYourAbsence and OutsideYourOffice."""
    standing = find_standing(ctx.ports.cached, person_id or ctx.actor.id, ctx.now)
    if standing is None:
        raise RecordMissing("Cari lagi orangnya.")
    if standing.person_id == ctx.actor.id:
        return standing
    permissions = ctx.actor.permissions
    manages_all = Permission.MANAGE_DIRECTORY in permissions
    if not manages_all and Permission.MANAGE_OFFICE not in permissions:
        raise NotYourAbsence("Minta administrator OPD orang itu.")
    offices = [it.organisation_path for it in standing.on(wib_date(ctx.now))]
    path = tuple(office for held in offices for office in held)
    require_scope(ctx.actor.organisation_id, path, manages_all=manages_all, reaches_beyond=False)
    return standing
