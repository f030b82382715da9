"""Downloading a job's report."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from functions.portal.download_job_report import WhichReport, download_job_report
from shared.jobs.job import JOB_PARTS, JOBS, JobPart, JobRow, ReportForgotten, RowVerdict
from tests.portal.jobs import job_of

if TYPE_CHECKING:
    from tests.desk import Desk


def test_the_report_has_each_row_in_order_and_no_cell_counts(desk: Desk) -> None:
    ratna = desk.employee("Ratna")
    later = JobPart("job", 2, (JobRow(4, "Siti", RowVerdict.CREATED),))
    first = JobPart(
        "job",
        0,
        (JobRow(2, "=1+1", RowVerdict.REFUSED, "Ada sel berisi rumus."), JobRow(3, "Budi", RowVerdict.CHANGED)),
    )
    desk.given(JOBS, job_of(ratna, desk))
    desk.given(JOB_PARTS, later, first)
    response = desk.request(download_job_report, params={"job_id": "job"}, token=desk.token(ratna))
    sheet = load_workbook(io.BytesIO(response.get_data())).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=8)]
    assert rows == [
        [2, "=1+1", "Ditolak", "Ada sel berisi rumus."],
        [3, "Budi", "Berubah", ""],
        [4, "Siti", "Baru", ""],
    ]
    assert sheet["B8"].data_type == "s"
    assert sheet["B8"].quotePrefix


def test_a_report_that_was_kept_long_enough_is_gone(desk: Desk) -> None:
    ratna = desk.employee("Ratna")
    desk.given(JOBS, replace(job_of(ratna, desk), has_report=False))
    with pytest.raises(ReportForgotten):
        desk.call(download_job_report, WhichReport("job"), by=ratna)


def test_somebody_elses_report_looks_like_none(desk: Desk) -> None:
    desk.given(JOBS, job_of(desk.employee("Ratna"), desk))
    rina = desk.token(desk.employee("Rina"))
    assert desk.request(download_job_report, params={"job_id": "job"}, token=rina).status_code == 404
