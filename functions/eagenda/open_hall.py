"""Open the hall's screen: a token for a display that needs nobody signed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import (
    AgendaIsCancelled,
    AgendaOver,
    AgendaState,
    NotOrganiser,
)
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Instant

_AFTER_CLOSING = timedelta(hours=1)  # so that the screen can say that attendance is closed


@dataclass(frozen=True, slots=True)
class HallOfAgenda:
    """Which agenda the screen shows."""

    agenda_id: str


@dataclass(frozen=True, slots=True)
class HallOpened:
    """The token with which the screen asks for the codes of this agenda alone."""

    display_token: str
    expires_at: Instant


@operation(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser, AgendaIsCancelled, AgendaOver),
    secret=True,
)
def open_hall(hall: HallOfAgenda, ctx: Context) -> HallOpened:
    """Give a display token for the hall's screen of an agenda."""
    agenda = organised_agenda(hall.agenda_id, ctx)

    if agenda.state is AgendaState.CANCELLED:
        raise AgendaIsCancelled(f"Alasan: {agenda.cancel_reason}")
    until = agenda.closes_at + _AFTER_CLOSING
    if ctx.now >= until:
        raise AgendaOver("Layar kehadiran hanya tersedia sampai satu jam sesudah absensi ditutup.")

    token = ctx.ports.identity.display_token(agenda.id, ctx.now, until)
    return HallOpened(token.text, token.expires_at)
