"""10,000 employees with their posts from one file: checked, brought in, and brought in again, on an office's server."""

from __future__ import annotations

import csv
import hashlib
import http.client
import io
import json
import os
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.measure import goal, report
from shared.permissions import Permission
from tests.server import Server

EMPLOYEES = 10_000
SECONDS = 60  # for checking and bringing in together
MOST_GROWTH = 50  # MB of all the server's processes, over what they take before
_POLL = 0.2
_POST = ("Pengadministrasi Umum", "Dinas Komunikasi dan Informatika")  # the worst case: all of one name in one office


def main() -> None:
    """Measure and report."""
    with tempfile.TemporaryDirectory() as folder, Server(Path(folder) / "var") as server:
        token = server.token(next(it.id for it in server.people() if Permission.MANAGE_DIRECTORY in it.permissions))
        _import(server, token, _file(50))  # what is loaded once is not growth
        before = _memory(server)
        first, peak = _import(server, token, _file(EMPLOYEES))
        again, later = _import(server, token, _file(EMPLOYEES))
    lines = [
        "| step | seconds |",
        "| --- | --- |",
        f"| check, nobody known | {first[0]:.1f} |",
        f"| bring in | {first[1]:.1f} |",
        f"| check, everybody known | {again[0]:.1f} |",
        f"| bring in again, nothing to change | {again[1]:.1f} |",
        "",
        f"Memory of the server's processes: {before} MB before, at most {max(peak, later)} MB.",
    ]
    growth = max(peak, later) - before
    goals = [
        goal(f"{sum(first):.0f} s for {EMPLOYEES:,} employees, at most {SECONDS}", reached=sum(first) <= SECONDS),
        goal(f"{growth} MB more, at most {MOST_GROWTH}", reached=growth <= MOST_GROWTH),
    ]
    report("import_employees", f"{EMPLOYEES:,} employees with their posts from a file", "\n".join(lines), *goals)


def _file(employees: int) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(("NIP", "Nama", "Surel", "Golongan", "Jabatan", "OPD"))
    for number in range(employees):
        born = f"{1965 + number % 35}{1 + number % 12:02}{1 + number % 28:02}"
        nip = f"{born}2020{1 + number % 12:02}1{1 + number // 420:03}"
        writer.writerow((nip, f"Pegawai Contoh {number}", f"pegawai{number}@mojokertokab.example", "III/a", *_POST))
    return file.getvalue().encode()


def _import(server: Server, token: str, file: bytes) -> tuple[tuple[float, float], int]:
    """Check a file and bring it in; return the seconds of each and the most memory that was seen."""
    announced = {"name": "pegawai.csv", "size": len(file), "sha256": hashlib.sha256(file).hexdigest()}
    begun = _post(server, token, "begin-import", announced)
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    connection.request("PUT", begun["url"], file, begun["headers"])
    if connection.getresponse().status != http.HTTPStatus.OK:
        raise AssertionError("the file did not arrive")
    which = {"import_id": begun["import_id"]}
    checking, peak = _job(server, token, "check-import", which)
    writing, later = _job(server, token, "apply-import", which)
    return (checking, writing), max(peak, later)


def _job(server: Server, token: str, operation: str, which: dict[str, str]) -> tuple[float, int]:
    began, peak = time.perf_counter(), 0
    job_id = _post(server, token, operation, which)["job_id"]
    while True:
        job = _ask(server, token, f"/api/portal-show-job?job_id={job_id}")
        peak = max(peak, _memory(server))
        if job["state"] == "completed":
            if job["refused"]:
                raise AssertionError(f"{job['refused']} rows were refused")
            return time.perf_counter() - began, peak
        time.sleep(_POLL)


def _post(server: Server, token: str, operation: str, body: dict[str, Any]) -> dict[str, Any]:
    return _exchange(server, token, "POST", f"/api/directory-{operation}", json.dumps(body))


def _ask(server: Server, token: str, path: str) -> dict[str, Any]:
    return _exchange(server, token, "GET", path, None)


def _exchange(server: Server, token: str, method: str, path: str, body: str | None) -> dict[str, Any]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    connection.request(method, path, body, headers)
    response = connection.getresponse()
    answer: dict[str, Any] = json.loads(response.read())
    connection.close()
    if response.status != http.HTTPStatus.OK:
        raise AssertionError(answer)
    return answer


def _memory(server: Server) -> int:
    """Return the resident memory of the server's process group in MB."""
    pages = 0
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                group = int((folder / "stat").read_text().rpartition(")")[2].split()[2])
                pages += int((folder / "statm").read_text().split()[1]) if group == server.group else 0
            except OSError:  # it has ended meanwhile
                continue
    return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000


if __name__ == "__main__":
    main()
