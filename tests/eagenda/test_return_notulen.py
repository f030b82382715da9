"""The chair gives a notulen back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.notulen import (
    NotChair,
    NotulenNotSubmitted,
)
from shared.rules.notice import NoticeKind
from tests.eagenda.minuting import Minutes
from tests.portal.notices import told

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def minutes(desk: Desk) -> Minutes:
    return Minutes(desk)


def test_the_chair_gives_it_back_with_what_is_to_be_changed(minutes: Minutes) -> None:
    minutes.name(minutes.budi)
    minutes.write()
    with pytest.raises(NotulenNotSubmitted):
        minutes.return_()
    minutes.submit()
    with pytest.raises(NotChair):
        minutes.return_(by=minutes.budi)

    assert minutes.return_("Tambahkan anggaran").notulis_name == "Budi"
    minutes.desk.deliver()
    assert minutes.shown(minutes.budi).remark == "Tambahkan anggaran"
    assert minutes.waits_for(minutes.budi) == ["notulen-to-write"]
    assert minutes.waits_for(minutes.dewi) == []
    assert NoticeKind.NOTULEN_RETURNED in {it.kind for it in told(minutes.desk, minutes.budi)}
