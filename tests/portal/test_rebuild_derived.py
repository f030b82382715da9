"""Starting by hand that everything which follows from other records is made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.portal.list_jobs import WhichJobs, list_jobs
from functions.portal.show_health import show_health
from shared.events.portal import RebuildMoved
from shared.jobs.job import JobState
from shared.permissions import Permission
from shared.rebuild.state import GIVEN_UP
from tests.rebuild.store import job, rebuild, start_rebuild, watcher

if TYPE_CHECKING:
    from tests.desk import Desk


def derived_says(desk: Desk) -> str:
    findings = desk.call(show_health, by=watcher(desk)).findings
    return next(str(it.says) for it in findings if it.about == "Data turunan")


def test_a_second_one_is_not_started_while_one_is_at_work(desk: Desk) -> None:
    first, second = start_rebuild(desk), start_rebuild(desk)
    assert (first.already, second.already) == (False, True)
    assert first.job_id == second.job_id
    assert len(desk.announced(RebuildMoved)) == 1


def test_one_that_has_stood_still_for_an_hour_gives_way(desk: Desk) -> None:
    first = start_rebuild(desk)
    desk.clock.pass_(seconds=GIVEN_UP.total_seconds() + 1)
    assert derived_says(desk) == "Penyusunan ulang berhenti di tengah"

    second = start_rebuild(desk)
    desk.deliver()
    assert not second.already
    assert (job(desk, first.job_id).state, job(desk, first.job_id).done) == (JobState.CANCELLED, 0)
    assert job(desk, second.job_id).state is JobState.COMPLETED


def test_everybody_who_watches_the_system_sees_the_job_and_nobody_else_does(desk: Desk) -> None:
    done = rebuild(desk)
    another = desk.employee("Yusuf", Permission.WATCH_SYSTEM)
    outside = desk.employee("Ani", Permission.MANAGE_DIRECTORY)
    assert [it.id for it in desk.call(list_jobs, WhichJobs(), by=another).items] == [done.id]
    assert desk.call(list_jobs, WhichJobs(), by=outside).items == ()


def test_the_page_of_health_says_how_it_stands(desk: Desk) -> None:
    assert derived_says(desk).startswith("Ditulis versi lain: ")
    start_rebuild(desk)
    assert derived_says(desk) == "Sedang disusun ulang"
    desk.deliver()
    assert derived_says(desk) == "Sesuai versi ini"
