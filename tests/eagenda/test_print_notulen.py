"""The paper of a final notulen, and who reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.refusals import RecordMissing
from tests.eagenda.meeting import ALL, Meeting
from tests.eagenda.minuting import Minutes, decided, words

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def minutes(desk: Desk) -> Minutes:
    return Minutes(desk)


def test_markup_in_what_was_typed_is_printed_as_it_was_typed(desk: Desk) -> None:
    minutes = Minutes(desk, title="Rapat #strong[x] $y$ <b>")
    minutes.final(decided(minutes.aditya, text='#import "x.typ" *tebal* @rujuk'))
    text = words(minutes.printed(minutes.dewi))
    assert "Rapat #strong[x] $y$ <b>" in text
    assert '#import "x.typ" *tebal* @rujuk' in text


def test_who_attended_the_office_and_the_makers_read_it_and_nobody_else(minutes: Minutes) -> None:
    minutes.final()
    desk = minutes.desk
    for reader in (minutes.aditya, minutes.budi, minutes.dewi, desk.employee("Bayu", *ALL)):
        assert minutes.printed(reader).content.startswith(b"%PDF")
    for other in (desk.employee("Gatot", *ALL, organisation="setda"), desk.employee("Tini", organisation="dinsos")):
        with pytest.raises(RecordMissing):
            minutes.printed(other)


def test_who_was_invited_and_did_not_come_does_not_read_it(desk: Desk) -> None:
    meeting = Meeting(desk, desk.employee("Sari", organisation="bapenda"))
    desk.clock.set(meeting.ends_at)
    meeting.close()
    minutes = Minutes.__new__(Minutes)
    minutes.desk, minutes.meeting, minutes.id, minutes.dewi = desk, meeting, meeting.id, meeting.organiser
    minutes.budi = meeting.organiser
    minutes.final()
    with pytest.raises(RecordMissing):
        minutes.printed(desk.signed_in("p-sari"))
