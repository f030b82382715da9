"""The link of an online meeting, its recording and its slides: who gets them, and that nobody else does."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import pytest

from functions.eagenda.domain.agenda import AgendaIsCancelled, NotOrganiser
from functions.eagenda.domain.materials import Materials
from functions.eagenda.domain.sharing import AgendaNotOver
from functions.eagenda.show_agenda import WhichAgenda, show_agenda
from functions.eagenda.shown_agenda import ShownAgenda
from shared.kernel import catalogue
from shared.refusals import InvalidField, RecordMissing
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.actor import Actor
    from tests.desk import Desk

ONLINE = "https://zoom.us/j/916241?pwd=satu"
RECORDING = "https://drive.example.go.id/rekaman"
LINKS = {"online_link", "recording_link", "slides_link"}


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    desk.organisation("setda")
    desk.organisation("diskominfo", "setda")
    return Meeting(desk, desk.employee("Sari"), online_link=ONLINE)


def shown(meeting: Meeting, by: Actor) -> ShownAgenda:
    answer: ShownAgenda = meeting.desk.call(show_agenda, WhichAgenda(meeting.id), by=by)
    return answer


def test_the_online_link_is_for_those_invited_and_who_runs_the_meeting(
    meeting: Meeting, colleague: Actor, superior: Actor
) -> None:
    staff = meeting.desk.employee("Budi", organisation="diskominfo")
    assert [shown(meeting, it).online_link for it in (meeting.guest, meeting.organiser, colleague)] == [ONLINE] * 3
    assert [shown(meeting, it).online_link for it in (superior, staff)] == ["", ""]


def test_the_recording_is_for_those_who_attended_once_it_is_over(meeting: Meeting, superior: Actor) -> None:
    meeting.scan(meeting.guest)
    meeting.desk.clock.set(meeting.ends_at)
    meeting.share(RECORDING)

    absent = meeting.desk.signed_in("p-sari")
    assert [shown(meeting, it).materials for it in (meeting.guest, meeting.organiser)] == [Materials(RECORDING)] * 2
    assert [shown(meeting, it).materials for it in (absent, superior)] == [None, None]


def test_a_recording_is_shared_after_the_end_also_of_a_closed_list(meeting: Meeting) -> None:
    with pytest.raises(AgendaNotOver, match="sesudah selesai"):
        meeting.share(RECORDING)
    meeting.close()
    meeting.desk.clock.set(meeting.ends_at)

    assert not meeting.share(RECORDING, "https://drive.example.go.id/paparan").already
    assert meeting.share(RECORDING, "https://drive.example.go.id/paparan").already
    assert meeting.agenda().sheet is not None


def test_of_what_did_not_take_place_nothing_is_shared(meeting: Meeting) -> None:
    meeting.cancel("Hujan")
    meeting.desk.clock.set(meeting.ends_at)
    with pytest.raises(AgendaIsCancelled, match="Hujan"):
        meeting.share(RECORDING)


@pytest.mark.parametrize(
    "link",
    [
        "http://zoom.us/j/1",
        "javascript:alert(1)",
        "https://zoom",
        "zoom.us/j/1",
        "https://a@b.id/x",
        "https://b.id/a b",
    ],
)
def test_what_is_no_page_on_the_web_is_no_link(meeting: Meeting, link: str) -> None:
    with pytest.raises(InvalidField):
        meeting.edit(online_link=link, reason="Tautan baru")
    meeting.desk.clock.set(meeting.ends_at)
    with pytest.raises(InvalidField):
        meeting.share(link)


def test_another_link_is_a_move_and_those_invited_are_told(meeting: Meeting) -> None:
    assert meeting.edit(online_link="https://meet.example.id/b", reason="Zoom penuh").told_count == 2


def test_no_operation_but_those_that_look_who_asks_answer_a_link() -> None:
    answering = {it.target for it in catalogue.everything() if LINKS & set(names(it.answer, set()))}
    assert answering == {"eagenda_show_agenda", "eagenda_show_guest_invitation"}


def names(kind: Any, seen: set[Any]) -> Iterator[str]:  # noqa: ANN401 -- any annotation
    """Yield the names of all fields that an answer of this type has, however deep."""
    for part in get_args(kind):
        yield from names(part, seen)
    if is_dataclass(kind) and isinstance(kind, type) and kind not in seen:
        seen.add(kind)
        hints = get_type_hints(kind)
        for field in fields(kind):
            yield field.name
            yield from names(hints[field.name], seen)


def test_the_office_above_and_another_office_share_nothing(meeting: Meeting, superior: Actor, stranger: Actor) -> None:
    meeting.desk.clock.set(meeting.ends_at + timedelta(minutes=1))
    with pytest.raises(NotOrganiser):
        meeting.share(RECORDING, by=superior)
    with pytest.raises(RecordMissing):
        meeting.share(RECORDING, by=stranger)
