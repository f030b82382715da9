"""A meeting of two offices, and what is asked of it office by office."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from functions.eagenda.attending_offices import WhichOffices
from shared.permissions import Permission
from tests.eagenda.answering import REPRESENTED, answer
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.actor import Actor
    from tests.desk import Desk

BAPENDA, DINSOS = "Dinas Bapenda", "Dinas Dinsos"


def meeting_of_two_offices(desk: Desk) -> Meeting:
    """Let Aditya of Bapenda come and Bella not; Cakra of Dinsos sends Doni, who comes."""
    bella = desk.employee("Bella", Permission.ATTEND, organisation="bapenda")
    cakra, doni = (desk.employee(it, Permission.ATTEND, organisation="dinsos") for it in ("Cakra", "Doni"))
    meeting = Meeting(desk, bella, cakra)
    answer(meeting, cakra, REPRESENTED, deputy=doni.id)
    meeting.scan(doni)
    meeting.scan(meeting.guest)
    return meeting


def ask(meeting: Meeting, what: Callable[..., Any], office: str = "", by: Actor | None = None) -> Any:  # noqa: ANN401 -- a paper or a table
    """Ask for the list of one office, or of all."""
    return meeting.desk.call(what, WhichOffices(meeting.id, office), by=by or meeting.organiser)
