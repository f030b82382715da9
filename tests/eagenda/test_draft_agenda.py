"""The contract with E-Office: a letter asks for an agenda, and E-Agenda makes a draft of it."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.create_agenda import create_agenda
from functions.eagenda.create_series import create_series
from functions.eagenda.domain.draft import DraftSettled, DraftState
from shared.events.eagenda import AgendaScheduled
from shared.events.eoffice import AgendaAsked, AgendaWish
from shared.views.letters import LETTER_FACTS, LetterFacts
from tests.eagenda.eoffice import INVITATION, TOMORROW, EOffice, revised
from tests.eagenda.repeating import Repeating

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def eoffice(desk: Desk) -> EOffice:
    return EOffice(desk)


def test_a_letter_becomes_one_draft_and_one_task_however_often_it_is_told(eoffice: EOffice) -> None:
    eoffice.publish(INVITATION)
    eoffice.publish(INVITATION, 2)
    [task] = eoffice.tasks()
    assert (task.title, task.detail) == ("Undangan rakor SPBE", "Diambil dari surat 005/1234/416-201/2026 dari Bappeda")
    assert task.asked_by == "Bappeda"
    assert (task.link, task.due) == (f"/agenda/baru?draf={eoffice.draft().id}", TOMORROW)
    assert eoffice.listed() == ["Undangan rakor SPBE"]


def test_publishing_settles_the_task_and_the_draft_is_used_once(eoffice: EOffice) -> None:
    eoffice.publish(INVITATION)
    plan = eoffice.plan()
    created = eoffice.desk.call(create_agenda, plan, by=eoffice.dewi)
    assert (eoffice.draft().state, eoffice.draft().agenda_id) == (DraftState.PUBLISHED, created.id)
    eoffice.desk.deliver()
    assert "agenda-draft" not in {it.kind.value for it in eoffice.tasks()}
    assert eoffice.listed() == []
    with pytest.raises(DraftSettled):
        eoffice.desk.call(create_agenda, plan, by=eoffice.dewi)
    with pytest.raises(DraftSettled):
        eoffice.discard()


@pytest.mark.parametrize("desk", ["sqlite"], indirect=True)
def test_a_series_can_be_made_of_a_draft(eoffice: EOffice) -> None:
    eoffice.publish(INVITATION)
    plan = Repeating(eoffice.desk).plan(draft_id=eoffice.draft().id)
    created = eoffice.desk.call(create_series, plan, by=eoffice.dewi)
    assert eoffice.draft().agenda_id == created.agenda_id


def test_a_later_revision_changes_the_draft_and_an_older_one_that_comes_late_does_not(eoffice: EOffice) -> None:
    eoffice.publish(revised(2))
    eoffice.publish(INVITATION, 2)
    assert eoffice.draft().starts_at == TOMORROW + timedelta(days=1)
    [task] = eoffice.tasks()
    eoffice.publish(revised(3, starts_at=TOMORROW), 3)
    [again] = eoffice.tasks()
    assert (task.due, again.due) == (TOMORROW + timedelta(days=1), TOMORROW)


def test_a_letter_that_is_withdrawn_takes_its_draft_away_also_when_that_is_told_first(eoffice: EOffice) -> None:
    eoffice.publish(INVITATION)
    eoffice.publish(revised(2, is_withdrawn=True), 2)
    assert eoffice.tasks() == ()
    other = AgendaAsked("surat-2", "post-dewi", AgendaWish.ORGANISE, 2, is_withdrawn=True)
    eoffice.publish(other, 3)
    eoffice.publish(AgendaAsked("surat-2", "post-dewi", AgendaWish.ORGANISE, 1, TOMORROW), 4)
    assert eoffice.listed() == []


@pytest.mark.parametrize("desk", ["sqlite"], indirect=True)
def test_of_a_secret_letter_nothing_is_told_but_that_there_is_one(eoffice: EOffice) -> None:
    with pytest.raises(ValueError, match="is secret"):
        AgendaAsked("surat-1", "post-dewi", AgendaWish.ATTEND, 1, TOMORROW, is_secret=True)
    # Even where E-Office left the facts of the letter lying about.
    eoffice.publish(AgendaAsked("surat-1", "post-dewi", AgendaWish.ATTEND, 1, is_secret=True))
    [task] = eoffice.tasks()
    assert (task.title, task.detail, task.due) == ("Surat rahasia", "Diambil dari surat rahasia", None)
    shown = eoffice.shown()
    assert (shown.hal, shown.place, shown.link, shown.invited) == ("", "", "", ())


@pytest.mark.parametrize("desk", ["sqlite"], indirect=True)
def test_a_field_that_eoffice_adds_later_and_a_hal_with_markup_do_no_harm(eoffice: EOffice) -> None:
    eoffice.desk.given(LETTER_FACTS, LetterFacts("surat-3", "1", "<script>alert(1)</script>" + "x" * 300, "Bappeda"))
    eoffice.publish(AgendaAsked("surat-3", "post-dewi", AgendaWish.ORGANISE, 1, TOMORROW), urgensi="segera")
    draft = eoffice.draft("surat-3")
    assert draft.hal.startswith("<script>")
    assert len(draft.hal) == 200


def test_two_who_publish_one_draft_at_once_make_one_agenda(eoffice: EOffice) -> None:
    eoffice.publish(INVITATION)
    plan, together = eoffice.plan(), threading.Barrier(2)
    outcomes: list[str] = []

    def publish() -> None:
        together.wait()
        try:
            eoffice.desk.call(create_agenda, plan, by=eoffice.dewi)
            outcomes.append("published")
        except DraftSettled:
            outcomes.append("settled")

    threads = [threading.Thread(target=publish) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["published", "settled"]
    assert len(eoffice.desk.announced(AgendaScheduled)) == 1
