"""Kiosks and their scans: where they are kept, and how somebody whom one saw is looked up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eagenda.domain.attendance import Attendee
from functions.eagenda.domain.change import held_at
from functions.eagenda.domain.device import SignatureWrong
from functions.eagenda.domain.kiosk import Kiosk, PersonUnknown, Standing, require_serving
from functions.eagenda.domain.kiosk_scan import KioskScan
from functions.eagenda.domain.personal_code import require_current, signed_text, signing_device
from functions.eagenda.domain.sitting import sitting_id_at
from functions.eagenda.provisional_scans import PROVISIONAL_SCANS
from functions.eagenda.records import AGENDAS, ATTENDANCE, INVITATIONS, participation_key
from shared.device_signature import is_signed
from shared.directory.model import BY_NIP, PERSONS
from shared.directory.standing import find_standing
from shared.kernel.collections import ListQuery, TypedCollection
from shared.rules.calendar import wib_date
from shared.views.devices import PERSON_DEVICES

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.invitation import Invitation
    from functions.eagenda.domain.personal_code import PersonalCode
    from functions.eagenda.domain.provisional_scan import ProvisionalScan
    from shared.directory.standing import Standing as Known
    from shared.kernel.context import Context, ReadContext
    from shared.values import Instant

RIGHT = "the kiosk token of this agenda, or the right to run it"

OF_AGENDA = ListQuery(equal=("agenda_id",), order="opened_at")
OF_KIOSK = ListQuery(equal=("agenda_id", "kiosk_id"), order="received_at", descending=True)

KIOSKS = TypedCollection(
    "kiosks",
    Kiosk,
    key=lambda it: kiosk_key(it.agenda_id, it.id),
    matter=lambda it: it.agenda_id,
    queries=(OF_AGENDA,),
)
SCANS = TypedCollection(
    "scans",
    KioskScan,
    key=lambda it: scan_key(it.agenda_id, it.nonce),
    matter=lambda it: it.agenda_id,
    queries=(OF_KIOSK,),
)


def kiosk_key(agenda_id: str, kiosk_id: str) -> str:
    """Return the key of a kiosk: a tablet may serve one agenda after another."""
    return f"{agenda_id}:{kiosk_id}"


def scan_key(agenda_id: str, nonce: str) -> str:
    """Return the key of a scan: no kiosk finds, by a nonce, what happened at another agenda."""
    return f"{agenda_id}:{nonce}"


def serving_kiosk(ctx: ReadContext) -> tuple[Agenda, Kiosk]:
    """Return the agenda that the calling kiosk serves, and the kiosk. Raises RecordMissing, KioskRevoked."""
    agenda = ctx.get(AGENDAS, ctx.actor.id, right_from=RIGHT)
    kiosk = ctx.get(KIOSKS, kiosk_key(agenda.id, ctx.actor.session_id), right_from=RIGHT)
    require_serving(kiosk)
    return agenda, kiosk


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody whom a kiosk saw, with the kept scan of their phone that may wait."""

    standing: Standing
    sitting_id: str
    suspended: bool
    waiting: ProvisionalScan | None


def require_signed(code: PersonalCode, at: Instant, ctx: ReadContext) -> None:
    """Refuse a code that the person's device did not sign, or not for this moment.

    Raises DeviceUnknown, DeviceReplaced, SignatureWrong, CodeExpired, DeviceClockWrong.
    """
    devices = ctx.find(PERSON_DEVICES, code.person_id, right_from=RIGHT)
    device = signing_device(devices, code, at)
    if not is_signed(signed_text(code), code.signature, device.public_key):
        raise SignatureWrong("Buka lagi Kode saya, lalu tunjukkan ke kamera.")
    require_current(code, at)


def person_of_nip(nip: str, ctx: Context) -> str:
    """Return who has a NIP; "" for nobody. A query in a command: the number is no key of a person."""
    page = ctx.list(PERSONS, BY_NIP, equal=(nip,), limit=1, right_from=RIGHT)
    return next((person.id for _, person in page.items), "")


def look_up(agenda: Agenda, person_id: str, at: Instant, ctx: Context) -> Seen:
    """Return how a person stands to the agenda. Raises PersonUnknown."""
    known = find_standing(ctx.ports.cached, person_id, ctx.now) if person_id else None
    if known is None:
        raise PersonUnknown("Periksa NIP-nya, atau cari namanya di daftar undangan.")
    invitation = ctx.find(INVITATIONS, participation_key(agenda.id, person_id), right_from=RIGHT)
    sitting_id = sitting_id_at(held_at(agenda, at).sittings, at)
    key = participation_key(agenda.id, person_id, sitting_id)
    attendance = ctx.find(ATTENDANCE, key, right_from=RIGHT)
    waiting = ctx.find(PROVISIONAL_SCANS, key, right_from=RIGHT)
    standing = Standing(_attendee(known, invitation, at), invitation, attendance)
    return Seen(standing, sitting_id, known.suspended, waiting)


def _attendee(known: Known, invitation: Invitation | None, at: Instant) -> Attendee:
    """Return the person as they stand on the day: in the post that is invited, or in their first."""
    post_id = invitation.position_id if invitation else ""
    held = sorted(known.on(wib_date(at)), key=lambda it: it.position_id != post_id)
    title, office = (held[0].position_title, held[0].organisation_name) if held else ("", "")
    return Attendee(known.person_id, known.name, known.nip, title, office)
