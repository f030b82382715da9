"""Withdraw invitations; those who had them are told."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, NotOrganiser
from functions.eagenda.domain.invitees import require_few, require_open
from functions.eagenda.withdrawing import prepare_withdrawal, write_withdrawal
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class InvitationsToWithdraw:
    """Whose, at most sixty at once."""

    agenda_id: str
    person_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InvitationsWithdrawn:
    """How many are withdrawn, and how many people keep theirs since they are recorded as present."""

    withdrawn_count: int
    present_count: int


@operation(permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser, AgendaIsCancelled, AgendaOver))
def withdraw_invitations(which: InvitationsToWithdraw, ctx: Context) -> InvitationsWithdrawn:
    """Withdraw invitations, and those of deputies with them; whoever is present already keeps theirs."""
    agenda = organised_agenda(which.agenda_id, ctx)
    require_open(agenda, ctx.now)
    require_few(which.person_ids)

    withdrawal = prepare_withdrawal(agenda, which.person_ids, ctx)

    write_withdrawal(agenda, withdrawal, ctx)
    return InvitationsWithdrawn(len(withdrawal.absent), withdrawal.present_count)
