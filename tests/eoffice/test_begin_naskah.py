"""Beginning a naskah."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eoffice.begin_naskah import WithoutPosition
from functions.eoffice.domain.letter import Sifat
from functions.eoffice.domain.naskah import NaskahState
from functions.eoffice.domain.naskah_kind import NaskahKind
from functions.eoffice.preview_naskah import NaskahToPreview, preview_naskah
from shared.directory.model import PERSONS, Person
from shared.refusals import RecordMissing
from shared.rules.rich_text import blanks_in
from tests.eoffice.mail_room import SAYS as LETTER_SAYS

if TYPE_CHECKING:
    from tests.eoffice.drafting_room import DraftingRoom


def test_a_draft_starts_with_what_its_form_has_and_is_its_drafters_alone(drafting: DraftingRoom) -> None:
    naskah_id = drafting.start(NaskahKind.SURAT_UNDANGAN)
    shown = drafting.open(naskah_id).naskah
    assert (shown.form.title, shown.drafter_name, shown.state) == ("Surat undangan", "Joni", NaskahState.DRAFTED)
    assert blanks_in(shown.says.sections[0].blocks)[0] == "kegiatan"
    for other in (drafting.head, drafting.clerk, drafting.other_head):
        with pytest.raises(RecordMissing):
            drafting.open(naskah_id, by=other)


def test_every_kind_can_be_begun_and_drawn(drafting: DraftingRoom) -> None:
    for kind in NaskahKind:
        shown = drafting.open(drafting.start(kind)).naskah
        preview = drafting.desk.call(preview_naskah, NaskahToPreview(shown.id, shown.says), by=drafting.staff)
        assert preview.pages[0].startswith("<svg"), kind


def test_a_reply_goes_to_whoever_wrote_and_stays_as_secret(drafting: DraftingRoom) -> None:
    letter_id = drafting.register(sifat=Sifat.RAHASIA).letter_id
    naskah_id = drafting.start(by=drafting.head, answers_id=letter_id)
    says = drafting.open(naskah_id, by=drafting.head).naskah.says
    assert (says.destinations[0].name, says.sifat) == (LETTER_SAYS.sender, Sifat.RAHASIA)
    assert says.hal == f"Tanggapan atas {LETTER_SAYS.hal}"
    with pytest.raises(RecordMissing):
        drafting.start(by=drafting.staff, answers_id=letter_id)


def test_who_holds_no_post_drafts_for_no_office(drafting: DraftingRoom) -> None:
    drafting.desk.given(PERSONS, Person("wati", "Wati"))
    with pytest.raises(WithoutPosition):
        drafting.start(by=drafting.desk.signed_in("wati"))
