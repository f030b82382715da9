"""The recap of an office: who may see it, and what it costs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.recap import WHOLE_REGENCY
from shared.permissions import Permission
from shared.refusals import RecordMissing
from tests.billed import Billed
from tests.eagenda.one_store import one_store
from tests.eagenda.recapping import Bapenda

if TYPE_CHECKING:
    from tests.desk import Desk

pytestmark = one_store


@pytest.fixture
def bapenda(desk: Desk) -> Bapenda:
    bapenda = Bapenda(desk)
    bapenda.closed()
    return bapenda


def test_the_office_those_above_it_and_the_regency_s_watchers_see_it(bapenda: Bapenda) -> None:
    keeper = bapenda.desk.employee("Keni", Permission.MANAGE_OFFICE, organisation="bapenda")
    for reader in (bapenda.heni, keeper, bapenda.gatot, bapenda.inspector):
        assert bapenda.office(reader).recap.counts.invited == 6
    above = bapenda.office(bapenda.gatot, "setda")
    assert (above.recap.counts.invited, above.above_id) == (6, WHOLE_REGENCY)
    regency = bapenda.office(bapenda.inspector, WHOLE_REGENCY)
    assert (regency.name, regency.recap.counts.invited) == ("Seluruh kabupaten", 6)


def test_nobody_else_sees_it_and_it_looks_like_none(bapenda: Bapenda) -> None:
    stranger = bapenda.desk.employee(
        "Rina", Permission.ORGANISE_AGENDA, Permission.MANAGE_OFFICE, organisation="dinsos"
    )
    for reader, office in (
        (stranger, "bapenda"),
        (bapenda.bella, "bapenda"),  # of the office, without the right
        (bapenda.heni, "setda"),  # the office above
        (bapenda.gatot, WHOLE_REGENCY),
        (bapenda.inspector, "no such office"),
    ):
        with pytest.raises(RecordMissing):
            bapenda.office(reader, office)
    assert bapenda.people(stranger) == {}


def test_other_months_are_not_counted(bapenda: Bapenda) -> None:
    assert bapenda.office(bapenda.heni, last_month=10).recap.counts.invited == 0
    november = bapenda.office(bapenda.heni, first_month=11, last_month=11).recap
    assert [(it.month, it.counts.invited) for it in november.by_month] == [(11, 6)]


def test_an_office_of_which_nothing_was_counted_yet_is_empty(desk: Desk) -> None:
    bapenda = Bapenda(desk)
    regency = bapenda.office(bapenda.inspector, WHOLE_REGENCY)
    assert (regency.name, regency.recap.by_month) == ("Seluruh kabupaten", ())
    shown = bapenda.office(bapenda.heni)
    assert (shown.name, shown.recap.by_month) == ("Dinas Bapenda", ())


def test_a_page_reads_its_rows_and_two_records_more(bapenda: Bapenda) -> None:
    bill: Counter[str] = Counter()
    bapenda.desk.cached, bapenda.desk.records = bapenda.desk.records, Billed(bapenda.desk.records, bill)
    bapenda.office(bapenda.gatot, "setda")
    assert bill["reads"] <= 2
    bill.clear()
    below = bapenda.below(bapenda.gatot, "setda")
    assert bill["reads"] <= len(below)
    bill.clear()
    people = bapenda.people(bapenda.heni)
    assert bill["reads"] <= len(people)
    bill.clear()
    bapenda.own(bapenda.bella)
    assert bill["reads"] <= 1 + 2
