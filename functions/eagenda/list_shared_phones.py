"""List the phones by which more than one person scanned, for those who run the meeting."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.daftar_hadir import all_attendance
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.shared_phone import SharedPhone, shared_phones
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import Permission
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class WhichSharedPhones:
    """Of which agenda."""

    agenda_id: str


@dataclass(frozen=True, slots=True)
class SharedPhones:
    """The phones, that with the earliest scan first."""

    items: tuple[SharedPhone, ...]


@query(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser),
    limit=PerActor(per_minute=20, burst=10),  # it reads the whole list
)
def list_shared_phones(which: WhichSharedPhones, ctx: ReadContext) -> SharedPhones:
    """List the phones by which two people or more scanned at an agenda."""
    agenda = organised_agenda(which.agenda_id, ctx)
    return SharedPhones(shared_phones(all_attendance(agenda, ctx, "the agenda that the caller runs")))
