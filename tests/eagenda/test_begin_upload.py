"""Announcing a file: who may, what may, how many, and what the link lets in."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from functions.eagenda.domain.agenda import AgendaIsCancelled, NotOrganiser
from functions.eagenda.domain.attachment import AttachmentsFull
from shared.kernel.journal import State
from shared.refusals import InvalidField, RecordMissing
from tests.eagenda.uploading import RUNDOWN, Sender

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eagenda.meeting import Meeting


def test_the_link_lets_in_the_announced_file_for_ten_minutes(sender: Sender) -> None:
    begun = sender.begin()
    assert begun.expires_at == sender.meeting.desk.clock.now() + timedelta(minutes=10)
    sender.meeting.desk.clock.pass_(minutes=9, seconds=59)
    assert sender.put(begun).status_code == 200
    assert sender.left_in_quarantine() == 1
    assert sender.names() == []


@pytest.mark.parametrize("change", [1, -1])
def test_a_file_of_another_length_is_not_taken(sender: Sender, change: int) -> None:
    content = RUNDOWN + b"x" if change > 0 else RUNDOWN[:-1]
    refused = sender.put(sender.begin(), content)
    assert (refused.status_code, refused.json and refused.json["type"]) == (400, "/problems/other-length")
    assert sender.left_in_quarantine() == 0


def test_a_connection_that_breaks_off_leaves_nothing(sender: Sender) -> None:
    begun = sender.begin()
    refused = sender.put(begun, RUNDOWN[:-7], length=len(RUNDOWN))
    assert refused.status_code == 400
    assert sender.left_in_quarantine() == 0
    assert sender.put(begun).status_code == 200


def test_a_file_is_not_taken_without_its_type_or_its_length(sender: Sender) -> None:
    begun = sender.begin()
    files, path = sender.meeting.desk.files, urlsplit(begun.url).path
    assert files.put(path, data=RUNDOWN, content_type="text/html").status_code == 415
    endless = files.put(path, headers=begun.headers, environ_overrides={"CONTENT_LENGTH": ""})
    assert endless.status_code == 411
    assert sender.left_in_quarantine() == 0


def test_the_link_is_for_one_file_once_and_for_nothing_but_sending_it(sender: Sender) -> None:
    begun, other = sender.begin(), sender.begin()
    files, path = sender.meeting.desk.files, urlsplit(begun.url).path
    assert files.get(path).status_code == 403
    assert files.delete(path).status_code == 403
    assert files.put(path[:-2], data=RUNDOWN, headers=begun.headers).status_code == 403
    assert files.put(path.replace("/0001/", "/0002/"), data=RUNDOWN, headers=begun.headers).status_code == 403
    assert sender.put(begun).status_code == 200
    again = sender.put(begun)
    assert (again.status_code, again.json and again.json["type"]) == (412, "/problems/sent-before")
    assert sender.put(other).status_code == 200


def test_an_old_link_lets_nothing_in(sender: Sender) -> None:
    begun = sender.begin()
    sender.meeting.desk.clock.pass_(minutes=10)
    refused = sender.put(begun)
    assert refused.status_code == 403
    assert refused.json == {
        "type": "/problems/link-over",
        "title": "Tautan sudah tidak berlaku.",
        "status": 403,
        "detail": "Buka halamannya lagi, lalu ulangi.",
        "instance": refused.json and refused.json["instance"],
    }
    assert sender.left_in_quarantine() == 0


@pytest.mark.parametrize(
    "name",
    [
        "",
        "../rundown.pdf",
        "..\\rundown.pdf",
        "/etc/passwd.pdf",
        ".rundown.pdf",
        "C:rundown.pdf",
        "rundown\x00.pdf",
        "rundown\r\nSet-Cookie: a.pdf",
        "rundown\u202efdp.pdf",
        "r" * 147 + ".pdf",
        "rundown",
        "rundown.exe",
        "rundown.pdf.svg",
        "rundown.html",
        "rundown.docm",
        "rundown.zip",
    ],
)
def test_a_name_that_means_a_place_or_another_kind_is_refused(sender: Sender, name: str) -> None:
    with pytest.raises(InvalidField) as refused:
        sender.begin(name)
    assert refused.value.facts["errors"][0]["pointer"] == "/name"


@pytest.mark.parametrize("size", [-1, 0, 25_000_001])
def test_an_empty_file_and_one_over_the_limit_are_refused(sender: Sender, size: int) -> None:
    with pytest.raises(InvalidField) as refused:
        sender.begin(size=size)
    assert refused.value.facts["errors"][0]["pointer"] == "/size"


def test_the_twenty_first_file_is_refused_until_another_is_given_up(sender: Sender) -> None:
    for number in range(20):
        sender.begin(f"Materi {number}.pdf")
    with pytest.raises(AttachmentsFull):
        sender.begin()
    sender.meeting.desk.clock.pass_(hours=1)
    assert sender.begin().attachment_id


def test_nobody_fills_the_disk_by_adding_and_removing(sender: Sender) -> None:
    added = sender.send()
    sender.remove(added.id)
    for hour in range(5):
        for _ in range(20 if hour < 4 else 19):
            sender.begin()
        sender.meeting.desk.clock.pass_(hours=1)
    with pytest.raises(AttachmentsFull):
        sender.begin()


def test_a_cancelled_meeting_takes_no_files(sender: Sender) -> None:
    sender.meeting.cancel()
    with pytest.raises(AgendaIsCancelled):
        sender.begin()


def test_a_colleague_of_the_office_may_add_files(sender: Sender, colleague: Actor) -> None:
    assert Sender(sender.meeting, colleague).send().name == "Rundown.pdf"


def test_the_office_above_sees_the_agenda_and_adds_nothing(sender: Sender, superior: Actor) -> None:
    with pytest.raises(NotOrganiser):
        Sender(sender.meeting, superior).begin()


def test_another_offices_agenda_looks_like_none(sender: Sender, stranger: Actor) -> None:
    with pytest.raises(RecordMissing):
        Sender(sender.meeting, stranger).begin()


def test_the_link_is_kept_nowhere(meeting: Meeting, sender: Sender) -> None:
    begun = sender.begin()
    [row] = [it for it in meeting.desk.journal() if it.operation == "eagenda_begin_upload"]
    assert (row.state, row.answer) == (State.COMPLETED, "")
    assert begun.url not in repr(meeting.desk.journal())
