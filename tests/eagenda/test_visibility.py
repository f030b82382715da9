"""Who knows of an agenda: of a secret one its organiser and those invited, and nobody else by any way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.list_agendas import WhichAgendas, list_agendas
from functions.eagenda.records import AGENDAS
from functions.eagenda.show_agenda import WhichAgenda, show_agenda
from functions.eagenda.subjects import agenda_subject_id
from shared.papers import PAPERS
from shared.refusals import RecordMissing
from shared.views.subjects import SUBJECTS
from tests.eagenda.meeting import ALL, Meeting

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    desk.organisation("setda")
    desk.organisation("diskominfo", "setda")
    return Meeting(desk, desk.employee("Bayu", *ALL), title="Penilaian pejabat", visibility=Visibility.SECRET)


def listed(desk: Desk, by: Actor) -> int:
    return len(desk.call(list_agendas, WhichAgendas(), by=by).items)


def test_a_secret_agenda_is_its_organisers_and_those_invited_see_it_without_running_it(meeting: Meeting) -> None:
    bayu = meeting.desk.signed_in("p-bayu")  # of the organiser's office, and invited
    shown = [meeting.desk.call(show_agenda, WhichAgenda(meeting.id), by=it) for it in (meeting.organiser, bayu)]

    assert [it.may_organise for it in shown] == [True, False]
    assert (listed(meeting.desk, meeting.organiser), listed(meeting.desk, bayu)) == (1, 0)
    with pytest.raises(RecordMissing):
        meeting.cancel(by=bayu)


def test_to_a_colleague_and_to_the_office_above_a_secret_agenda_is_missing(
    meeting: Meeting, colleague: Actor, superior: Actor
) -> None:
    outsider = meeting.desk.employee("Joko", *ALL)
    assert colleague.organisation_id == outsider.organisation_id == meeting.organiser.organisation_id
    for actor in (outsider, superior):
        with pytest.raises(RecordMissing):
            meeting.desk.call(show_agenda, WhichAgenda(meeting.id), by=actor)
        assert listed(meeting.desk, actor) == 0


def test_whoever_takes_the_organisers_position_runs_their_secret_agenda(meeting: Meeting) -> None:
    organiser = meeting.agenda().organiser
    assert f"pos:{organiser.position_id}" in readers(meeting)
    assert not [it for it in readers(meeting) if it.startswith("org:")]


def test_a_public_and_an_internal_agenda_are_seen_by_the_office_above_which_does_not_run_them(
    desk: Desk, meeting: Meeting, superior: Actor
) -> None:
    for visibility in (Visibility.INTERNAL, Visibility.PUBLIC):
        seen = Meeting(desk, visibility=visibility)
        assert desk.call(show_agenda, WhichAgenda(seen.id), by=superior).visibility is visibility
        with pytest.raises(NotOrganiser):
            seen.cancel(by=superior)
    assert meeting.agenda().visibility is Visibility.SECRET


def test_neither_a_notice_nor_the_page_of_its_paper_names_a_secret_agenda(meeting: Meeting) -> None:
    subject = meeting.desk.found(SUBJECTS, agenda_subject_id(meeting.id))
    paper = meeting.desk.found(PAPERS, meeting.close().sheet.code)

    assert subject is not None
    assert subject.is_secret
    assert paper is not None
    assert paper.title == "Agenda rahasia"
    assert {fact.label for fact in paper.facts} == {"Waktu", "Jumlah hadir"}


def readers(meeting: Meeting) -> list[str]:
    body = meeting.desk.records.get(AGENDAS.stored, meeting.id)
    assert body is not None
    found: list[str] = body["readers"]
    return found
