"""A disposisi "untuk dihadiri" asks E-Agenda for an agenda of each recipient, and takes the question back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.surat_masuk import letter_link
from shared.events.eoffice import AgendaAsked, AgendaWish
from shared.views.letters import LETTER_FACTS, LetterFacts

if TYPE_CHECKING:
    from functions.eoffice.domain.disposisi import Disposisi
    from functions.eoffice.domain.surat_masuk import SuratMasuk
    from shared.kernel.context import Context

_ASKED, _WITHDRAWN = 1, 2  # a disposisi asks once, and may be taken back once


def ask_for_agendas(letter: SuratMasuk, given: Disposisi, ctx: Context) -> None:
    """Ask for a draft for each recipient; what others may know of the letter was found before."""
    if not letter.is_secret:
        ctx.put(LETTER_FACTS, facts_of(letter))
    for it in given.recipients:
        ctx.emit(
            AgendaAsked(
                letter.id,
                it.position_id,
                AgendaWish.ATTEND,
                _ASKED,
                attending_position_ids=() if letter.is_secret else (it.position_id,),
                disposisi_id=given.id,
                is_secret=letter.is_secret,
            )
        )


def withdraw_agenda(letter: SuratMasuk, disposisi_id: str, position_id: str, ctx: Context) -> None:
    """Take the question back of one who has the letter no more."""
    ctx.emit(
        AgendaAsked(
            letter.id,
            position_id,
            AgendaWish.ATTEND,
            _WITHDRAWN,
            disposisi_id=disposisi_id,
            is_secret=letter.is_secret,
            is_withdrawn=True,
        )
    )


def facts_of(letter: SuratMasuk) -> LetterFacts:
    """Return what other systems may know of a letter that is not secret."""
    return LetterFacts(letter.id, letter.says.number, letter.says.hal, letter.says.sender, link=letter_link(letter.id))
