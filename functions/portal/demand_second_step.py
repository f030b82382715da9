"""Let a role give its rights only to who has a second step, or to everybody again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.portal.domain.second_step import OwnSecondStepFirst
from functions.portal.second_step import find_second_step
from shared.accounts.proof import ProofNeeded, require_recent_proof
from shared.directory.standing import ROLES, role_of
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class SecondStepToDemand:
    """Of which role, and whether."""

    role_id: str
    demanded: bool


@dataclass(frozen=True, slots=True)
class SecondStepDemandKept:
    """It is so; ``already`` when it was before. It reaches everybody within a minute."""

    already: bool


@operation(permission=Permission.MANAGE_DIRECTORY, refuses=(RecordMissing, ProofNeeded, OwnSecondStepFirst))
def demand_second_step(demand: SecondStepToDemand, ctx: Context) -> SecondStepDemandKept:
    """Let a role's rights depend on a second step, or no longer; whoever demands it has one."""
    require_recent_proof(ctx)
    role = role_of(demand.role_id, ctx.find(ROLES, demand.role_id, right_from="the right to manage the directory"))
    if role is None or role.deleted:
        raise RecordMissing("Muat ulang daftar peran, lalu pilih lagi.")
    own = find_second_step(ctx.actor.id, ctx)
    if demand.demanded and own is None:
        raise OwnSecondStepFirst("Aktifkan kode dua langkah Anda di Profil, lalu ulangi.")

    already = role.demands_second_step is demand.demanded
    if not already:
        ctx.put(ROLES, replace(role, demands_second_step=demand.demanded))
    return SecondStepDemandKept(already)
