"""Listing the files of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.list_attachments import AttachmentList, WhichAttachments, list_attachments
from shared.refusals import RecordMissing
from shared.rules.files import FileKind
from tests.uploads.files import picture

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eagenda.uploading import Sender


def test_a_meeting_begins_without_files_and_says_what_it_takes(sender: Sender) -> None:
    listed: AttachmentList = sender.meeting.desk.call(
        list_attachments, WhichAttachments(sender.meeting.id), by=sender.by
    )
    assert listed == AttachmentList((), 20, 25_000_000, ("pdf", "jpeg", "png", "docx", "xlsx", "pptx", "jpg"))


def test_those_invited_and_the_office_above_see_the_files_in_order(
    sender: Sender, colleague: Actor, superior: Actor
) -> None:
    sender.send("Rundown.pdf")
    sender.meeting.desk.clock.pass_(minutes=1)
    sender.send("Denah.png", picture("PNG"))
    for person in (sender.by, sender.meeting.guest, colleague, superior):
        assert sender.names(person) == ["Rundown.pdf", "Denah.png"]
    listed = sender.meeting.desk.call(list_attachments, WhichAttachments(sender.meeting.id), by=sender.by)
    assert [it.kind for it in listed.items] == [FileKind.PDF, FileKind.PNG]


def test_to_anybody_else_the_agenda_looks_like_none(sender: Sender, stranger: Actor) -> None:
    sender.send()
    with pytest.raises(RecordMissing):
        sender.names(stranger)
