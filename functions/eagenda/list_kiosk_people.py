"""List whom a kiosk may see, with the keys by which it knows their codes also without a network."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.kiosk import KioskRevoked
from functions.eagenda.kiosks import RIGHT, serving_kiosk
from functions.eagenda.listed_invited import listed
from functions.eagenda.records import INVITATIONS, OF_AGENDA
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import KIOSK
from shared.refusals import RecordMissing
from shared.rules.device import PublicKey
from shared.views.devices import PERSON_DEVICES

_PAGE = 100


@dataclass(frozen=True, slots=True)
class WhichKioskPeople:
    """The cursor continues an earlier answer."""

    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class KioskPerson:
    """Somebody invited, and the device that signs for them now, if one does. No NIP: a lost tablet tells none."""

    person_id: str
    name: str
    organisation_name: str
    device_id: str
    public_key: PublicKey | None


@dataclass(frozen=True, slots=True)
class KioskPeople:
    """A part of the list."""

    items: tuple[KioskPerson, ...]
    next_cursor: str | None


@query(permission=KIOSK, refuses=(RecordMissing, KioskRevoked))
def list_kiosk_people(which: WhichKioskPeople, ctx: ReadContext) -> KioskPeople:
    """List those invited to a kiosk's agenda, with the public keys of their devices."""
    agenda, _ = serving_kiosk(ctx)
    if agenda.state is not AgendaState.SCHEDULED:
        return KioskPeople((), None)  # it takes nobody any more, so nobody's name belongs on a tablet
    page = ctx.list(INVITATIONS, OF_AGENDA, equal=(agenda.id,), cursor=which.cursor, limit=_PAGE, right_from=RIGHT)

    items = []
    for _, invitation in page.items:
        one, devices = listed(invitation, ctx), ctx.peek(PERSON_DEVICES, invitation.person_id)
        active = devices.active if devices else None
        items.append(
            KioskPerson(
                one.person_id,
                one.name,
                one.organisation_name,
                active.id if active else "",
                active.public_key if active else None,
            )
        )
    return KioskPeople(tuple(items), page.next_cursor)
