"""Discarding a draft of an agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.draft import DraftState
from shared.refusals import RecordMissing
from tests.eagenda.eoffice import INVITATION, EOffice, revised
from tests.eagenda.meeting import ALL

if TYPE_CHECKING:
    from tests.desk import Desk


# The answer is the same on both stores: what they hold differently is tried where it is written.
pytestmark = pytest.mark.parametrize("desk", ["sqlite"], indirect=True)


@pytest.fixture
def eoffice(desk: Desk) -> EOffice:
    return EOffice(desk)


def test_discarding_settles_the_task_and_a_later_revision_does_not_bring_it_back(eoffice: EOffice) -> None:
    eoffice.publish(INVITATION)
    assert not eoffice.discard().already
    assert eoffice.discard().already
    eoffice.publish(revised(2), 2)
    assert eoffice.tasks() == ()
    assert eoffice.draft().state is DraftState.DISCARDED


def test_another_office_cannot_discard_it(eoffice: EOffice) -> None:
    eoffice.publish(INVITATION)
    with pytest.raises(RecordMissing):
        eoffice.discard(eoffice.desk.employee("Rina", *ALL, organisation="dinsos"))
    assert eoffice.draft().state is DraftState.OPEN
