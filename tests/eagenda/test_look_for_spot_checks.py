"""Looking for spot checks whose moment has come, where no timer did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.look_for_spot_checks import look_for_spot_checks
from shared.events.eagenda_spot_checks import SpotCheckDue
from tests.eagenda.one_store import one_store
from tests.eagenda.spot_checking import Hall

if TYPE_CHECKING:
    from tests.desk import Desk

pytestmark = one_store


def test_a_check_is_told_of_once_it_is_due_and_not_after_it_is_over(desk: Desk) -> None:
    hall = Hall(desk)
    hall.start()
    desk.run_scheduled(look_for_spot_checks)
    assert desk.announced(SpotCheckDue) == []
    desk.clock.set(hall.check().due_at)
    desk.run_scheduled(look_for_spot_checks)
    desk.deliver()
    desk.clock.pass_(minutes=5)
    desk.run_scheduled(look_for_spot_checks)
    assert [it.agenda_id for it in desk.announced(SpotCheckDue)] == [hall.meeting.id]
