"""Listing the agendas of an office."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from functions.eagenda.list_agendas import ListedAgenda, ListedAgendas, WhichAgendas, list_agendas
from functions.eagenda.period import Period
from functions.eagenda.records import AGENDAS
from shared.rules.calendar import day_bounds, wib_date
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from datetime import datetime

    from shared.actor import Actor
    from tests.desk import Desk


def listed(desk: Desk, by: Actor, period: Period = Period.UPCOMING, cursor: str | None = None) -> ListedAgendas:
    answer: ListedAgendas = desk.call(list_agendas, WhichAgendas(period, cursor), by=by)
    return answer


def titles(desk: Desk, by: Actor, period: Period = Period.UPCOMING) -> list[str]:
    return [agenda.title for agenda in listed(desk, by, period).items]


def copies(meeting: Meeting, *starts: datetime) -> None:
    """Let further meetings of the same organiser exist, named by their number."""
    agenda = meeting.agenda()
    lasting = timedelta(hours=1)
    meeting.desk.given(
        AGENDAS,
        *(
            replace(agenda, id=f"rapat-{number:03}", title=f"Rapat {number}", starts_at=start, ends_at=start + lasting)
            for number, start in enumerate(starts)
        ),
    )


def test_an_office_sees_its_agendas_the_next_one_first(meeting: Meeting, colleague: Actor) -> None:
    Meeting(meeting.desk, title="Rapat besok", starts_at=meeting.starts_at + timedelta(days=1))
    Meeting(meeting.desk, title="Rapat nanti sore", starts_at=meeting.starts_at + timedelta(hours=6))

    answer = listed(meeting.desk, colleague)

    assert [it.title for it in answer.items] == ["Rapat Koordinasi SPBE", "Rapat nanti sore", "Rapat besok"]
    agenda = meeting.agenda()
    assert answer.items[0] == ListedAgenda(
        meeting.id,
        agenda.title,
        agenda.place,
        meeting.starts_at,
        meeting.ends_at,
        agenda.state,
        "Dewi",
        agenda.visibility,
        agenda.kind,
    )
    assert (answer.next_cursor, answer.as_of) == (None, meeting.desk.clock.now())


def test_today_is_upcoming_and_before_midnight_in_mojokerto_is_past(meeting: Meeting) -> None:
    midnight, _ = day_bounds(wib_date(meeting.desk.clock.now()))
    copies(meeting, midnight - timedelta(microseconds=1), midnight, midnight - timedelta(days=1))

    assert titles(meeting.desk, meeting.organiser) == ["Rapat 1", "Rapat Koordinasi SPBE"]
    assert titles(meeting.desk, meeting.organiser, Period.PAST) == ["Rapat 0", "Rapat 2"]


def test_a_long_list_comes_in_pages_without_gap_or_repetition(meeting: Meeting) -> None:
    copies(meeting, *(meeting.starts_at + timedelta(hours=number // 2) for number in range(59)))
    found: list[str] = []
    sizes, cursor = [], None
    while True:
        page = listed(meeting.desk, meeting.organiser, cursor=cursor)
        found += [agenda.id for agenda in page.items]
        sizes.append(len(page.items))
        cursor = page.next_cursor
        if cursor is None:
            break

    assert sizes == [25, 25, 10]
    assert len(set(found)) == 60


def test_a_cursor_of_another_list_is_pointed_at(meeting: Meeting) -> None:
    copies(meeting, *(meeting.starts_at + timedelta(hours=number) for number in range(30)))
    cursor = listed(meeting.desk, meeting.organiser).next_cursor or ""
    for foreign in (cursor, "bukan kursor", "W10"):
        response = meeting.desk.request(
            list_agendas,
            params={"period": "past", "cursor": foreign},
            token=meeting.desk.token(meeting.organiser),
        )
        assert (response.status_code, response.get_json()["errors"][0]["pointer"]) == (422, "/cursor")


def test_a_cancelled_agenda_stays_on_the_list_as_such(meeting: Meeting) -> None:
    meeting.cancel()
    assert [it.state for it in listed(meeting.desk, meeting.organiser).items] == ["cancelled"]


def test_the_office_above_sees_it_too(meeting: Meeting, superior: Actor) -> None:
    assert titles(meeting.desk, superior) == [meeting.agenda().title]


def test_another_office_sees_nothing_of_it(meeting: Meeting, stranger: Actor) -> None:
    assert titles(meeting.desk, stranger) == []
    own = Meeting(meeting.desk, title="Rapat Dinsos")  # of Diskominfo again: nothing of it either
    assert titles(meeting.desk, stranger) == []
    assert own.id
