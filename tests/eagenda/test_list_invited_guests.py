"""Listing the guests who are invited by e-mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.remove_guest import GuestToRemove, remove_guest
from shared.refusals import RecordMissing
from tests.eagenda.guests_by_mail import HADI, RATNA, answer, come, invite, listed, token

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eagenda.meeting import Meeting


@pytest.mark.usefixtures("away")
def test_the_list_says_who_comes_and_who_came(meeting: Meeting, colleague: Actor) -> None:
    invite(meeting, HADI)
    invite(meeting, RATNA)
    answer(meeting, token(meeting), AnswerKind.NOT_COMING, "rapat lain")
    come(meeting, token(meeting))

    found = listed(meeting, by=colleague)
    assert [it.name for it in found.items] == ["Hadi", RATNA.name]
    assert (found.invited_count, found.coming, found.not_coming, found.sends_mail) == (2, 0, 1, True)
    ratna = found.items[1]
    assert (ratna.answer, ratna.answer_reason, ratna.email) == (AnswerKind.NOT_COMING, "rapat lain", RATNA.email)
    assert ratna.attended_at is not None

    meeting.desk.call(remove_guest, GuestToRemove(meeting.id, ratna.id, "keliru"), by=meeting.organiser)
    assert listed(meeting).items[1].attended_at is None


def test_only_who_runs_the_meeting_sees_them(meeting: Meeting, superior: Actor, stranger: Actor) -> None:
    assert (listed(meeting).items, listed(meeting).sends_mail) == ((), False)
    with pytest.raises(NotOrganiser):
        listed(meeting, by=superior)
    with pytest.raises(RecordMissing):
        listed(meeting, by=stranger)
