"""Opening a draft of an agenda."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.directory.assign_aide import NewAide, assign_aide
from functions.eagenda.create_agenda import create_agenda
from shared.events.eoffice import AgendaAsked, AgendaWish
from shared.rules.acting_for import AideKind
from shared.rules.calendar import wib_date
from tests.desk import MORNING
from tests.eagenda.eoffice import INVITATION, TOMORROW, EOffice
from tests.eagenda.meeting import ALL

if TYPE_CHECKING:
    from tests.desk import Desk


# The answer is the same on both stores: what they hold differently is tried where it is written.
pytestmark = pytest.mark.parametrize("desk", ["sqlite"], indirect=True)


@pytest.fixture
def eoffice(desk: Desk) -> EOffice:
    return EOffice(desk)


def test_opening_it_says_what_the_form_is_filled_with(eoffice: EOffice) -> None:
    eoffice.publish(INVITATION)
    shown = eoffice.shown()
    assert (shown.hal, shown.place, shown.link) == ("Undangan rakor SPBE", "Ruang SBK", "/surat/masuk/1")
    assert (shown.starts_at, shown.ends_at) == (TOMORROW, TOMORROW + timedelta(hours=2))
    assert [(it.name, it.position_id) for it in shown.invited] == [("Dewi", "post-dewi")]


def test_an_aide_opens_and_publishes_it_in_the_chiefs_name_but_for_a_secret_one(eoffice: EOffice) -> None:
    desk = eoffice.desk
    aide = desk.employee("Bayu", *ALL)
    today = wib_date(MORNING)
    new = NewAide(eoffice.dewi.position_id, aide.id, AideKind.SEKRETARIS, today)
    desk.call(assign_aide, new, by=eoffice.dewi)
    eoffice.publish(INVITATION)
    [task] = eoffice.tasks(desk.signed_in(aide.id))
    assert (task.in_name_of, task.may_do) == ("Jabatan Dewi", True)
    assert eoffice.shown(desk.signed_in(aide.id)).hal == "Undangan rakor SPBE"
    desk.call(create_agenda, eoffice.plan(), by=desk.signed_in(aide.id))

    eoffice.publish(AgendaAsked("surat-2", "post-dewi", AgendaWish.ATTEND, 1, is_secret=True), 2)
    assert [it.title for it in eoffice.tasks(desk.signed_in(aide.id)) if it.title == "Surat rahasia"] == []
