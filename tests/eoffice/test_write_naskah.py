"""Writing a naskah."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from functions.eoffice.cancel_naskah import NaskahToCancel, cancel_naskah
from functions.eoffice.domain.letter import Sifat
from functions.eoffice.domain.naskah import Destination, NaskahCancelled, NaskahInChain, NotDrafter, SectionText
from functions.eoffice.domain.naskah_decision import Verdict
from shared.kernel.problems import Stale
from shared.refusals import InvalidField, RecordMissing
from shared.rules.rich_text import Block, BlockKind, paragraph, table
from tests.eoffice.drafting_room import HAL, SAYS

if TYPE_CHECKING:
    from tests.eoffice.drafting_room import DraftingRoom


def test_what_is_typed_is_kept_and_nothing_is_written_twice(drafting: DraftingRoom) -> None:
    naskah_id = drafting.start()
    assert drafting.write(naskah_id) == 2
    assert drafting.write(naskah_id) == 2
    shown = drafting.open(naskah_id)
    assert (shown.version, shown.naskah.says) == (2, SAYS)
    assert [(it.position_id, it.holder) for it in shown.naskah.posts][-1] == ("kadis", "Nurul")


def test_whoever_saw_an_older_version_is_told(drafting: DraftingRoom) -> None:
    naskah_id = drafting.start()
    drafting.write(naskah_id)
    with pytest.raises(Stale):
        drafting.write(naskah_id, version=1, hal="Lain")
    assert drafting.naskah(naskah_id).says.hal == HAL


def test_only_who_drafts_it_changes_a_draft_and_nobody_what_waits_for_others(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    with pytest.raises(NaskahInChain, match="Jabatan kabid"):
        drafting.write(naskah_id, hal="Lain")
    drafting.give_back(naskah_id, drafting.field)
    with pytest.raises(NotDrafter, match="Joni"):
        drafting.write(naskah_id, by=drafting.field, hal="Lain")
    drafting.desk.call(cancel_naskah, NaskahToCancel(naskah_id, "Tidak jadi"), by=drafting.staff)
    with pytest.raises(NaskahCancelled, match="Tidak jadi"):
        drafting.write(naskah_id, hal="Lain")


def test_a_checker_mends_the_text_while_it_is_their_turn_and_the_chain_stays(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    drafting.write(naskah_id, by=drafting.field, hal="Permohonan dua narasumber", checkers=(), sifat=Sifat.RAHASIA)
    drafting.desk.deliver()
    naskah = drafting.naskah(naskah_id)
    assert (naskah.says.hal, naskah.edition) == ("Permohonan dua narasumber", 2)
    assert (naskah.says.checkers, naskah.says.sifat) == (SAYS.checkers, Sifat.BIASA)
    thread = drafting.open(naskah_id).naskah.thread
    assert [(it.verdict, it.by_name, it.edition) for it in thread][-1] == (Verdict.CHANGED, "Bayu", 2)
    with pytest.raises(RecordMissing):
        drafting.write(naskah_id, by=drafting.head, hal="Lain")


IMPOSSIBLE: tuple[tuple[dict[str, Any], str], ...] = (
    ({"sections": ()}, "/says/sections"),
    ({"sections": (SectionText("lain"),)}, "/says/sections"),
    ({"klasifikasi": "999.9"}, "/says/klasifikasi"),
    ({"attachment": (Block(BlockKind.TABLE),)}, "/says/attachment"),
    ({"attachment": (table(("a", "b"), ("c",)),)}, "/says/attachment"),
    ({"sections": (SectionText("isi", (paragraph("a" * 60_001),)),)}, "/says/sections/0/blocks"),
    ({"destinations": (Destination("Camat"),) * 101}, "/says/destinations"),
    ({"person_ids": tuple(map(str, range(61)))}, "/says/person_ids"),
)


def test_what_no_naskah_of_the_kind_can_be_is_refused(drafting: DraftingRoom) -> None:
    naskah_id = drafting.start()
    for changes, pointer in IMPOSSIBLE:
        with pytest.raises(InvalidField) as refused:
            drafting.write(naskah_id, **changes)
        assert refused.value.facts["errors"][0]["pointer"] == pointer


def test_a_deeper_code_than_the_list_has_is_accepted(drafting: DraftingRoom) -> None:
    naskah_id = drafting.start()
    drafting.write(naskah_id, klasifikasi="000.1.2.99")
    assert drafting.naskah(naskah_id).says.klasifikasi == "000.1.2.99"
