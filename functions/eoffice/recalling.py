"""Who may take a disposisi back, and what waits for them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.disposisi import disposisi_task
from functions.eoffice.domain.disposisi import NotGiver
from functions.eoffice.surat_masuk import letter_task
from shared.tasks.in_name_of import chief_at
from shared.tasks.task import TaskKind

if TYPE_CHECKING:
    from functions.eoffice.domain.disposisi import Disposisi
    from functions.eoffice.domain.surat_masuk import SuratMasuk
    from functions.eoffice.domain.tree import Tree
    from shared.kernel.context import Context, ReadContext
    from shared.tasks.task import Task


def require_giver(given: Disposisi, letter: SuratMasuk, ctx: ReadContext) -> None:
    """Refuse who neither gave it nor is the aide of who did; of a secret letter the aides are not told."""
    is_own = given.from_position_id == ctx.actor.position_id
    of_chief = not letter.is_secret and chief_at(given.from_position_id, TaskKind.DISPOSISI, ctx)
    if not is_own and not of_chief:
        raise NotGiver(f"Yang dapat menariknya: {given.from_title}.")


def waited_before(letter: SuratMasuk, given: Disposisi, tree: Tree, ctx: Context) -> Task:
    """Return what waited for the giver before they handed the letter down."""
    parent = next((it for it in tree if it.id == given.parent_id), None)
    if parent is None:
        return letter_task(letter, ctx)
    return disposisi_task(letter, parent, given.from_position_id, ctx)
