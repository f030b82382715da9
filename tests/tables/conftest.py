"""The people that the tests of tables share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.permissions import Permission
from tests.tables.table_desk import TableDesk

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

_ALL = (Permission.READ_TABLES, Permission.PROPOSE_TABLES, Permission.APPROVE_TABLES)


@pytest.fixture
def dewi(desk: Desk) -> Actor:
    """Return an administrator."""
    return desk.employee("Dewi", *_ALL)


@pytest.fixture
def hasan(desk: Desk) -> Actor:
    """Return the second administrator."""
    return desk.employee("Hasan", *_ALL)


@pytest.fixture
def rina(desk: Desk) -> Actor:
    """Return an employee without a right to tables."""
    return desk.employee("Rina", Permission.ATTEND)


@pytest.fixture
def tables(desk: Desk, dewi: Actor, hasan: Actor) -> TableDesk:
    """Return the hands of two administrators on the table of guests."""
    return TableDesk(desk, dewi, hasan)
