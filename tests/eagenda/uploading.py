"""Sending a file to a meeting as the portal does: announce it, PUT it by the link, have it taken in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from functions.eagenda.begin_upload import NewAttachment, UploadBegun, begin_upload
from functions.eagenda.download_attachment import WhichAttachment, download_attachment
from functions.eagenda.finish_upload import SentFile, UploadFinished, finish_upload
from functions.eagenda.list_attachments import WhichAttachments, list_attachments
from functions.eagenda.remove_attachment import AttachmentToRemove, remove_attachment
from tests.uploads.files import pdf

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from functions.eagenda.attachments import ShownAttachment
    from functions.eagenda.download_attachment import AttachmentLink
    from functions.eagenda.remove_attachment import Removed
    from shared.actor import Actor
    from tests.eagenda.meeting import Meeting

RUNDOWN = pdf()


@dataclass
class Sender:
    """A person who adds files to a meeting; its organiser, unless somebody else is named."""

    meeting: Meeting
    by: Actor

    def begin(self, name: str = "Rundown.pdf", content: bytes = RUNDOWN, size: int | None = None) -> UploadBegun:
        """Announce a file."""
        sha256 = hashlib.sha256(content).hexdigest()
        new = NewAttachment(self.meeting.id, name, len(content) if size is None else size, sha256)
        begun: UploadBegun = self.meeting.desk.call(begin_upload, new, by=self.by)
        return begun

    def put(self, begun: UploadBegun, content: bytes = RUNDOWN, length: int | None = None) -> TestResponse:
        """Send it by the link."""
        told = {} if length is None else {"Content-Length": str(length)}
        sent: TestResponse = self.meeting.desk.files.put(
            urlsplit(begun.url).path, data=content, headers={**begun.headers, **told}
        )
        return sent

    def finish(self, attachment_id: str, key: str = "") -> UploadFinished:
        """Have it taken in."""
        sent = SentFile(self.meeting.id, attachment_id)
        finished: UploadFinished = self.meeting.desk.call(finish_upload, sent, by=self.by, key=key)
        return finished

    def send(self, name: str = "Rundown.pdf", content: bytes = RUNDOWN) -> ShownAttachment:
        """Do all three."""
        begun = self.begin(name, content)
        assert self.put(begun, content).status_code == 200
        return self.finish(begun.attachment_id).attachment

    def names(self, by: Actor | None = None) -> list[str]:
        """Return the names on the meeting's list."""
        listed = self.meeting.desk.call(list_attachments, WhichAttachments(self.meeting.id), by=by or self.by)
        return [it.name for it in listed.items]

    def link(self, attachment_id: str, by: Actor | None = None) -> AttachmentLink:
        """Ask for the link to a file."""
        which = WhichAttachment(self.meeting.id, attachment_id)
        link: AttachmentLink = self.meeting.desk.call(download_attachment, which, by=by or self.by)
        return link

    def get(self, link: AttachmentLink) -> TestResponse:
        """Download by a link."""
        answered: TestResponse = self.meeting.desk.files.get(urlsplit(link.url).path)
        return answered

    def left_in_quarantine(self) -> int:
        """Return how many files lie there, by sweeping them out."""
        return self.meeting.desk.documents.sweep_quarantine(datetime.max.replace(tzinfo=UTC))

    def remove(self, attachment_id: str) -> Removed:
        """Take a file off."""
        which = AttachmentToRemove(self.meeting.id, attachment_id)
        removed: Removed = self.meeting.desk.call(remove_attachment, which, by=self.by)
        return removed
