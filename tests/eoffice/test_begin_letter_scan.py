"""Announcing a scan."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from functions.eoffice.begin_letter_scan import NewLetterScan, begin_letter_scan
from functions.eoffice.list_letter_scans import WhichLetterScans, list_letter_scans
from shared.refusals import InvalidField
from tests.eoffice.mail_room import letter_pdf

if TYPE_CHECKING:
    from tests.eoffice.mail_room import MailRoom

SHA256 = hashlib.sha256(b"x").hexdigest()


def test_the_link_lets_in_the_announced_file_and_the_desk_is_empty_until_it_was_looked_at(room: MailRoom) -> None:
    begun = room.begin(letter_pdf())
    assert room.send(begun, letter_pdf()) == 200
    assert room.desk.call(list_letter_scans, WhichLetterScans(), by=room.clerk).items == ()
    assert room.send(begun, letter_pdf()) == 412


@pytest.mark.parametrize(
    ("name", "size", "sha256", "pointer"),
    [
        ("surat.docx", 10, SHA256, "/name"),
        ("surat.odt", 10, SHA256, "/name"),
        ("surat", 10, SHA256, "/name"),
        ("../surat.pdf", 10, SHA256, "/name"),
        ("surat.pdf", 0, SHA256, "/size"),
        ("surat.pdf", 25_000_001, SHA256, "/size"),
        ("surat.pdf", 10, "abc", "/sha256"),
    ],
)
def test_a_file_that_no_letter_is_comes_no_further(
    room: MailRoom, name: str, size: int, sha256: str, pointer: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        room.desk.call(begin_letter_scan, NewLetterScan(name, size, sha256), by=room.clerk)
    assert refused.value.facts["errors"][0]["pointer"] == pointer


def test_whoever_is_not_of_the_desk_is_turned_away(room: MailRoom) -> None:
    body = {"name": "surat.pdf", "size": 10, "sha256": SHA256}
    response = room.desk.request(begin_letter_scan, json_body=body, token=room.desk.token(room.head))
    assert response.status_code == 403
