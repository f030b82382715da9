"""Naming who leads a meeting and who writes its notulen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.notulen import NotNotulis
from functions.eagenda.domain.visibility import Visibility
from shared.refusals import InvalidField, RecordMissing
from tests.eagenda.meeting import ALL
from tests.eagenda.minuting import Minutes

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def minutes(desk: Desk) -> Minutes:
    return Minutes(desk)


def test_who_is_named_gets_a_task_and_writes(minutes: Minutes) -> None:
    assert not minutes.name(minutes.budi).already
    assert minutes.name(minutes.budi).already
    assert minutes.waits_for(minutes.budi) == ["notulen-to-write"]

    assert minutes.write(opening="Rapat dibuka pukul 09.05 WIB.").version == minutes.version()
    shown = minutes.shown(minutes.budi)
    assert shown.may_write
    assert (shown.present, shown.present_count) == (("Aditya, Jabatan Aditya",), 1)
    assert shown.text is not None
    assert shown.text.opening == "Rapat dibuka pukul 09.05 WIB."
    assert [str(it.on) for it in shown.terms] == ["2026-12-01", "2026-12-08", "2026-12-22"]


def test_another_notulis_takes_the_task_over(minutes: Minutes) -> None:
    minutes.name(minutes.budi)
    minutes.name(minutes.aditya)
    assert minutes.waits_for(minutes.budi) == []
    assert minutes.waits_for(minutes.aditya) == ["notulen-to-write"]
    with pytest.raises(NotNotulis):
        minutes.write(by=minutes.budi)


def test_only_who_is_invited_or_a_colleague_can_be_named(minutes: Minutes) -> None:
    with pytest.raises(InvalidField, match="rekan satu OPD"):
        minutes.name(minutes.desk.employee("Rina", organisation="dinsos"))


def test_of_a_secret_meeting_a_colleague_is_neither_named_nor_shown_anything(desk: Desk) -> None:
    minutes = Minutes(desk, visibility=Visibility.SECRET)
    with pytest.raises(InvalidField):
        minutes.name(minutes.budi)
    assert not minutes.name(minutes.aditya).already
    with pytest.raises(RecordMissing):
        minutes.shown(desk.employee("Bayu", *ALL))


def test_the_office_above_and_another_office_name_nobody(minutes: Minutes) -> None:
    with pytest.raises(NotOrganiser):
        minutes.name(minutes.budi, by=minutes.desk.employee("Gatot", *ALL, organisation="setda"))
    with pytest.raises(RecordMissing):
        minutes.name(minutes.budi, by=minutes.desk.employee("Rina", *ALL, organisation="dinsos"))
    with pytest.raises(NotOrganiser):
        minutes.name(minutes.budi, by=minutes.desk.employee("Aditya", *ALL, organisation="bapenda"))
