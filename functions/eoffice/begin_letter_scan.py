"""Announce a scan of a letter and get the link by which the browser sends it."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eoffice.domain.letter_scan import LetterScan, announced
from functions.eoffice.letter_scans import LETTER_SCANS, quarantine_name, scan_limits
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import Permission
from shared.rules.files import FileKind
from shared.uploads.link import link_for
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class NewLetterScan:
    """The file: its name, its length in bytes, and the SHA-256 of its content in hexadecimal."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class LetterScanBegun:
    """PUT the file to ``url`` with these headers before ``expires_at``, then call *finish scan*."""

    scan_id: str
    url: str
    headers: dict[str, str]
    expires_at: Instant


@dataclass(frozen=True, slots=True)
class LinkedScan:
    """A scan that may come, and the link for it."""

    scan: LetterScan
    begun: LetterScanBegun


def sign_link(scan: LetterScan, ctx: ReadContext) -> LinkedScan:
    """Get the link; in the cloud this asks another service to sign."""
    link, until = link_for(quarantine_name(scan.id), scan.kind, scan.size, ctx)
    return LinkedScan(scan, LetterScanBegun(scan.id, link.url, dict(link.headers), until))


def expect_scan(linked: LinkedScan, ctx: Context) -> LetterScanBegun:
    """Hold a place for the file."""
    ctx.create(LETTER_SCANS, linked.scan)
    return linked.begun


@operation(
    permission=Permission.REGISTER_LETTERS,
    limit=PerActor(per_minute=120, burst=60),  # a morning's post in one go
    secret=True,  # whoever has the link can send a file
    call=sign_link,
    complete=expect_scan,
)
def begin_letter_scan(new: NewLetterScan, ctx: Context) -> LetterScan:
    """Announce a scan of a letter that came in and get the link to send it by."""
    scan = LetterScan(
        ctx.new_id(), ctx.actor.organisation_id, new.name, FileKind.PDF, new.size, new.sha256, ctx.now, ctx.actor.name
    )
    return announced(scan, scan_limits(ctx))
