"""Withdraw invitations; those who had them are told."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, NotOrganiser
from functions.eagenda.domain.invitees import require_few, require_open, without_posts
from functions.eagenda.holders import RIGHT
from functions.eagenda.invitations import INVITED_POSTS
from functions.eagenda.records import AGENDAS
from functions.eagenda.withdrawing import Invited, deputies_of, find_invited, withdraw
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
    found = [it for it in find_invited(agenda, which.person_ids, ctx) if not it.invitation.is_deputy]
    deputies = [it for it in deputies_of(agenda, found, ctx) if not it.is_present]
    posts = ctx.find(INVITED_POSTS, agenda.id, right_from=RIGHT)

    absent = [it for it in found if not it.is_present]

    if absent:
        ctx.put(AGENDAS, replace(agenda, invited_count=agenda.invited_count - len(absent)))
        withdraw(agenda, [*absent, *_of(absent, deputies)], ctx)
    if posts and (left := without_posts(posts, (it.invitation.position_id for it in absent))) != posts:
        ctx.put(INVITED_POSTS, left)
    return InvitationsWithdrawn(len(absent), len(found) - len(absent))


def _of(represented: list[Invited], deputies: list[Invited]) -> list[Invited]:
    ids = {it.invitation.answer.deputy_id for it in represented}
    return [it for it in deputies if it.invitation.person_id in ids]
