"""A signed naskah reaches those to whom it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from functions.eoffice.domain.letter import Sifat
from functions.eoffice.domain.naskah import Checker, Destination
from functions.eoffice.letter_scans import document_name
from functions.eoffice.list_letter_scans import WhichLetterScans, list_letter_scans
from functions.portal.list_notices import WhichNotices, list_notices
from shared.events.eoffice_letters import NaskahSigned
from shared.refusals import RecordMissing
from shared.rules.notice import NoticeKind
from tests.eoffice.drafting_room import HAL, hear
from tests.eoffice.mail_room import SAYS, TODAY

if TYPE_CHECKING:
    from tests.eoffice.drafting_room import DraftingRoom


def sent(drafting: DraftingRoom, **changes: Any) -> str:  # noqa: ANN401 -- fields of what is typed
    """Let a naskah be signed; return its id."""
    drafting.enrol(drafting.head)
    naskah_id = drafting.checked(checkers=(), **changes)
    drafting.sign(naskah_id)
    return naskah_id


def test_it_lies_on_the_desk_of_the_other_office_with_all_that_it_says(drafting: DraftingRoom) -> None:
    naskah_id = sent(drafting)
    [scan] = drafting.desk.call(list_letter_scans, WhichLetterScans(), by=drafting.other_clerk).items
    assert (scan.read.hal, scan.read.number, scan.read.sender) == (HAL, "000.1.5/1/416-114/2026", "Dinas Diskominfo")
    assert (scan.read.klasifikasi, scan.read.dated_on, scan.pages) == ("000.1.5", TODAY, 1)
    letter = drafting.register(number=scan.read.number, to="kaban", by=drafting.other_clerk, scan_id=scan.id)
    assert [it.title for it in drafting.waiting(drafting.other_head)] == [SAYS.hal]
    stored = drafting.desk.documents.load(document_name(scan.id))
    signed = drafting.naskah(naskah_id).signed
    assert signed is not None
    assert stored == drafting.desk.documents.load(signed.document)
    assert drafting.letter(letter.letter_id).file.sha256 == signed.sha256


def test_those_to_whom_it_goes_and_those_with_a_copy_are_told_and_read_it(drafting: DraftingRoom) -> None:
    naskah_id = sent(drafting)
    for reader in (drafting.other_head, drafting.bupati):
        assert drafting.open(naskah_id, by=reader).naskah.number == "000.1.5/1/416-114/2026"
        notices = drafting.desk.call(list_notices, WhichNotices(), by=reader).items
        assert [it.kind for it in notices] == [NoticeKind.NASKAH_RECEIVED]
    with pytest.raises(RecordMissing):
        drafting.open(naskah_id, by=drafting.other_clerk)


def test_of_a_secret_one_no_desk_is_told_and_the_posts_alone_have_it(drafting: DraftingRoom) -> None:
    naskah_id = sent(drafting, sifat=Sifat.RAHASIA)
    assert drafting.desk.call(list_letter_scans, WhichLetterScans(), by=drafting.other_clerk).items == ()
    assert drafting.open(naskah_id, by=drafting.other_head).naskah.says.hal == HAL
    [notice] = drafting.desk.call(list_notices, WhichNotices(), by=drafting.other_head).items
    assert HAL not in str(notice)


def test_whoever_checked_it_gets_it_all_the_same(drafting: DraftingRoom) -> None:
    drafting.enrol(drafting.head)
    naskah_id = drafting.submitted(checkers=(Checker("kaban", 1),))
    drafting.approve(naskah_id, drafting.other_head)
    drafting.sign(naskah_id)
    assert len(drafting.desk.call(list_letter_scans, WhichLetterScans(), by=drafting.other_clerk).items) == 1
    assert NoticeKind.NASKAH_RECEIVED in {
        it.kind for it in drafting.desk.call(list_notices, WhichNotices(), by=drafting.other_head).items
    }


def test_what_is_heard_of_twice_is_delivered_once(drafting: DraftingRoom) -> None:
    naskah_id = sent(drafting)
    hear(drafting, NaskahSigned(naskah_id))
    assert len(drafting.desk.call(list_letter_scans, WhichLetterScans(), by=drafting.other_clerk).items) == 1
    assert len(drafting.desk.call(list_notices, WhichNotices(), by=drafting.bupati).items) == 1


def test_a_nota_dinas_within_the_office_is_no_letter_that_comes_in(drafting: DraftingRoom) -> None:
    naskah_id = sent(drafting, destinations=(Destination("", "", "sekdis"),), copies=())
    assert drafting.desk.call(list_letter_scans, WhichLetterScans(), by=drafting.clerk).items == ()
    assert drafting.open(naskah_id, by=drafting.secretary).naskah.says.hal == HAL
