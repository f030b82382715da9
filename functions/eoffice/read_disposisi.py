"""Note that a recipient has opened a disposisi: it is no longer taken back."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eoffice.disposisi import DISPOSISI, own_hand, tree_of
from functions.eoffice.domain.disposisi import NotInHand, read_by
from functions.eoffice.surat_masuk import letter_to_read
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.tasks.in_name_of import chief_at, signed
from shared.tasks.task import TaskKind


@dataclass(frozen=True, slots=True)
class DisposisiOpened:
    """Which disposisi of which letter."""

    letter_id: str
    disposisi_id: str


@dataclass(frozen=True, slots=True)
class DisposisiNoted:
    """It is noted; ``already`` when it was before."""

    already: bool


@operation(permission=SIGNED_IN, refuses=(RecordMissing, NotInHand))
def read_disposisi(opened: DisposisiOpened, ctx: Context) -> DisposisiNoted:
    """Note that the caller, to whom a disposisi went, has opened it."""
    letter = letter_to_read(opened.letter_id, ctx)
    tree = tree_of(letter, ctx)
    given, recipient = own_hand(letter, tree, opened.disposisi_id, ctx)
    name = signed(ctx.actor.name, chief_at(recipient.position_id, TaskKind.DISPOSISI, ctx))

    read = read_by(recipient, name, ctx.now)

    if read != recipient:
        ctx.put(DISPOSISI, given.with_recipient(read))
    return DisposisiNoted(already=read == recipient)
