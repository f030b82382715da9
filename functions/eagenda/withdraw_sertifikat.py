"""Withdraw a certificate: whoever checks a copy is told that it no longer holds, since when and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.sertifikat import withdraw
from functions.eagenda.records import participation_key
from functions.eagenda.sertifikat import RIGHT, SERTIFIKAT, as_subject
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.notices.request import request_notices
from shared.papers import PAPERS, Withdrawal
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.notice import NoticeKind
from shared.values import Text


@dataclass(frozen=True, slots=True)
class SertifikatToWithdraw:
    """Whose certificate of which agenda, and why it no longer holds: told to whoever checks a copy."""

    agenda_id: str
    person_id: str
    reason: Annotated[str, Text(5, 200)]


@dataclass(frozen=True, slots=True)
class SertifikatWithdrawn:
    """It no longer holds; ``already`` when it was withdrawn before."""

    already: bool


@operation(permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser))
def withdraw_sertifikat(which: SertifikatToWithdraw, ctx: Context) -> SertifikatWithdrawn:
    """Withdraw a certificate of an agenda that the caller's office ran; its number stays, and its holder is told."""
    agenda = organised_agenda(which.agenda_id, ctx)
    own = ctx.get(SERTIFIKAT, participation_key(agenda.id, which.person_id), right_from=RIGHT)
    paper = ctx.get(PAPERS, own.code, right_from=RIGHT)

    already = own.withdrawn_at is not None
    if not already:
        ctx.put(SERTIFIKAT, withdraw(own, which.reason, ctx.now))
        ctx.put(PAPERS, replace(paper, withdrawal=Withdrawal(ctx.now, which.reason)))
        request_notices(NoticeKind.SERTIFIKAT_WITHDRAWN, as_subject(agenda).id, [own.person_id], ctx)
    return SertifikatWithdrawn(already)
