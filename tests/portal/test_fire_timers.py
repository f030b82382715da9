"""Firing what is due."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from functions.portal.fire_timers import fire_timers

if TYPE_CHECKING:
    from tests.desk import Desk

SOON = timedelta(minutes=1)


def test_what_is_due_is_fired_once_and_what_is_not_stays(desk: Desk) -> None:
    now = desk.clock.now()
    desk.timers.set("portal_sweep_journal@now", now)
    desk.timers.set("portal_sweep_journal@later", now + SOON)
    desk.clock.pass_(seconds=1)

    desk.run_scheduled(fire_timers)

    assert desk.timers.due("portal_sweep_journal@now") is None
    assert desk.timers.due("portal_sweep_journal@later") == now + SOON


def test_a_timer_of_a_function_that_is_no_more_ends_quietly(desk: Desk) -> None:
    desk.timers.set("portal_was_removed@x", desk.clock.now())
    desk.clock.pass_(seconds=1)
    desk.run_scheduled(fire_timers)
    assert desk.timers.due("portal_was_removed@x") is None
