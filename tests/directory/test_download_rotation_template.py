"""The example of a file of moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.domain.rotation_file import COLUMNS, RotationEmpty, read_rotation
from functions.directory.download_rotation_template import download_rotation_template
from shared.rules.files import FileKind
from shared.uploads.rows import read

if TYPE_CHECKING:
    from tests.directory.rotating import Rotating


def test_what_is_downloaded_can_be_filled_in_and_sent(rotating: Rotating) -> None:
    answer = rotating.desk.call(download_rotation_template, by=rotating.planner)
    rows = read(FileKind.XLSX, answer.content)

    assert list(COLUMNS) in rows
    with pytest.raises(RotationEmpty):
        read_rotation(rows)
