"""Deleting the documents of attachments that are forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.attachments import document_name
from functions.eagenda.discard_attachments import discard_attachments
from tests.eagenda.uploading import RUNDOWN

if TYPE_CHECKING:
    from tests.eagenda.uploading import Sender


def test_the_document_goes_with_the_attachment_and_no_other_does(sender: Sender) -> None:
    desk, kept, removed = sender.meeting.desk, sender.send("a.pdf"), sender.send("b.pdf")
    sender.remove(removed.id)
    desk.clock.pass_(days=1, minutes=1)
    desk.run_scheduled(discard_attachments)
    desk.deliver()
    desk.deliver_again()
    assert desk.documents.load(document_name(sender.meeting.id, removed.id)) is None
    assert desk.documents.load(document_name(sender.meeting.id, kept.id)) == RUNDOWN


def test_a_document_that_was_kept_and_never_attached_is_deleted(sender: Sender) -> None:
    desk, begun = sender.meeting.desk, sender.begin()
    orphan = document_name(sender.meeting.id, begun.attachment_id)
    desk.documents.save(orphan, RUNDOWN)  # as a crash between keeping and attaching leaves it
    desk.clock.pass_(days=1, minutes=1)
    desk.run_scheduled(discard_attachments)
    desk.deliver()
    assert desk.documents.load(orphan) is None
