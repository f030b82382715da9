"""A letter that came in as its readers see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eoffice.domain.klasifikasi import place
from functions.eoffice.domain.letter import LetterSays
from functions.eoffice.domain.surat_masuk import FieldChange, LetterState
from functions.eoffice.surat_masuk import is_addressee
from shared.permissions import Permission
from shared.rules.files import FileKind
from shared.values import Instant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from functions.eoffice.domain.surat_masuk import SuratMasuk
    from shared.kernel.context import ReadContext


@dataclass(frozen=True, slots=True)
class ShownCorrection:
    """What was corrected, by whom, when and why."""

    at: Instant
    by: str
    reason: str
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class ShownDone:
    """Who said that it is dealt with, when, and what came of it."""

    at: Instant
    by: str
    note: str


@dataclass(frozen=True, slots=True)
class ShownSuratMasuk:
    """The letter. ``klasifikasi_titles`` are those on the way to the longest listed code, from the top.

    ``may_correct`` and ``may_cancel`` are the desk's; ``is_mine`` where it is for the caller's post or their chief's.
    """

    id: str
    nomor_agenda: str
    says: LetterSays
    klasifikasi_titles: tuple[str, ...]
    klasifikasi_is_listed: bool
    file_name: str
    file_kind: FileKind
    file_size: int
    pages: int
    organisation_name: str
    addressee_id: str
    addressee: str
    state: LetterState
    due: Instant
    registered_at: Instant
    registered_by: str
    duplicate_reason: str
    read_at: Instant | None
    read_by: str
    done: ShownDone | None
    cancel_reason: str
    corrections: tuple[ShownCorrection, ...]
    is_secret: bool
    is_mine: bool
    may_correct: bool
    may_cancel: bool


def shown_surat_masuk(letter: SuratMasuk, listed: Mapping[str, str], ctx: ReadContext) -> ShownSuratMasuk:
    """Return the letter as the caller sees it, who may read it."""
    placed = place(letter.says.klasifikasi, listed)
    is_desk = (
        letter.organisation_id == ctx.actor.organisation_id and Permission.REGISTER_LETTERS in ctx.actor.permissions
    )
    stands = letter.state is not LetterState.CANCELLED
    return ShownSuratMasuk(
        id=letter.id,
        nomor_agenda=letter.nomor_agenda,
        says=letter.says,
        klasifikasi_titles=placed.titles if placed else (),
        klasifikasi_is_listed=placed is not None and placed.is_listed,
        file_name=letter.file.name,
        file_kind=letter.file.kind,
        file_size=letter.file.size,
        pages=letter.file.pages,
        organisation_name=letter.organisation_name,
        addressee_id=letter.addressee.position_id,
        addressee=letter.addressee.title,
        state=letter.state,
        due=letter.due,
        registered_at=letter.registered_at,
        registered_by=letter.registered_by_name,
        duplicate_reason=letter.duplicate_reason,
        read_at=letter.read_at,
        read_by=letter.read_by_name,
        done=ShownDone(letter.done.at, letter.done.by_name, letter.done.note) if letter.done else None,
        cancel_reason=letter.cancel_reason,
        corrections=tuple(ShownCorrection(it.at, it.by_name, it.reason, it.changes) for it in letter.corrections),
        is_secret=letter.is_secret,
        is_mine=letter.state in {LetterState.WAITING, LetterState.DISPOSED} and is_addressee(letter, ctx),
        may_correct=is_desk and stands,
        may_cancel=is_desk and stands and letter.read_at is None,
    )
