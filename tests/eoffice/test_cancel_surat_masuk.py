"""Taking an entry back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.assign_aide import NewAide, assign_aide
from functions.eoffice.cancel_surat_masuk import SuratMasukCancelled, SuratMasukToCancel, cancel_surat_masuk
from functions.eoffice.domain.surat_masuk import LetterRead, LetterState
from functions.eoffice.list_letter_scans import WhichLetterScans, list_letter_scans
from functions.eoffice.read_surat_masuk import LetterOpened, read_surat_masuk
from shared.refusals import RecordMissing
from shared.rules.acting_for import AideKind
from tests.eoffice.mail_room import SAYS, TODAY
from tests.portal.notices import told

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.mail_room import MailRoom


def cancel(room: MailRoom, letter_id: str, by: Actor | None = None) -> SuratMasukCancelled:
    typed = SuratMasukToCancel(letter_id, "Surat untuk OPD lain")
    cancelled: SuratMasukCancelled = room.desk.call(cancel_surat_masuk, typed, by=by or room.clerk)
    return cancelled


def test_its_number_stays_its_task_goes_and_its_scan_waits_with_what_was_typed(room: MailRoom) -> None:
    letter_id = room.register(hal="Hal yang diketik").letter_id
    cancelled = cancel(room, letter_id)
    assert cancel(room, letter_id).already
    assert room.letter(letter_id).state is LetterState.CANCELLED
    assert room.waiting(room.head) == []
    [scan] = room.desk.call(list_letter_scans, WhichLetterScans(), by=room.clerk).items
    assert (scan.id, scan.name, scan.read.hal) == (cancelled.scan_id, "surat.pdf", "Hal yang diketik")
    again = room.register(scan_id=scan.id)
    assert again.nomor_agenda == "0002/2026"
    assert room.show(again.letter_id).letter.says == SAYS


def test_what_was_opened_stays_in_the_book(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    room.desk.call(read_surat_masuk, LetterOpened(letter_id), by=room.head)
    with pytest.raises(LetterRead, match="Nurul"):
        cancel(room, letter_id)


def test_another_desk_finds_nothing(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    with pytest.raises(RecordMissing):
        cancel(room, letter_id, room.other_clerk)


def test_a_clerk_who_is_the_heads_aide_too_takes_it_back_as_the_desk_and_the_head_is_told_nothing(
    room: MailRoom,
) -> None:
    letter_id = room.register().letter_id
    room.desk.call(assign_aide, NewAide("kadis", "dewi", AideKind.SEKRETARIS, TODAY), by=room.head)
    room.desk.deliver()
    before = told(room.desk, room.head)
    cancel(room, letter_id)
    room.desk.deliver()
    assert told(room.desk, room.head) == before
