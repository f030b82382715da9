"""The daftar hadir office by office."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.print_daftar_hadir_opd import print_daftar_hadir_opd
from shared.refusals import InvalidField, RecordMissing
from tests.crashes.evidence import text_of
from tests.eagenda.by_office import DINSOS, ask, meeting_of_two_offices
from tests.eagenda.one_store import one_store

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk
    from tests.eagenda.meeting import Meeting

pytestmark = one_store


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    return meeting_of_two_offices(desk)


def test_the_paper_has_a_list_and_a_sum_for_each_office(meeting: Meeting) -> None:
    meeting.close()
    text = text_of(ask(meeting, print_daftar_hadir_opd).content)
    assert "DAFTAR HADIR PER OPD" in text
    assert "Jumlah: 1 dari 2 undangan." in text
    assert "Seluruh daftar hadir: 2 dari 3 undangan" in text
    assert "kutipan per OPD" in text

    one = text_of(ask(meeting, print_daftar_hadir_opd, DINSOS).content)
    assert "Doni" in one
    assert "Aditya" not in one
    assert "kutipan satu OPD" in one


def test_an_office_that_is_not_invited_is_refused_and_others_are_told_nothing(
    meeting: Meeting, superior: Actor, stranger: Actor
) -> None:
    with pytest.raises(InvalidField, match="Pilih kantor"):
        ask(meeting, print_daftar_hadir_opd, "Dinas Lain")
    with pytest.raises(NotOrganiser):
        ask(meeting, print_daftar_hadir_opd, by=superior)
    with pytest.raises(RecordMissing):
        ask(meeting, print_daftar_hadir_opd, by=stranger)
