"""A person's own certificates."""

from __future__ import annotations

from shared.jobs.job import JobState
from shared.rules.notice import NoticeKind
from tests.eagenda.certifying import Bimtek, words
from tests.portal.notices import told


def test_who_was_present_gets_a_certificate_and_finds_it(bimtek: Bimtek) -> None:
    issued = bimtek.issue()
    assert (issued.number, issued.already) == ("800.2.4/1/416-114/2026", False)

    [own] = bimtek.own(bimtek.aditya).items
    assert (own.number, own.hours, own.title) == ("800.2.4/1.0001/416-114/2026", 6, "Keamanan Informasi")
    assert bimtek.own(bimtek.dewi).items == ()
    job = bimtek.listed().job
    assert job is not None
    assert (job.id, job.state, job.created, job.total) == (issued.job_id, JobState.COMPLETED, 1, 1)
    assert NoticeKind.SERTIFIKAT_ISSUED in {it.kind for it in told(bimtek.desk, bimtek.aditya)}

    text = words(bimtek.printed(bimtek.aditya))
    for said in (
        "SERTIFIKAT Nomor: 800.2.4/1.0001/416-114/2026",
        "diberikan kepada Aditya NIP 19940922 201903 1 903",
        "sebagai peserta Bimbingan Teknis Keamanan Informasi",
        "selama 6 jam pelajaran (JP)",
        "Jabatan Tini, Tini NIP 19700512 199503 1 001",
        "Praktik tanda tangan elektronik 4 Jumlah 6",
    ):
        assert said in text
    assert bimtek.printed(bimtek.aditya).content == bimtek.printed(bimtek.dewi, "p-aditya").content
