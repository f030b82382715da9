"""Seeing a naskah on paper while it is typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from functions.eoffice.domain.naskah import Destination, Party, SectionText
from functions.eoffice.preview_naskah import NaskahToPreview, preview_naskah
from shared.refusals import RecordMissing
from shared.rules.rich_text import Block, BlockKind, Span, paragraph, table
from tests.eoffice.drafting_room import SAYS

if TYPE_CHECKING:
    from functions.eoffice.domain.naskah import NaskahSays
    from shared.actor import Actor
    from tests.eoffice.drafting_room import DraftingRoom


def pages(drafting: DraftingRoom, naskah_id: str, says: NaskahSays, by: Actor | None = None) -> tuple[str, ...]:
    typed = NaskahToPreview(naskah_id, says)
    drawn: tuple[str, ...] = drafting.desk.call(preview_naskah, typed, by=by or drafting.staff).pages
    return drawn


def test_what_is_typed_is_drawn_without_being_kept(drafting: DraftingRoom) -> None:
    naskah_id = drafting.start()
    short = pages(drafting, naskah_id, SAYS)
    long = pages(drafting, naskah_id, replace(SAYS, attachment=(paragraph("Daftar peserta"),)))
    assert (len(short), len(long)) == (1, 2)
    assert drafting.naskah(naskah_id).says.hal == ""


def test_a_draft_that_is_half_empty_or_half_wrong_is_drawn_too(drafting: DraftingRoom) -> None:
    naskah_id = drafting.start()
    half = replace(SAYS, hal="", destinations=(), signer_id="tidak-ada", in_name_of="", through="Sekda")
    assert len(pages(drafting, naskah_id, half)) == 1


def test_markup_of_the_press_in_any_field_is_text(drafting: DraftingRoom) -> None:
    naskah_id = drafting.start()
    evil = '#panic("x") $a$ *b* _c_ `d` @e <f> #read("/etc/passwd") \\n [g]'
    text = (Block(BlockKind.PARAGRAPH, (Span(evil),)), table((evil, "a", "b"), (evil, "", "")))
    says = replace(
        SAYS,
        hal=evil,
        enclosure=evil[:100],
        destinations=(Destination(evil, evil),),
        sections=(SectionText("isi", text),),
        party=Party(evil, evil),
        in_name_of=evil,
    )
    assert pages(drafting, naskah_id, says)


def test_who_may_not_read_it_draws_nothing(drafting: DraftingRoom) -> None:
    with pytest.raises(RecordMissing):
        pages(drafting, drafting.start(), SAYS, by=drafting.head)
