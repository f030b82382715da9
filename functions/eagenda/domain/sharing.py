"""Sharing what those who attended get afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import Agenda, AgendaIsCancelled, AgendaState
from functions.eagenda.domain.materials import Materials
from shared.refusals import Refusal
from shared.rules.calendar import clock_time, long_date, wib_date
from shared.rules.link import check_link

if TYPE_CHECKING:
    from datetime import datetime


class AgendaNotOver(Refusal):
    """The meeting has not ended yet."""

    title = "Agenda ini belum selesai."


def share(agenda: Agenda, materials: Materials, now: datetime) -> Agenda:
    """Give links to those who attended. Raises AgendaIsCancelled, AgendaNotOver, InvalidField."""
    if agenda.state is AgendaState.CANCELLED:
        raise AgendaIsCancelled(f"Alasan: {agenda.cancel_reason}")
    if now < agenda.ends_at:
        when = f"{long_date(wib_date(agenda.ends_at))} pukul {clock_time(agenda.ends_at)}"
        raise AgendaNotOver(f"Rekaman dan paparan dibagikan sesudah selesai, {when}.")
    check_link(materials.recording_link, "/materials/recording_link")
    check_link(materials.slides_link, "/materials/slides_link")
    return replace(agenda, materials=materials)


def may_see(agenda: Agenda, *, organises: bool, attended: bool, now: datetime) -> bool:
    """Whether somebody gets the links: who attended, once the meeting is over, and who runs it."""
    return organises or (attended and now >= agenda.ends_at)
