"""The certificates of an agenda, as those who run it see them."""

from __future__ import annotations

from shared.jobs.job import JobState
from tests.eagenda.certifying import Bimtek
from tests.eagenda.meeting import ALL


def test_the_list_says_what_all_have_in_common_and_how_far_the_job_is(bimtek: Bimtek) -> None:
    assert (bimtek.listed().number, bimtek.listed().job) == ("", None)
    issued = bimtek.issue()
    colleague = bimtek.desk.employee("Bayu", *ALL)
    listed = bimtek.listed(by=colleague)
    assert (listed.number, listed.hours, listed.issued_count) == (issued.number, 6, 1)
    assert listed.signer == "Tini, Jabatan Tini"
    assert listed.job is not None
    assert (listed.job.id, listed.job.state) == (issued.job_id, JobState.COMPLETED)
    assert [it.name for it in listed.items] == ["Aditya"]
