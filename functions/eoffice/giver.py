"""Who hands a letter down: as the post that the letter is for, or as one to whom it was handed down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eoffice.disposisi import own_hand, task_subject
from functions.eoffice.domain.handling import require_in_hand
from functions.eoffice.surat_masuk import require_addressee
from shared.tasks.in_name_of import chief_at, signed
from shared.tasks.task import TaskKind

if TYPE_CHECKING:
    from functions.eoffice.domain.disposisi import Disposisi, Recipient
    from functions.eoffice.domain.surat_masuk import SuratMasuk
    from shared.kernel.context import ReadContext


@dataclass(frozen=True, slots=True)
class Giver:
    """The post that hands down, as it is written today; with ``given`` and ``recipient`` it had the letter by those."""

    position_id: str
    title: str
    name: str
    task_kind: TaskKind
    task_subject: str
    given: Disposisi | None = None
    recipient: Recipient | None = None


def giver_of(letter: SuratMasuk, tree: tuple[Disposisi, ...], disposisi_id: str, ctx: ReadContext) -> Giver:
    """Return who the caller hands the letter down as.

    Raises NotAddressee, NotInHand, and what a letter refuses that was taken back or is dealt with.
    """
    require_in_hand(letter)
    if not disposisi_id:
        require_addressee(letter, ctx)
        return _giver(letter.addressee.position_id, TaskKind.SURAT_MASUK, letter.id, ctx)
    given, recipient = own_hand(letter, tree, disposisi_id, ctx)
    subject = task_subject(given.id, recipient.position_id)
    own = _giver(recipient.position_id, TaskKind.DISPOSISI, subject, ctx)
    return Giver(own.position_id, own.title, own.name, own.task_kind, subject, given, recipient)


def _giver(position_id: str, kind: TaskKind, subject: str, ctx: ReadContext) -> Giver:
    chief = chief_at(position_id, kind, ctx)
    title = chief.title if chief else ctx.actor.position_title
    return Giver(position_id, title, signed(ctx.actor.name, chief), kind, subject)
