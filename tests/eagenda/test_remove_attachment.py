"""Taking a file off a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import NotOrganiser
from shared.events.eagenda import AttachmentRemoved
from shared.refusals import RecordMissing
from tests.eagenda.uploading import Sender

if TYPE_CHECKING:
    from shared.actor import Actor


def test_a_removed_file_is_on_nobodys_list(sender: Sender) -> None:
    first, second = sender.send("a.pdf"), sender.send("b.pdf")
    assert not sender.remove(first.id).already
    assert sender.names() == sender.names(sender.meeting.guest) == ["b.pdf"]
    assert sender.meeting.desk.announced(AttachmentRemoved) == [AttachmentRemoved(sender.meeting.id, first.id)]
    assert second.name == "b.pdf"


def test_removing_it_again_changes_nothing(sender: Sender) -> None:
    added = sender.send()
    sender.remove(added.id)
    assert sender.remove(added.id).already
    assert len(sender.meeting.desk.announced(AttachmentRemoved)) == 1


def test_a_file_of_a_cancelled_meeting_can_be_removed(sender: Sender) -> None:
    added = sender.send()
    sender.meeting.cancel()
    assert not sender.remove(added.id).already


def test_only_who_runs_the_meeting_removes(sender: Sender, colleague: Actor, superior: Actor, stranger: Actor) -> None:
    added = sender.send()
    with pytest.raises(NotOrganiser):
        Sender(sender.meeting, superior).remove(added.id)
    with pytest.raises(RecordMissing):
        Sender(sender.meeting, stranger).remove(added.id)
    with pytest.raises(RecordMissing):
        sender.remove("no-such-attachment")
    assert sender.names() == ["Rundown.pdf"]
    assert not Sender(sender.meeting, colleague).remove(added.id).already
