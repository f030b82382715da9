"""Answers to invitations: the task that asks for one, and what is kept of asking."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.domain.answering import AnswersAsked
from functions.eagenda.records import participation_key
from shared.kernel.collections import TypedCollection
from shared.tasks.task import Task, TaskKind, new_task, of_person

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.invitation import Invitation
    from shared.kernel.context import Context

ANSWERS_ASKED = TypedCollection(
    "answers_asked", AnswersAsked, key=lambda it: it.agenda_id, matter=lambda it: it.agenda_id
)


def answer_task(agenda: Agenda, invitation: Invitation, ctx: Context) -> Task:
    """Return what asks somebody invited whether they come; asked by the organiser, whoever wrote it."""
    represented = invitation.represents
    task = new_task(
        TaskKind.INVITATION,
        participation_key(agenda.id, invitation.person_id),
        within_id=agenda.id,
        addressees=(of_person(invitation.person_id),),
        title=agenda.title,
        detail=f"Undangan, {represented.words}" if represented else "Undangan: hadir atau tidak",
        link=f"/agenda/{agenda.id}",
        asker=ctx.actor,
        now=ctx.now,
        due=agenda.starts_at,
    )
    return replace(task, asker_id=agenda.organiser.person_id, asker=agenda.organiser.name)
