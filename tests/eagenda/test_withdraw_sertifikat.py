"""A certificate that no longer holds."""

from __future__ import annotations

import pytest

from functions.eagenda.domain.sertifikat import (
    SertifikatGone,
)
from shared.rules.notice import NoticeKind
from tests.eagenda.certifying import Bimtek
from tests.portal.notices import told


def test_one_that_is_withdrawn_is_printed_no_more_and_its_code_tells_why(bimtek: Bimtek) -> None:
    bimtek.issue()
    [own] = bimtek.own(bimtek.aditya).items
    assert not bimtek.withdraw().already
    assert bimtek.withdraw().already
    bimtek.desk.deliver()

    page = bimtek.verified(own.code)
    assert "Naskah dicabut" in page
    assert "Tidak mengikuti sampai akhir" in page
    with pytest.raises(SertifikatGone):
        bimtek.printed(bimtek.aditya)
    [after] = bimtek.own(bimtek.aditya).items
    assert after.reason == "Tidak mengikuti sampai akhir"
    assert NoticeKind.SERTIFIKAT_WITHDRAWN in {it.kind for it in told(bimtek.desk, bimtek.aditya)}
    assert bimtek.issue().already
    assert len(bimtek.own(bimtek.aditya).items) == 1
