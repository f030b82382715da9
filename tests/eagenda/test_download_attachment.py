"""Downloading a file of a meeting."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from shared.refusals import RecordMissing
from tests.eagenda.uploading import RUNDOWN

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eagenda.uploading import Sender


def test_who_is_invited_downloads_the_file_under_its_name(sender: Sender) -> None:
    added = sender.send("Surat Undangan – Rapat.pdf")
    answer = sender.get(sender.link(added.id, sender.meeting.guest))
    assert (answer.status_code, answer.data) == (200, RUNDOWN)
    assert answer.headers["Content-Disposition"] == (
        "attachment; filename=\"Surat Undangan _ Rapat.pdf\"; filename*=UTF-8''Surat%20Undangan%20%E2%80%93%20Rapat.pdf"
    )


def test_no_browser_shows_it_as_a_page_or_keeps_it(sender: Sender) -> None:
    answer = sender.get(sender.link(sender.send().id))
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["Cache-Control"] == "no-store, private"


def test_the_link_is_good_for_two_minutes(sender: Sender) -> None:
    link = sender.link(sender.send().id)
    assert link.expires_at == sender.meeting.desk.clock.now() + timedelta(minutes=2)
    sender.meeting.desk.clock.pass_(minutes=1, seconds=59)
    assert sender.get(link).status_code == 200
    sender.meeting.desk.clock.pass_(seconds=1)
    assert sender.get(link).status_code == 403


def test_the_link_is_for_one_file_and_for_nothing_but_reading_it(sender: Sender) -> None:
    path = urlsplit(sender.link(sender.send().id).url).path
    files = sender.meeting.desk.files
    assert files.put(path, data=RUNDOWN, content_type="application/pdf").status_code == 403
    assert files.delete(path).status_code == 403
    head, _, token = path.rpartition("/")
    other = urlsplit(sender.link(sender.send("Lain.pdf").id).url).path.rpartition("/")[2]
    claims, signature = token.rpartition(".")[0], other.rpartition(".")[2]
    assert files.get(f"{head}/{claims}.{signature}").status_code == 403


def test_a_download_that_has_its_link_outlives_the_removal(sender: Sender) -> None:
    added = sender.send()
    link = sender.link(added.id)
    sender.remove(added.id)
    assert sender.get(link).data == RUNDOWN
    with pytest.raises(RecordMissing):
        sender.link(added.id)


def test_a_file_that_is_not_attached_yet_is_none(sender: Sender) -> None:
    begun = sender.begin()
    sender.put(begun)
    for attachment_id in (begun.attachment_id, "no-such-attachment"):
        with pytest.raises(RecordMissing):
            sender.link(attachment_id)


def test_a_stranger_gets_no_link(sender: Sender, stranger: Actor) -> None:
    added = sender.send()
    with pytest.raises(RecordMissing):
        sender.link(added.id, stranger)
