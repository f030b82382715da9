"""The recap as a table."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from functions.eagenda.export_recap import TooManyToExport, WhichRecapToExport, export_recap
from functions.eagenda.recap_table import RecapOf
from shared.refusals import RecordMissing
from tests.eagenda.one_store import one_store
from tests.eagenda.recapping import YEAR, Bapenda

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

pytestmark = one_store


@pytest.fixture
def bapenda(desk: Desk) -> Bapenda:
    bapenda = Bapenda(desk)
    bapenda.closed()
    return bapenda


def lines(bapenda: Bapenda, by: Actor, of: RecapOf, organisation_id: str = "bapenda") -> list[list[object]]:
    which = WhichRecapToExport(of, YEAR, 11, 11, organisation_id)
    file = bapenda.desk.call(export_recap, which, by=by)
    [sheet] = load_workbook(io.BytesIO(file.content)).worksheets
    return [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]


def test_people_and_offices_are_exported_with_what_was_counted(bapenda: Bapenda) -> None:
    told = lines(bapenda, bapenda.heni, RecapOf.PEOPLE)
    assert ["Masa: November 2026"] in told
    assert ["Jumlah seluruhnya: 2 hadir dari 6 undangan pada 1 agenda, termasuk kantor di bawahnya"] in told
    assert [2, "Bella", "Jabatan Bella", 1, 1, 1, 1, 0, 0, 0, 0] in told
    assert [1, "Dinas Bapenda", 1, 6, 2, 1, 1, 2, 1, 1] in lines(bapenda, bapenda.gatot, RecapOf.OFFICES, "setda")


def test_whoever_may_not_see_it_exports_nothing(bapenda: Bapenda) -> None:
    for reader, office in ((bapenda.bella, "bapenda"), (bapenda.heni, "setda")):
        with pytest.raises(RecordMissing):
            lines(bapenda, reader, RecapOf.PEOPLE, office)


def test_more_than_a_file_holds_is_refused(bapenda: Bapenda, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("functions.eagenda.export_recap._MOST", 3)
    with pytest.raises(TooManyToExport, match="Unduh per kantor"):
        lines(bapenda, bapenda.heni, RecapOf.PEOPLE)
