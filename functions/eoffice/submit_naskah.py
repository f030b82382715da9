"""Submit a naskah: it goes to its checkers, one after the other, and then to who signs it."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eoffice.domain.drafting import require_drafter, submitted
from functions.eoffice.domain.naskah import NaskahCancelled, NaskahIsSigned, NaskahState, NotDrafter
from functions.eoffice.domain.naskah_checks import check_complete, check_typed
from functions.eoffice.domain.naskah_decision import Verdict
from functions.eoffice.fixing import NaskahNumberMissing, require_number_code
from functions.eoffice.naskah import NASKAH, naskah_to_read, titles_named
from functions.eoffice.naskah_moves import move
from functions.eoffice.subjects import naskah_subject
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.views.subjects import SUBJECTS


@dataclass(frozen=True, slots=True)
class NaskahToSubmit:
    """Which naskah, as the caller saw it."""

    naskah_id: str
    version: int


@dataclass(frozen=True, slots=True)
class NaskahSubmitted:
    """It lies before these; ``already`` when it did before."""

    held_by: tuple[str, ...]
    already: bool


@operation(
    permission=SIGNED_IN,
    refuses=(RecordMissing, NotDrafter, NaskahCancelled, NaskahIsSigned, NaskahNumberMissing, Stale),
)
def submit_naskah(which: NaskahToSubmit, ctx: Context) -> NaskahSubmitted:
    """Put a complete naskah before those who check it."""
    naskah = naskah_to_read(which.naskah_id, ctx)
    ctx.version(NASKAH, naskah.id)
    titles = titles_named(naskah.says, ctx)
    ctx.find(SUBJECTS, naskah_subject(naskah).id, right_from="the naskah")

    require_drafter(naskah, ctx.actor.id)
    if naskah.state is not NaskahState.DRAFTED:
        return NaskahSubmitted(naskah.held_by, already=True)
    check_typed(naskah.says, naskah)
    check_complete(naskah, titles)
    require_number_code(naskah, ctx)
    after = submitted(naskah, titles, ctx.now)

    move(naskah, after, Verdict.SUBMITTED, ctx, seen=which.version)
    ctx.put(SUBJECTS, naskah_subject(after))
    return NaskahSubmitted(after.held_by, already=False)
