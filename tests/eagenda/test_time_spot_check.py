"""The moments of spot checks are set as timers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.spot_check import CheckState
from functions.portal.fire_timers import fire_timers
from tests.eagenda.one_store import one_store
from tests.eagenda.spot_checking import Hall

if TYPE_CHECKING:
    from tests.desk import Desk

pytestmark = one_store


def test_a_check_ends_in_the_second_in_which_its_time_is_over(desk: Desk) -> None:
    hall = Hall(desk)
    hall.start()
    due_at = hall.check().due_at
    desk.deliver()
    assert desk.timers.due(f"eagenda_look_for_spot_checks@{hall.meeting.id}") == due_at
    for seconds, state in ((-1, CheckState.RUNNING), (1, CheckState.OVER)):
        desk.clock.set(due_at)
        desk.clock.pass_(seconds=seconds)
        desk.run_scheduled(fire_timers)
        desk.deliver()
        assert hall.check().state is state
