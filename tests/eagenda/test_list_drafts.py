"""The drafts that letters ask the caller for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.create_agenda import create_agenda
from shared.permissions import Permission
from shared.refusals import RecordMissing
from tests.eagenda.eoffice import INVITATION, EOffice
from tests.eagenda.meeting import ALL

if TYPE_CHECKING:
    from tests.desk import Desk


# The answer is the same on both stores: what they hold differently is tried where it is written.
pytestmark = pytest.mark.parametrize("desk", ["sqlite"], indirect=True)


@pytest.fixture
def eoffice(desk: Desk) -> EOffice:
    return EOffice(desk)


def test_a_draft_is_for_whoever_holds_the_position_and_looks_like_none_to_others(eoffice: EOffice) -> None:
    eoffice.publish(INVITATION)
    for other in (
        eoffice.desk.employee("Bayu", *ALL),
        eoffice.desk.employee("Rina", *Permission, organisation="dinsos"),
    ):
        assert eoffice.listed(other) == []
        for call in (eoffice.shown, eoffice.discard):
            with pytest.raises(RecordMissing):
                call(other)
        with pytest.raises(RecordMissing):
            eoffice.desk.call(create_agenda, eoffice.plan(), by=other)
