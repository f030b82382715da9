"""What waits for whom about a naskah: for the posts that check and sign it, and for who drafts it when it came back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eoffice.naskah import naskah_link
from shared.rules.chain import StepRole
from shared.tasks.task import Task, TaskKind, new_task, of_holder, of_person, of_position

if TYPE_CHECKING:
    from functions.eoffice.domain.naskah import Naskah
    from shared.kernel.context import Context
    from shared.rules.chain import Step

_KINDS = {StepRole.CHECK: TaskKind.NASKAH_TO_CHECK, StepRole.SIGN: TaskKind.NASKAH_TO_SIGN}


def approval_subject(naskah_id: str, position_id: str) -> str:
    """Return what the task of one post of the chain is about."""
    return f"{naskah_id}:{position_id}"


def approval_task(naskah: Naskah, step: Step, ctx: Context) -> Task:
    """Return what asks a post to decide; of a secret naskah its holder alone."""
    whoever_holds = of_holder if naskah.is_secret else of_position
    return _asked_by_drafter(
        naskah,
        new_task(
            _KINDS[step.role],
            approval_subject(naskah.id, step.position_id),
            within_id=naskah.id,
            addressees=(whoever_holds(step.position_id),),
            title=naskah.called,
            detail=f"{naskah.form.title} · konsep {naskah.drafter_name}",
            link=naskah_link(naskah.id),
            asker=ctx.actor,
            now=ctx.now,
            due=naskah.asked_until,
        ),
    )


def mending_task(naskah: Naskah, ctx: Context) -> Task:
    """Return what asks who drafts a naskah to mend it; why stands in the naskah alone where it is secret."""
    return new_task(
        TaskKind.NASKAH_TO_MEND,
        naskah.id,
        addressees=(of_person(naskah.drafter_id),),
        title=naskah.called,
        detail="Dikembalikan" if naskah.is_secret else f"Dikembalikan: {naskah.remark}"[:200],
        link=naskah_link(naskah.id),
        asker=ctx.actor,
        now=ctx.now,
    )


def _asked_by_drafter(naskah: Naskah, task: Task) -> Task:
    """Return the task as it comes from who drafts the naskah: it is made by a service that follows the chain."""
    return replace(task, asker_id=naskah.drafter_id, asker=naskah.drafter_name)
