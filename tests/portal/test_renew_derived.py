"""Making anew what follows from other records."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.directory.derived import PEOPLE
from functions.eagenda.list_agendas import WhichAgendas, list_agendas
from functions.eagenda.records import AGENDAS
from functions.portal.renew_derived import renew_derived
from shared.directory.model import BY_FREE_DAY, PERSON_CARDS, PERSONS, POSITIONS, SEATS, Person, Position
from shared.directory.standing import STANDINGS
from shared.events.portal import RebuildMoved
from shared.jobs.job import JOB_PARTS, OF_JOB, JobState
from shared.kernel.http import run_inner
from shared.rebuild.renew import AT_ONCE
from shared.rebuild.state import DERIVED, DERIVED_KEY, current
from tests.directory.posts import TODAY, Posts
from tests.eagenda.meeting import ALL, Meeting
from tests.rebuild.store import body, job, rebuild, rewrite, start_rebuild

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


def listed(desk: Desk, by: Actor) -> list[str]:
    return [it.id for it in desk.call(list_agendas, WhichAgendas(), by=by).items]


def test_who_lost_the_right_to_see_a_record_no_longer_lists_it(desk: Desk) -> None:
    meeting, stranger = Meeting(desk), desk.employee("Rina", *ALL, organisation="dinsos")
    readers = body(desk, AGENDAS, meeting.id)["readers"]
    rewrite(desk, AGENDAS, meeting.id, readers=[*readers, "org:dinsos"])
    assert listed(desk, stranger) == [meeting.id]

    done = rebuild(desk)

    assert listed(desk, stranger) == []
    assert listed(desk, meeting.organiser) == [meeting.id]
    assert body(desk, AGENDAS, meeting.id)["readers"] == readers
    rows = [row.subject for part in desk.all(JOB_PARTS, OF_JOB, done.id) for row in part.rows]
    assert f"Agenda: {meeting.id}" in rows


def test_who_gained_the_right_lists_it_because_its_office_stands_elsewhere_by_now(desk: Desk) -> None:
    meeting, above = Meeting(desk), desk.employee("Gatot", *ALL, organisation="setda")
    alone = replace(meeting.agenda().organiser, organisation_path=("diskominfo",))
    desk.given(AGENDAS, replace(meeting.agenda(), organiser=alone))
    assert listed(desk, above) == []

    rebuild(desk)
    assert listed(desk, above) == [meeting.id]


def test_an_old_seat_learns_from_when_on_it_is_free_and_keeps_that_day(desk: Desk) -> None:
    posts = Posts(desk)
    posts.appoint(ends_on=TODAY)
    seat = desk.found(SEATS, posts.id)
    assert seat is not None
    rewrite(desk, SEATS, posts.id, value={"position_id": posts.id, "appointments": body_of(desk, posts.id)})
    desk.given(POSITIONS, Position("kasi", "trowulan", "Kepala Seksi"))

    rebuild(desk)
    assert desk.found(SEATS, posts.id) == seat
    assert [it.position_id for it in desk.all(SEATS, BY_FREE_DAY)] == ["kasi", posts.id]

    desk.clock.pass_(days=40)
    written = body(desk, SEATS, "kasi")
    rebuild(desk)
    assert body(desk, SEATS, "kasi") == written


def body_of(desk: Desk, position_id: str) -> object:
    return body(desk, SEATS, position_id)["value"]["appointments"]


def test_standings_and_cards_are_mended_and_what_is_right_is_not_written_again(desk: Desk) -> None:
    posts = Posts(desk)
    posts.appoint()
    standing, card = desk.found(STANDINGS, "p-0"), desk.found(PERSON_CARDS, "p-0")
    assert standing is not None
    assert card is not None
    desk.given(STANDINGS, replace(standing, held=()))
    desk.given(PERSON_CARDS, replace(card, position_title="Camat"))

    rebuild(desk)
    assert (desk.found(STANDINGS, "p-0"), desk.found(PERSON_CARDS, "p-0")) == (standing, card)

    second = rebuild(desk)
    assert (second.state, second.created, second.changed) == (JobState.COMPLETED, 0, 0)
    assert second.unchanged == second.done == second.total > 0


def test_the_store_keeps_by_which_versions_it_was_written(desk: Desk) -> None:
    Posts(desk)
    done = rebuild(desk)
    state = desk.found(DERIVED, DERIVED_KEY)
    assert state == replace(current(), job_id=done.id, ended_at=state.ended_at if state else None)
    assert state is not None
    assert state.ended_at is not None


def test_a_chunk_that_comes_twice_or_after_the_end_does_nothing(desk: Desk) -> None:
    Posts(desk)
    done = rebuild(desk)
    desk.deliver_again()
    assert job(desk, done.id) == done


def test_an_update_in_the_middle_makes_its_derivation_anew_from_the_beginning(desk: Desk) -> None:
    Posts(desk)
    started = start_rebuild(desk)
    past_them = RebuildMoved(started.job_id, 0, ("people", "no-longer-in-the-code"), version=99, cursor="past-them-all")

    run_inner(renew_derived.declaration, past_them, "event", desk, "event")  # type: ignore[attr-defined]  # the decorator gives it

    assert desk.found(PERSON_CARDS, "p-0") is not None
    assert job(desk, started.job_id).state is JobState.COMPLETED
    state = desk.found(DERIVED, DERIVED_KEY)
    assert state is not None
    assert state.versions == {"people": PEOPLE.version}


def test_more_than_a_chunk_is_made_anew_chunk_by_chunk(desk: Desk) -> None:
    desk.given(PERSONS, *(Person(f"p-{number:03}", f"Pegawai {number}") for number in range(AT_ONCE + 1)))
    done = rebuild(desk)
    assert done.state is JobState.COMPLETED
    assert desk.found(PERSON_CARDS, f"p-{AT_ONCE:03}") is not None
    people = [it for it in desk.announced(RebuildMoved) if it.left[0] == "people"]
    assert [it.done for it in people if it.cursor] == [people[0].done + AT_ONCE]
