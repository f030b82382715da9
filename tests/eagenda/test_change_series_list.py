"""The job that changes who is invited to the later days of a series."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.change_series_list import change_series_list
from functions.eagenda.domain.invitees import AT_ONCE
from functions.eagenda.domain.series_list import SeriesListChange, part_count, part_of, require_fits
from functions.eagenda.domain.series_policy import SeriesPolicy
from functions.eagenda.invite_people import PeopleToInvite, invite_people
from functions.eagenda.records import AGENDAS
from shared.events.eagenda_series import SeriesListMoved
from shared.jobs.job import JobState
from shared.kernel.http import run_inner
from shared.refusals import InvalidField
from tests.eagenda.inviting import Offices
from tests.eagenda.repeating import Repeating
from tests.eagenda.test_invite_to_series import days_invited_to, invite_onwards
from tests.eagenda.test_record_kiosk_scans_together import at_once

if TYPE_CHECKING:
    from tests.desk import Desk

CHANGE = SeriesListChange("job", "seri", ("satu", "dua"), tuple(f"p-{number}" for number in range(AT_ONCE)), ("pos",))


@pytest.fixture
def repeating(desk: Desk) -> Repeating:
    return Repeating(desk)


def test_a_long_list_is_invited_to_each_day_some_at_a_time(repeating: Repeating) -> None:
    crowd = Offices(repeating.desk).crowd(AT_ONCE + 5)
    created = repeating.create("FREQ=WEEKLY;BYDAY=MO;COUNT=2")
    first = repeating.agendas(created.id)[0]
    invited = invite_onwards(repeating, first, *(repeating.desk.signed_in(it) for it in crowd))
    repeating.desk.deliver()

    assert [it.invited_count for it in repeating.agendas(created.id)] == [AT_ONCE + 6] * 2
    job = repeating.job(invited.job_id)
    assert (job.state, job.total, job.created) == (JobState.COMPLETED, 4, 4)
    for one in (crowd[0], crowd[-1]):
        assert repeating.told(repeating.desk.signed_in(one)) == ["series-invited"]


def test_two_workers_with_the_same_step_and_a_colleague_beside_them_invite_each_once(repeating: Repeating) -> None:
    created = repeating.create()
    first = repeating.agendas(created.id)[0]
    budi, citra = (repeating.desk.employee(name, organisation="bapenda") for name in ("Budi", "Citra"))
    invited = invite_onwards(repeating, first, budi)
    step = SeriesListMoved(invited.job_id, 0, created.id)

    def work(number: int) -> None:
        run_inner(change_series_list.declaration, step, f"event-{number}", repeating.desk, f"event-{number}")  # type: ignore[attr-defined]

    at_once(
        lambda: work(1),
        lambda: work(2),
        lambda: repeating.desk.call(
            invite_people, PeopleToInvite(first.id, (budi.id, citra.id)), by=repeating.organiser
        ),
    )
    repeating.desk.deliver()

    stored = repeating.desk.found(AGENDAS, first.id)
    assert stored is not None
    assert stored.invited_count == len(repeating.invitations(first.id)) == 3
    assert days_invited_to(repeating, created.id, budi) == ["30/11", "07/12", "14/12", "21/12"]
    assert repeating.job(invited.job_id).state is JobState.COMPLETED


def test_the_parts_go_day_after_day_and_name_who_is_meant() -> None:
    parts = [part_of(CHANGE, done) for done in range(part_count(CHANGE))]
    assert [(it.agenda_id, len(it.persons), it.posts, it.words) for it in parts] == [
        ("satu", AT_ONCE, (), ", undangan 1–60"),
        ("satu", 0, ("pos",), ", undangan 61–61"),
        ("dua", AT_ONCE, (), ", undangan 1–60"),
        ("dua", 0, ("pos",), ", undangan 61–61"),
    ]
    assert part_of(replace(CHANGE, posts=()), 1).words == ""


@pytest.mark.parametrize(
    ("counts", "more", "sentence"),
    [
        ((1, 1), 0, "Pilih siapa"),
        ((1, 2000), 1, "paling banyak 2000 undangan"),
        ((50, 48), 2, "Satu seri paling banyak 100 undangan"),
    ],
)
def test_nobody_and_more_than_a_day_or_the_series_holds_are_refused(
    repeating: Repeating, counts: tuple[int, ...], more: int, sentence: str
) -> None:
    [day, *_] = repeating.agendas(repeating.create().id)
    with pytest.raises(InvalidField, match=sentence):
        require_fits([replace(day, invited_count=it) for it in counts], more, SeriesPolicy(50, 12, 100))
