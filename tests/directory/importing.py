"""Bringing employees in as the portal does: announce the file, PUT it by its link, have it checked, apply it."""

from __future__ import annotations

import csv
import hashlib
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from openpyxl import Workbook

from functions.directory.apply_import import ApplyStarted, ImportToApply, apply_import
from functions.directory.begin_import import ImportBegun, NewImport, begin_import
from functions.directory.check_import import CheckStarted, SentImport, check_import
from shared.jobs.job import JOB_PARTS, JOBS, OF_JOB, Job, JobRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.actor import Actor
    from tests.desk import Desk

TITLES = ("NIP", "Nama", "Surel", "Golongan", "Jabatan", "OPD", "Kelas jabatan", "TMT jabatan")
BUDI = ("198609262015051001", "Budi Santoso", "budi@mojokertokab.example", "III/c")
SITI = ("199203142024212003", "Siti Aminah", "", "IX")  # an NI PPPK: its digits 13 and 14 are no month
JOKO = ("", "Joko Susilo", "joko@mojokertokab.example", "")
WRONG = ("198613262015051001", "Salah Tanggal", "", "")


def table(*rows: Sequence[str]) -> bytes:
    """Return the rows below their titles as CSV."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows((TITLES, *rows))
    return file.getvalue().encode()


def workbook(*rows: Sequence[object]) -> bytes:
    """Return the rows below their titles as XLSX."""
    book, file = Workbook(), io.BytesIO()
    sheet: Any = book.active
    for row in (TITLES, *rows):
        sheet.append(row)
    book.save(file)
    return file.getvalue()


@dataclass
class Importer:
    """Somebody who brings employees in."""

    desk: Desk
    by: Actor

    def begin(self, content: bytes, name: str = "pegawai.csv", size: int | None = None) -> ImportBegun:
        """Announce a file."""
        sha256 = hashlib.sha256(content).hexdigest()
        new = NewImport(name, len(content) if size is None else size, sha256)
        begun: ImportBegun = self.desk.call(begin_import, new, by=self.by)
        return begun

    def send(self, content: bytes, name: str = "pegawai.csv") -> str:
        """Announce a file and put it; return the import's id."""
        begun = self.begin(content, name)
        sent = self.desk.files.put(urlsplit(begun.url).path, data=content, headers=begun.headers)
        assert sent.status_code < 300
        return begun.import_id

    def start_check(self, import_id: str, key: str = "") -> CheckStarted:
        """Have it checked."""
        started: CheckStarted = self.desk.call(check_import, SentImport(import_id), by=self.by, key=key)
        return started

    def check(self, content: bytes, name: str = "pegawai.csv") -> tuple[str, Job]:
        """Send a file and have it checked to the end."""
        import_id = self.send(content, name)
        started = self.start_check(import_id)
        self.desk.deliver()
        return import_id, self.job(started.job_id)

    def start_apply(self, import_id: str, *, only_good: bool = False) -> ApplyStarted:
        """Have it brought in."""
        started: ApplyStarted = self.desk.call(apply_import, ImportToApply(import_id, only_good), by=self.by)
        return started

    def bring_in(self, content: bytes, name: str = "pegawai.csv", *, only_good: bool = False) -> Job:
        """Do it all, to the end."""
        import_id, _ = self.check(content, name)
        started = self.start_apply(import_id, only_good=only_good)
        self.desk.deliver()
        return self.job(started.job_id)

    def job(self, job_id: str) -> Job:
        """Return a job as it is now."""
        job = self.desk.found(JOBS, job_id)
        assert job is not None
        return job

    def report(self, job: Job) -> list[JobRow]:
        """Return a job's lines."""
        return [row for part in self.desk.all(JOB_PARTS, OF_JOB, job.id) for row in part.rows]
