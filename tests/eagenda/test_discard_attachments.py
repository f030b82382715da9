"""Forgetting attachments that were removed, and those whose file never came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.attachments import ATTACHMENTS
from functions.eagenda.discard_attachments import discard_attachments
from shared.events.eagenda import AttachmentDiscarded

if TYPE_CHECKING:
    from tests.eagenda.uploading import Sender


def ids(sender: Sender) -> list[str]:
    stored = sender.meeting.desk.found(ATTACHMENTS, sender.meeting.id)
    return [it.id for it in stored.items] if stored else []


def test_a_removed_file_is_forgotten_a_day_later(sender: Sender) -> None:
    desk, kept, removed = sender.meeting.desk, sender.send("a.pdf"), sender.send("b.pdf")
    sender.remove(removed.id)

    desk.clock.pass_(hours=23, minutes=59)
    desk.run_scheduled(discard_attachments)
    assert ids(sender) == [kept.id, removed.id]

    desk.clock.pass_(minutes=2)
    desk.run_scheduled(discard_attachments)
    assert ids(sender) == [kept.id]
    assert desk.announced(AttachmentDiscarded) == [AttachmentDiscarded(sender.meeting.id, removed.id)]
    assert sender.names() == ["a.pdf"]


def test_a_file_that_never_came_is_forgotten_too(sender: Sender) -> None:
    begun = sender.begin()
    sender.meeting.desk.clock.pass_(days=1, minutes=1)
    sender.meeting.desk.run_scheduled(discard_attachments)
    assert ids(sender) == []
    assert sender.meeting.desk.announced(AttachmentDiscarded)[0].attachment_id == begun.attachment_id


def test_attached_files_are_never_forgotten(sender: Sender) -> None:
    added = sender.send()
    sender.meeting.desk.clock.pass_(days=3650)
    sender.meeting.desk.run_scheduled(discard_attachments)
    assert ids(sender) == [added.id]
