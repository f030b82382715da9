"""Announce a picture as an office's logo and get the link by which the browser sends it."""

from __future__ import annotations

from dataclasses import dataclass

from functions.papers.domain.letterhead import KopOfAnother, check_logo
from functions.papers.letterheads import managed_organisation
from functions.papers.records import LOGO_UPLOADS, LogoUpload
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.uploads.link import link_for
from shared.values import Instant, fingerprint


@dataclass(frozen=True, slots=True)
class NewLogo:
    """Whose logo, and the file: its name, its length in bytes, and the SHA-256 of its content in hexadecimal."""

    organisation_id: str
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class LogoUploadBegun:
    """PUT the file to ``url`` with these headers before ``expires_at``, then call *finish logo upload*."""

    upload_id: str
    url: str
    headers: dict[str, str]
    expires_at: Instant


@dataclass(frozen=True, slots=True)
class LogoLinked:
    """A picture that may come, and the link for it."""

    announced: LogoUpload
    begun: LogoUploadBegun


def sign_logo_link(announced: LogoUpload, ctx: ReadContext) -> LogoLinked:
    """Get the link; in the cloud this asks another service to sign."""
    link, until = link_for(fingerprint("papers", "logo", announced.id), announced.kind, announced.size, ctx)
    return LogoLinked(announced, LogoUploadBegun(announced.id, link.url, dict(link.headers), until))


def expect_logo(linked: LogoLinked, ctx: Context) -> LogoUploadBegun:
    """Note that the picture may come."""
    ctx.create(LOGO_UPLOADS, linked.announced)
    return linked.begun


@operation(
    permission=Permission.MANAGE_OFFICE,
    refuses=(RecordMissing, KopOfAnother),
    limit=PerActor(per_minute=20, burst=10),
    secret=True,  # whoever has the link can send a file
    call=sign_logo_link,
    complete=expect_logo,
)
def begin_logo_upload(new: NewLogo, ctx: Context) -> LogoUpload:
    """Announce a logo (PNG or JPEG) of an office and get the link to send it by."""
    organisation = managed_organisation(new.organisation_id, ctx)
    kind = check_logo(new.name, new.size, new.sha256)
    return LogoUpload(ctx.new_id(), organisation.id, kind, new.size, new.sha256, ctx.now)
