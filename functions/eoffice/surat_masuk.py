"""The book of letters that came in: who may list them, whose they are, and the task that waits for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eoffice.domain.surat_masuk import NotAddressee, SuratMasuk
from functions.eoffice.tables import REPLY_TIMES
from shared.actor import desk_token
from shared.kernel.collections import ListQuery, TypedCollection
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.tables.rows import values_on
from shared.tasks.in_name_of import chief_at
from shared.tasks.task import Task, TaskKind, new_task, of_holder, of_position

if TYPE_CHECKING:
    from functions.eoffice.domain.letter import Urgensi
    from functions.eoffice.domain.reply_time import ReplyTime
    from shared.kernel.context import Context, ReadContext
    from shared.rules.acting_for import Chief


@dataclass(frozen=True, slots=True)
class WhichSuratMasuk:
    """Which letter."""

    letter_id: str


_OF_LETTER = "the letter, whose readers are looked at"


def letter_readers(letter: SuratMasuk) -> tuple[str, ...]:
    """Show a letter to those to whom it came and to its office's desk; of a secret one to the clerk who entered it."""
    posts = (letter.addressee.position_id, *letter.readers_at)
    desk = (
        f"per:{letter.registered_by}"
        if letter.is_secret
        else desk_token(letter.organisation_id, Permission.REGISTER_LETTERS)
    )
    return (desk, *(f"pos:{position_id}" for position_id in dict.fromkeys(posts)))


NEWEST_FIRST = ListQuery(order="registered_at", descending=True)
IN_STATE_NEWEST_FIRST = ListQuery(equal=("state",), order="registered_at", descending=True)
IN_STATE_BY_DUE = ListQuery(equal=("state",), order="due")
OF_BOOK = ListQuery(equal=("organisation_id", "year"), order="serial")

SURAT_MASUK = TypedCollection(
    "surat_masuk",
    SuratMasuk,
    key=lambda it: it.id,
    readers=letter_readers,
    organisation=lambda it: it.organisation_id,
    matter=lambda it: it.id,
    queries=(NEWEST_FIRST, IN_STATE_NEWEST_FIRST, IN_STATE_BY_DUE, OF_BOOK),
)


def letter_to_read(letter_id: str, ctx: ReadContext) -> SuratMasuk:
    """Return a letter that the caller may read, also as an aide of whom it is for. Raises RecordMissing.

    Of a secret letter the aides are not told.
    """
    letter = ctx.find(SURAT_MASUK, letter_id)
    if letter is None:
        of_chief = ctx.find(SURAT_MASUK, letter_id, right_from=_OF_LETTER)
        posts = (of_chief.addressee.position_id, *of_chief.readers_at) if of_chief and not of_chief.is_secret else ()
        if any(chief_at(it, TaskKind.SURAT_MASUK, ctx) for it in posts):
            letter = of_chief
    if letter is None:
        raise RecordMissing("Surat ini tidak ada, atau bukan untuk Anda. Buka dari Kerja saya.")
    return letter


def letter_of_desk(letter_id: str, ctx: ReadContext) -> SuratMasuk:
    """Return a letter in the book of the caller's own desk. Raises RecordMissing."""
    letter = ctx.find(SURAT_MASUK, letter_id)
    if letter is None or letter.organisation_id != ctx.actor.organisation_id:
        raise RecordMissing("Surat ini tidak ada dalam buku surat masuk OPD Anda.")
    return letter


def is_addressee(letter: SuratMasuk, ctx: ReadContext) -> bool:
    """Whether the caller acts as the post that the letter is for, or is the aide of its holder."""
    return letter.addressee.position_id == ctx.actor.position_id or chief_of_letter(letter, ctx) is not None


def chief_of_letter(letter: SuratMasuk, ctx: ReadContext) -> Chief | None:
    """Return the chief in whose name the caller deals with a letter; None where it is for the caller's own post."""
    return None if letter.is_secret else chief_at(letter.addressee.position_id, TaskKind.SURAT_MASUK, ctx)


def require_addressee(letter: SuratMasuk, ctx: ReadContext) -> None:
    """Refuse who does not act as the post that the letter is for."""
    if not is_addressee(letter, ctx):
        raise NotAddressee(f"Yang menindaklanjuti: {letter.addressee.title}.")


def letter_task(letter: SuratMasuk, ctx: Context) -> Task:
    """Return what asks whoever the letter is for to deal with it; one that is secret asks the holder alone."""
    whoever_holds = of_holder if letter.is_secret else of_position
    return new_task(
        TaskKind.SURAT_MASUK,
        letter.id,
        addressees=(whoever_holds(letter.addressee.position_id),),
        title=letter.called,
        detail=letter.source,
        link=letter_link(letter.id),
        asker=ctx.actor,
        now=ctx.now,
        due=letter.due,
    )


def letter_link(letter_id: str) -> str:
    """Return where a letter is read."""
    return f"/surat/masuk/{letter_id}"


def reply_time(urgensi: Urgensi, ctx: ReadContext) -> ReplyTime:
    """Return how long a letter of an urgency may wait, by the table of the day."""
    return next(it for it in values_on(wib_date(ctx.now), REPLY_TIMES, ctx) if it.urgensi is urgensi)
