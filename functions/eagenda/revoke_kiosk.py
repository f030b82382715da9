"""Revoke a kiosk: a tablet that was lost, stolen, or stands where it should not."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.kiosk import revoke
from functions.eagenda.kiosks import KIOSKS, kiosk_key
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Line


@dataclass(frozen=True, slots=True)
class KioskToRevoke:
    """Which kiosk of an agenda, and why."""

    agenda_id: str
    kiosk_id: str
    reason: Line


@dataclass(frozen=True, slots=True)
class KioskIsRevoked:
    """From now on the kiosk is refused, what it has kept too; ``already`` when it was before."""

    already: bool


@operation(permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser))
def revoke_kiosk(which: KioskToRevoke, ctx: Context) -> KioskIsRevoked:
    """Take the right to serve from a kiosk, for good; what it sent before stays."""
    agenda = organised_agenda(which.agenda_id, ctx)
    kiosk = ctx.get(KIOSKS, kiosk_key(agenda.id, which.kiosk_id), right_from="the agenda that the caller runs")

    revoked = revoke(kiosk, ctx.actor.name, ctx.now, which.reason)

    already = revoked == kiosk
    if not already:
        ctx.put(KIOSKS, revoked)
    return KioskIsRevoked(already)
