"""The recap of the offices below one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.recap import WHOLE_REGENCY
from shared.refusals import RecordMissing
from tests.eagenda.recapping import Bapenda

if TYPE_CHECKING:
    from tests.desk import Desk


def test_who_stands_above_sees_those_below_and_the_regency_s_watcher_those_at_the_top(desk: Desk) -> None:
    bapenda = Bapenda(desk)
    bapenda.closed()
    assert {it: counts.invited for it, counts in bapenda.below(bapenda.gatot, "setda").items()} == {"bapenda": 6}
    assert {it: counts.invited for it, counts in bapenda.below(bapenda.inspector, WHOLE_REGENCY).items()} == {
        "setda": 6
    }
    assert bapenda.below(bapenda.gatot, WHOLE_REGENCY).keys() == {"setda"}  # their own, and no other
    stranger = desk.employee("Rina", *bapenda.heni.permissions, organisation="dinsos")
    assert bapenda.below(stranger, "setda") == {}
    with pytest.raises(RecordMissing):
        bapenda.below(bapenda.bella, "setda")
