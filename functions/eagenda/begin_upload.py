"""Announce a file for an agenda and get the link by which the browser sends it."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.attachments import ATTACHMENTS, attachment_limits, attachments_of, quarantine_name
from functions.eagenda.domain.agenda import AgendaIsCancelled, NotOrganiser
from functions.eagenda.domain.attachment import (
    Attachment,
    AttachmentsFull,
    NewFile,
    announce,
    expect,
    require_not_cancelled,
)
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.uploads.link import link_for
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class NewAttachment:
    """The file: its name, its length in bytes, and the SHA-256 of its content in hexadecimal."""

    agenda_id: str
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Announced:
    """A file that may come."""

    agenda_id: str
    attachment: Attachment


@dataclass(frozen=True, slots=True)
class UploadBegun:
    """PUT the file to ``url`` with these headers before ``expires_at``, then call *finish upload*."""

    attachment_id: str
    url: str
    headers: dict[str, str]
    expires_at: Instant


@dataclass(frozen=True, slots=True)
class Linked:
    """A file that may come, and the link for it."""

    announced: Announced
    begun: UploadBegun


def sign_link(announced: Announced, ctx: ReadContext) -> Linked:
    """Get the link; in the cloud this asks another service to sign."""
    attachment = announced.attachment
    name = quarantine_name(announced.agenda_id, attachment.id)
    link, until = link_for(name, attachment.kind, attachment.size, ctx)
    return Linked(announced, UploadBegun(attachment.id, link.url, dict(link.headers), until))


def expect_file(linked: Linked, ctx: Context) -> UploadBegun:
    """Hold a place for the file."""
    announced = linked.announced
    attachments = attachments_of(announced.agenda_id, ctx)

    expecting = expect(attachments, announced.attachment, attachment_limits(ctx), ctx.now)

    ctx.put(ATTACHMENTS, expecting)
    return linked.begun


@operation(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser, AgendaIsCancelled, AttachmentsFull),
    limit=PerActor(per_minute=60, burst=40),
    secret=True,  # whoever has the link can send a file
    call=sign_link,
    complete=expect_file,
)
def begin_upload(new: NewAttachment, ctx: Context) -> Announced:
    """Announce an attachment of an agenda and get the link to send it by."""
    agenda = organised_agenda(new.agenda_id, ctx)

    require_not_cancelled(agenda)
    file = NewFile(new.name, new.size, new.sha256)
    return Announced(agenda.id, announce(ctx.new_id(), file, attachment_limits(ctx), ctx.now))
