"""Showing an import."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.show_import import WhichImport, show_import
from shared.refusals import RecordMissing
from tests.directory.importing import BUDI, table

if TYPE_CHECKING:
    from tests.directory.importing import Importer


def test_an_import_is_shown_with_its_jobs(importer: Importer) -> None:
    import_id, job = importer.check(table(BUDI))
    shown = importer.desk.call(show_import, WhichImport(import_id), by=importer.by)
    assert (shown.name, shown.check, shown.apply) == ("pegawai.csv", job, None)


def test_somebody_elses_import_looks_like_none(importer: Importer, stranger: Importer) -> None:
    import_id = importer.send(table(BUDI))
    with pytest.raises(RecordMissing):
        importer.desk.call(show_import, WhichImport(import_id), by=stranger.by)
