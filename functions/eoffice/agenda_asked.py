"""A disposisi "untuk dihadiri" asks E-Agenda for an agenda of each recipient, and takes the question back.

A post is asked once for each letter, however many disposisi want its presence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.surat_masuk import letter_link
from shared.events.eoffice import AgendaAsked, AgendaWish
from shared.views.letters import LETTER_FACTS, LetterFacts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from functions.eoffice.domain.surat_masuk import SuratMasuk
    from shared.kernel.context import Context


def ask_for_agendas(
    letter: SuratMasuk, wanted: dict[str, str], revision: int, ctx: Context, *, told: LetterFacts | None
) -> None:
    """Ask each post for a draft, by the disposisi that wants it.

    ``revision`` is the version of the letter with which it is asked, so that what is said last counts. ``told`` is
    what others knew of the letter, found before: of one that is secret now they know nothing more.
    """
    if told and letter.is_secret:
        ctx.delete(LETTER_FACTS, letter.id)
    elif (told or wanted) and not letter.is_secret:
        ctx.put(LETTER_FACTS, _facts_of(letter))
    for position_id, disposisi_id in wanted.items():
        ctx.emit(
            AgendaAsked(
                letter.id,
                position_id,
                AgendaWish.ATTEND,
                revision,
                attending_position_ids=() if letter.is_secret else (position_id,),
                disposisi_id=disposisi_id,
                is_secret=letter.is_secret,
            )
        )


def withdraw_agendas(letter: SuratMasuk, position_ids: Iterable[str], revision: int, ctx: Context) -> None:
    """Take the question back of those whom nothing wants to be present any more."""
    for position_id in position_ids:
        ctx.emit(
            AgendaAsked(
                letter.id,
                position_id,
                AgendaWish.ATTEND,
                revision,
                is_secret=letter.is_secret,
                is_withdrawn=True,
            )
        )


def _facts_of(letter: SuratMasuk) -> LetterFacts:
    """Return what other systems may know of a letter that is not secret."""
    return LetterFacts(letter.id, letter.says.number, letter.says.hal, letter.says.sender, link=letter_link(letter.id))
