"""What E-Office's tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.eoffice.drafting_room import DraftingRoom
from tests.eoffice.mail_room import MailRoom

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def room(desk: Desk) -> MailRoom:
    return MailRoom(desk)


@pytest.fixture
def drafting(desk: Desk) -> DraftingRoom:
    return DraftingRoom(desk)
