"""Show the caller the spot check in which they were drawn."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.spot_check import Reply
from functions.eagenda.records import AGENDAS
from functions.eagenda.spot_check_records import SPOT_CHECKS, SPOT_QUESTIONS, question_key
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Instant

_RIGHT = "the caller was drawn"


@dataclass(frozen=True, slots=True)
class WhichSpotCheck:
    """The latest one of which meeting."""

    agenda_id: str


@dataclass(frozen=True, slots=True)
class OwnSpotCheck:
    """The question, until when it can be answered, and what the caller said; which number is right is not told."""

    agenda_id: str
    agenda_title: str
    place: str
    number: int
    choices: tuple[str, ...]
    until: Instant
    reply: Reply


@query(permission=Permission.ATTEND, refuses=(RecordMissing,))
def show_own_spot_check(which: WhichSpotCheck, ctx: ReadContext) -> OwnSpotCheck:
    """Show the caller the meeting's latest spot check; to who was not drawn in it there is none."""
    checks = ctx.find(SPOT_CHECKS, which.agenda_id, right_from=_RIGHT)
    check = checks.latest_begun if checks else None
    key = question_key(which.agenda_id, check.number if check else 0, ctx.actor.id)
    question = ctx.find(SPOT_QUESTIONS, key, right_from=_RIGHT)
    if check is None or question is None:
        raise RecordMissing("Anda tidak terpilih pada cek acak agenda ini. Tidak ada yang perlu Anda lakukan.")
    agenda = ctx.get(AGENDAS, which.agenda_id, right_from=_RIGHT)

    said = question.reply_at(ctx.now)
    return OwnSpotCheck(agenda.id, agenda.title, agenda.place, check.number, check.choices, question.until, said)
