"""Announce a file of employees and get the link by which the browser sends it."""

from __future__ import annotations

from dataclasses import dataclass

from functions.directory.domain.import_limits import check_file
from functions.directory.import_files import quarantine_name
from functions.directory.records import IMPORTS, EmployeeImport
from functions.directory.tables import IMPORT_LIMIT
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import Permission
from shared.rules.calendar import wib_date
from shared.tables.rows import value_on
from shared.uploads.link import link_for
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class NewImport:
    """The file: its name, its length in bytes, and the SHA-256 of its content in hexadecimal."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ImportBegun:
    """PUT the file to ``url`` with these headers before ``expires_at``, then call *check import*."""

    import_id: str
    url: str
    headers: dict[str, str]
    expires_at: Instant


@dataclass(frozen=True, slots=True)
class Linked:
    """A file that may come, and the link for it."""

    announced: EmployeeImport
    begun: ImportBegun


def sign_link(announced: EmployeeImport, ctx: ReadContext) -> Linked:
    """Get the link; in the cloud this asks another service to sign."""
    link, until = link_for(quarantine_name(announced.id), announced.kind, announced.size, ctx)
    return Linked(announced, ImportBegun(announced.id, link.url, dict(link.headers), until))


def expect_file(linked: Linked, ctx: Context) -> ImportBegun:
    """Note that the file may come."""
    ctx.create(IMPORTS, linked.announced)
    return linked.begun


@operation(
    permission=Permission.MANAGE_DIRECTORY,
    limit=PerActor(per_minute=20, burst=10),
    secret=True,  # whoever has the link can send a file
    call=sign_link,
    complete=expect_file,
)
def begin_import(new: NewImport, ctx: Context) -> EmployeeImport:
    """Announce a file of employees (XLSX or CSV) and get the link to send it by."""
    limit = value_on(wib_date(ctx.now), IMPORT_LIMIT, ctx)
    name, kind = check_file(new.name, new.size, new.sha256, limit)
    return EmployeeImport(ctx.new_id(), ctx.actor.id, name, kind, new.size, new.sha256, ctx.now)
