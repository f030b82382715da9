"""The recap of the caller alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda_kind import AgendaKind
from functions.eagenda.domain.recap_months import Months
from shared.refusals import InvalidField
from tests.eagenda.one_store import one_store
from tests.eagenda.recapping import Bapenda

if TYPE_CHECKING:
    from tests.desk import Desk

pytestmark = one_store


def test_everybody_sees_their_own_months_and_kinds_and_nobody_else_s(desk: Desk) -> None:
    bapenda = Bapenda(desk)
    bapenda.closed()
    bapenda.closed(kind=AgendaKind.APEL)
    own = bapenda.own(bapenda.bella).recap
    assert (own.counts.meetings, own.counts.late) == (2, 2)
    assert [(it.month, it.counts.present) for it in own.by_month] == [(11, 2)]
    assert [it.kind for it in own.by_kind] == [AgendaKind.RAPAT, AgendaKind.APEL]
    assert bapenda.own(bapenda.bella, Months(2026, 1, 10)).recap.counts.meetings == 0
    assert bapenda.own(bapenda.heni).recap.by_month == ()


def test_a_span_that_ends_before_it_begins_is_refused(desk: Desk) -> None:
    bapenda = Bapenda(desk)
    with pytest.raises(InvalidField, match="Bulan terakhir"):
        bapenda.own(bapenda.bella, Months(2026, 11, 10))
