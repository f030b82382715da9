"""Taking a file in: it is what was announced, it is harmless, and doing it twice makes one attachment."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.attachments import document_name
from functions.eagenda.domain.agenda import NotOrganiser
from shared.events.eagenda import AttachmentAdded
from shared.refusals import RecordMissing
from shared.rules.files import FileFault, FileRefused, UploadDiffers, UploadMissing
from tests.eagenda.uploading import RUNDOWN, Sender
from tests.uploads.files import office, pdf, picture, xlsx

if TYPE_CHECKING:
    from shared.actor import Actor


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("Surat undangan (1).pdf", pdf()),
        ("Denah aula.JPG", picture()),
        ("denah.png", picture("PNG")),
        ("Materi.docx", office("docx")),
        ("Peserta.xlsx", xlsx()),
        ("Paparan Bupati.pptx", office("pptx")),
    ],
    ids=lambda it: it if isinstance(it, str) else "",
)
def test_a_file_of_each_kind_is_attached(sender: Sender, name: str, content: bytes) -> None:
    added = sender.send(name, content)
    assert (added.name, added.added_at) == (name, sender.meeting.desk.clock.now())
    assert sender.names() == [name]
    kept = sender.meeting.desk.documents.load(document_name(sender.meeting.id, added.id))
    assert kept is not None
    assert added.size == len(kept)
    assert sender.meeting.desk.announced(AttachmentAdded) == [AttachmentAdded(sender.meeting.id, added.id)]


def test_what_may_be_signed_is_kept_to_the_last_byte(sender: Sender) -> None:
    for name, content in (("a.pdf", RUNDOWN), ("b.docx", office())):
        added = sender.send(name, content)
        assert sender.meeting.desk.documents.load(document_name(sender.meeting.id, added.id)) == content


def test_nothing_is_left_in_quarantine(sender: Sender) -> None:
    begun = sender.begin()
    sender.put(begun)
    sender.finish(begun.attachment_id)
    assert sender.left_in_quarantine() == 0


def test_a_file_that_was_never_sent_is_missing_and_can_still_come(sender: Sender) -> None:
    begun = sender.begin()
    with pytest.raises(UploadMissing):
        sender.finish(begun.attachment_id)
    sender.put(begun)
    assert not sender.finish(begun.attachment_id).already


def test_a_file_that_is_finished_after_more_than_an_hour_came_too_late(sender: Sender) -> None:
    begun = sender.begin()
    sender.put(begun)
    sender.meeting.desk.clock.pass_(hours=1)
    with pytest.raises(UploadMissing):
        sender.finish(begun.attachment_id)


def test_other_bytes_of_the_same_length_are_refused(sender: Sender) -> None:
    begun = sender.begin()
    sender.put(begun, RUNDOWN[:-1] + b" ")
    with pytest.raises(UploadDiffers):
        sender.finish(begun.attachment_id)
    assert sender.names() == []


def test_a_refused_file_is_refused_again_and_leaves_no_document(sender: Sender) -> None:
    page = b"<!doctype html><script>alert(1)</script>"
    begun = sender.begin("Rundown.pdf", page)
    sender.put(begun, page)
    for _ in range(2):
        with pytest.raises(FileRefused) as refused:
            sender.finish(begun.attachment_id)
        assert refused.value.facts == {"fault": FileFault.OTHER_CONTENT.value}
    assert sender.names() == []
    assert sender.meeting.desk.documents.load(document_name(sender.meeting.id, begun.attachment_id)) is None


def test_finishing_again_answers_the_same(sender: Sender) -> None:
    begun = sender.begin()
    sender.put(begun)
    first = sender.finish(begun.attachment_id, key="k")
    assert sender.finish(begun.attachment_id, key="k") == first
    later = sender.finish(begun.attachment_id)
    assert (later.attachment, first.already, later.already) == (first.attachment, False, True)
    assert len(sender.meeting.desk.announced(AttachmentAdded)) == 1


def test_two_who_finish_at_once_attach_one_file(sender: Sender, colleague: Actor) -> None:
    begun = sender.begin("foto.jpg", picture())
    sender.put(begun, picture())
    ready = threading.Barrier(2)

    def finish(by: Actor) -> bool:
        ready.wait(10)
        return Sender(sender.meeting, by).finish(begun.attachment_id).already

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(finish, [sender.by, colleague]))
    assert sorted(answers) == [False, True]
    assert sender.names() == ["foto.jpg"]
    assert len(sender.meeting.desk.announced(AttachmentAdded)) == 1


def test_what_was_taken_in_before_a_crash_is_attached_afterwards(sender: Sender) -> None:
    begun = sender.begin()
    sender.meeting.desk.documents.save(document_name(sender.meeting.id, begun.attachment_id), RUNDOWN)
    assert sender.finish(begun.attachment_id).attachment.size == len(RUNDOWN)


def test_a_file_that_is_removed_meanwhile_does_not_come_back(sender: Sender) -> None:
    begun = sender.begin()
    sender.put(begun)
    sender.remove(begun.attachment_id)
    with pytest.raises(RecordMissing):
        sender.finish(begun.attachment_id)


def test_only_who_runs_the_meeting_finishes(sender: Sender, superior: Actor, stranger: Actor) -> None:
    begun = sender.begin()
    sender.put(begun)
    with pytest.raises(NotOrganiser):
        Sender(sender.meeting, superior).finish(begun.attachment_id)
    with pytest.raises(RecordMissing):
        Sender(sender.meeting, stranger).finish(begun.attachment_id)
    with pytest.raises(RecordMissing):
        sender.finish("no-such-attachment")
