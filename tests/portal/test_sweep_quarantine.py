"""Emptying the quarantine."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from functions.portal.sweep_quarantine import sweep_quarantine
from shared.ports.documents import Upload

if TYPE_CHECKING:
    from tests.desk import Desk


def test_what_nobody_has_taken_in_for_two_hours_is_gone(desk: Desk) -> None:
    desk.documents.receive(Upload("sent", "application/pdf", 3), [b"pdf"])  # at this machine's own time
    desk.clock.set(datetime.now(UTC) + timedelta(hours=1, minutes=59))
    desk.run_scheduled(sweep_quarantine)
    assert desk.documents.quarantined("sent", 3) == b"pdf"

    desk.clock.pass_(minutes=2)
    desk.run_scheduled(sweep_quarantine)
    assert desk.documents.quarantined("sent", 3) is None


def test_an_empty_quarantine_is_no_error(desk: Desk) -> None:
    desk.run_scheduled(sweep_quarantine)
    assert desk.documents.quarantined("sent", 3) is None
