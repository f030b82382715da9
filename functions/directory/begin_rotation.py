"""Announce a file of moves with its first day and basis, and get the link by which the browser sends it."""

from __future__ import annotations

from dataclasses import dataclass

from functions.directory.domain.import_limits import check_file
from functions.directory.domain.rotation import Rotation, require_first_day
from functions.directory.import_files import quarantine_name
from functions.directory.records import ROTATIONS
from functions.directory.tables import IMPORT_LIMIT
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import Permission
from shared.rules.calendar import wib_date
from shared.rules.dated import Basis
from shared.tables.rows import value_on
from shared.uploads.link import link_for
from shared.values import Day, Instant


@dataclass(frozen=True, slots=True)
class NewRotation:
    """The first day of all moves, their basis, and the file: name, length in bytes, SHA-256 in hexadecimal."""

    first_day: Day
    basis: Basis
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class RotationBegan:
    """PUT the file to ``url`` with these headers before ``expires_at``, then call *plan rotation*."""

    rotation_id: str
    url: str
    headers: dict[str, str]
    expires_at: Instant


@dataclass(frozen=True, slots=True)
class RotationLinked:
    """A file that may come, and the link for it."""

    announced: Rotation
    began: RotationBegan


def sign_rotation_link(announced: Rotation, ctx: ReadContext) -> RotationLinked:
    """Get the link; in the cloud this asks another service to sign."""
    link, until = link_for(quarantine_name(announced.id), announced.kind, announced.size, ctx)
    return RotationLinked(announced, RotationBegan(announced.id, link.url, dict(link.headers), until))


def expect_rotation(linked: RotationLinked, ctx: Context) -> RotationBegan:
    """Note that the file may come."""
    ctx.create(ROTATIONS, linked.announced)
    return linked.began


@operation(
    permission=Permission.MANAGE_DIRECTORY,
    limit=PerActor(per_minute=20, burst=10),
    secret=True,  # whoever has the link can send a file
    call=sign_rotation_link,
    complete=expect_rotation,
)
def begin_rotation(new: NewRotation, ctx: Context) -> Rotation:
    """Announce a file of moves (XLSX or CSV) with one first day, and get the link to send it by."""
    today = wib_date(ctx.now)
    require_first_day(new.first_day, today)
    name, kind = check_file(new.name, new.size, new.sha256, value_on(today, IMPORT_LIMIT, ctx))
    return Rotation(ctx.new_id(), ctx.actor.id, new.first_day, new.basis, name, kind, new.size, new.sha256, ctx.now)
