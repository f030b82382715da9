"""What a signer never answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eoffice.domain.naskah import NaskahState
from functions.eoffice.domain.signing import WrongSigningPassphrase
from functions.eoffice.give_up_signing import give_up_signing
from functions.portal.list_notices import WhichNotices, list_notices
from shared.rules.notice import NoticeKind

if TYPE_CHECKING:
    from tests.eoffice.drafting_room import DraftingRoom


def test_it_may_be_signed_again_and_who_signs_is_told(drafting: DraftingRoom) -> None:
    drafting.enrol(drafting.head)
    naskah_id = drafting.checked()
    with pytest.raises(WrongSigningPassphrase):
        drafting.sign(naskah_id, "bukan ini juga")
    drafting.desk.run_scheduled(give_up_signing)
    assert drafting.naskah(naskah_id).state is NaskahState.SIGNING
    drafting.desk.clock.pass_(minutes=16)
    drafting.desk.run_scheduled(give_up_signing)
    drafting.desk.deliver()
    assert drafting.naskah(naskah_id).state is NaskahState.SIGNING_FAILED
    notices = drafting.desk.call(list_notices, WhichNotices(), by=drafting.head).items
    assert NoticeKind.NASKAH_NOT_SIGNED in {it.kind for it in notices}
    assert drafting.sign(naskah_id).number == "000.1.5/1/416-114/2026"
