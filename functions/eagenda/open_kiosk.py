"""Open a kiosk: a token for a tablet at the door that reads people's own codes and needs nobody signed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, NotOrganiser
from functions.eagenda.domain.kiosk import Kiosk, KioskRevoked, require_openable, require_serving
from functions.eagenda.kiosks import KIOSKS, RIGHT, kiosk_key
from functions.eagenda.tables import KIOSK_POLICY
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.tables.rows import value_on
from shared.values import Instant, Text


@dataclass(frozen=True, slots=True)
class KioskToOpen:
    """At which agenda; the tablet's own id, the same whenever it opens again; and whether somebody sits at it."""

    agenda_id: str
    kiosk_id: Annotated[str, Text(16, 64)]
    attended: bool


@dataclass(frozen=True, slots=True)
class KioskOpened:
    """The token with which the kiosk acts for this agenda alone; it outlives the meeting, to send what was kept."""

    kiosk_token: str
    expires_at: Instant


@operation(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser, AgendaIsCancelled, AgendaOver, KioskRevoked),
    secret=True,
)
def open_kiosk(wanted: KioskToOpen, ctx: Context) -> KioskOpened:
    """Give a kiosk token for an agenda; opening the same kiosk again renews it."""
    agenda = organised_agenda(wanted.agenda_id, ctx)
    policy = value_on(wib_date(ctx.now), KIOSK_POLICY, ctx)
    before = ctx.find(KIOSKS, kiosk_key(agenda.id, wanted.kiosk_id), right_from=RIGHT)

    require_openable(agenda, ctx.now)
    if before is not None:
        require_serving(before)  # whoever has a lost tablet has its token: it never serves this agenda again
    until = agenda.closes_at + policy.send_within

    kiosk = Kiosk(agenda.id, wanted.kiosk_id, wanted.attended, ctx.actor.id, ctx.actor.name, ctx.now)
    ctx.put(KIOSKS, kiosk)
    token = ctx.ports.identity.kiosk_token(agenda.id, kiosk.id, until)
    return KioskOpened(token.text, token.expires_at)
