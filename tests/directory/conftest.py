"""The people whom the directory's tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.permissions import Permission
from tests.directory.absent import Office
from tests.directory.disclosing import Disclosing
from tests.directory.importing import Importer
from tests.directory.posts import Posts
from tests.directory.roles import Roles
from tests.directory.rotating import Rotating
from tests.directory.tree import Tree

if TYPE_CHECKING:
    from tests.desk import Desk

ALL = (Permission.MANAGE_DIRECTORY, Permission.READ_DIRECTORY)


@pytest.fixture
def importer(desk: Desk) -> Importer:
    return Importer(desk, desk.employee("Ratna", *ALL, organisation="bkpsdm"))


@pytest.fixture
def stranger(desk: Desk) -> Importer:
    """Return somebody with the same rights who has nothing to do with the import."""
    return Importer(desk, desk.employee("Rina", *ALL, organisation="dinsos"))


@pytest.fixture
def posts(desk: Desk) -> Posts:
    return Posts(desk)


@pytest.fixture
def tree(posts: Posts) -> Tree:
    return Tree(posts)


@pytest.fixture
def roles(desk: Desk) -> Roles:
    return Roles(desk)


@pytest.fixture
def disclosing(desk: Desk) -> Disclosing:
    return Disclosing(desk)


@pytest.fixture
def rotating(desk: Desk) -> Rotating:
    return Rotating(desk)


@pytest.fixture
def office(desk: Desk) -> Office:
    return Office(desk)
