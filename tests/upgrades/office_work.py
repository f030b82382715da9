"""What an office leaves behind: a letter, tables, tasks, an import, a rotation, a role, an absence, a second step."""

from __future__ import annotations

import csv
import hashlib
import http.client
import io
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from functions.portal.second_step import code_maker
from shared.rules.calendar import wib_date
from shared.values import Secret
from tests.crashes.evidence import Evidence
from tests.directory.importing import BUDI, SITI, table
from tests.server import Caller

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.server import Server

DEWI, ADITYA = "198706142011012903", "199409222019031903"  # who manages an office, and one of its guests
FAJAR, SECOND = "198402262010011902", "198609262011011901"  # who administer the regency
BASIS = "Keputusan Bupati Nomor 821.2/15/2026"
PATIENCE = 30.0


class Office:
    """A server and those who work with it, signed in with their passwords as people are."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.caller = Caller(server)
        self._count = 0

    def sign_in(self, login: str) -> str:
        """Sign in, prove oneself once more, and return the access token."""
        password = self.server.password()
        credentials = {"login": login, "password": password}
        token: str = self.caller.post("portal-sign-in", credentials).body["access_token"]
        self.act("portal-prove-again", {"password": password}, token)
        return token

    def act(self, operation: str, body: dict[str, Any], token: str) -> Any:  # noqa: ANN401 -- JSON
        """Give a command that is accepted; return its answer."""
        self._count += 1
        answer = self.caller.post(operation, body, token, f"work-{self._count}")
        assert answer.status == 200, (operation, answer)
        return answer.body

    def send(self, operation: str, more: dict[str, str], rows: Sequence[Sequence[str]] | bytes, token: str) -> Any:  # noqa: ANN401 -- JSON
        """Announce a CSV file and put it by its link; return what the announcement answered."""
        content = rows if isinstance(rows, bytes) else as_csv(rows)
        sha256 = hashlib.sha256(content).hexdigest()
        begun = self.act(operation, {**more, "name": "berkas.csv", "size": len(content), "sha256": sha256}, token)
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        connection.request("PUT", begun["url"], content, begun["headers"])
        assert connection.getresponse().status < 300
        connection.close()
        return begun

    def finish(self, operation: str, body: dict[str, Any], token: str) -> None:
        """Start a job and wait for its end."""
        job_id, deadline = self.act(operation, body, token)["job_id"], time.monotonic() + PATIENCE
        while self.caller.get(f"portal-show-job?job_id={job_id}", token).body["state"] != "completed":
            assert time.monotonic() < deadline, operation
            time.sleep(0.1)


def work(server: Server) -> dict[str, Any]:
    """Do what an office does; return what the server says about it."""
    office = Office(server)
    dewi, fajar, aditya, approver = (office.sign_in(login) for login in (DEWI, FAJAR, ADITYA, SECOND))
    said = {
        "letters": write_letters(office, dewi),
        "proposals": change_tables(office, fajar, approver),
        "imported": bring_in_employees(office, fajar),
        "rotation": rotate(office, fajar, approver),
        "role": office.act("directory-add-role", {"name": "Pengelola tamu", "permissions": ["agenda.attend"]}, fajar),
        "second_step": turn_second_step_on(office, aditya),
    }
    today = wib_date(datetime.now(UTC))
    away = {"kind": "cuti", "starts_on": f"{today + timedelta(7)}", "ends_on": f"{today + timedelta(9)}"}
    said["absence"] = office.act("directory-declare-absence", away, dewi)
    chosen = {"choices": [], "quiet_from": 21, "quiet_to": 5, "digest": True, "version": 0}
    office.act("portal-set-notice-preferences", chosen, dewi)
    Evidence(server.data).wait_until_quiet()
    office.caller.close()
    return said


def write_letters(office: Office, dewi: str) -> dict[str, str]:
    """Issue a letter, withdraw another, give one up, leave one open and insert one; return what became of each."""
    people = {it.id: it for it in office.server.people()}
    budi = next(it for it in people.values() if it.organisation_id == "diskominfo")
    office.act("papers-change-letterhead", {"organisation_id": "diskominfo", "number_code": "416-114"}, dewi)
    typed = {
        "person_id": budi.id,
        "changes": [{"label": "Nama", "before": "Budi", "after": "Budi Santoso"}],
        "basis": "Ijazah S-1",
        "signer_id": budi.id,
    }
    issued, withdrawn, cancelled, taken = (
        office.act("papers-prepare-surat-keterangan", typed, dewi)["letter_id"] for _ in range(4)
    )
    for letter_id in (issued, withdrawn):
        office.act("papers-issue-surat-keterangan", {"letter_id": letter_id}, dewi)
    office.act("papers-withdraw-surat-keterangan", {"letter_id": withdrawn, "reason": "Gelar keliru"}, dewi)
    office.act("papers-cancel-surat-keterangan", {"letter_id": cancelled, "reason": "Salah ketik"}, dewi)
    late = {"after_letter_id": issued, "dated_on": f"{wib_date(datetime.now(UTC))}", "insert_reason": "Tertinggal"}
    inserted = office.act("papers-insert-surat-keterangan", {"letter": typed, **late}, dewi)["letter_id"]
    states = {issued: "issued", withdrawn: "withdrawn", cancelled: "cancelled", taken: "taken"}
    return {**states, inserted: "taken"}


def change_tables(office: Office, fajar: str, approver: str) -> dict[str, str]:
    """Have one proposal approved, which makes a row, and leave one as a task."""
    day = wib_date(datetime.now(UTC)) + timedelta(days=30)
    values = {"minutes_to_fill_in": "15", "most_in_a_minute": "60", "most": "500", "telephone_kept_days": "30"}
    row = {"table_id": "eagenda-tamu", "values": values, "valid_from": f"{day}", "basis": "Kebijakan Diskominfo"}
    later = {**row, "valid_from": f"{day + timedelta(days=30)}"}
    approved, waiting = (office.act("tables-propose-row", it, fajar)["proposal_id"] for it in (row, later))
    office.act("tables-approve-proposal", {"proposal_id": approved, "table_version": 0}, approver)
    return {approved: "approved", waiting: "proposed"}


def bring_in_employees(office: Office, fajar: str) -> list[str]:
    """Import two employees; return their names."""
    import_id = office.send("directory-begin-import", {}, table(BUDI, SITI), fajar)["import_id"]
    for operation in ("directory-check-import", "directory-apply-import"):
        office.finish(operation, {"import_id": import_id}, fajar)
    return [BUDI[1], SITI[1]]


def rotate(office: Office, fajar: str, approver: str) -> dict[str, str]:
    """Give an employee another post from next week on, approved by a second person."""
    day = wib_date(datetime.now(UTC)) + timedelta(days=7)
    post = office.act(
        "directory-add-position",
        {"organisation_id": "diskominfo", "title": "Analis Sistem Informasi", "rank_class": "", "roles": ["pegawai"]},
        fajar,
    )["position_id"]
    rows = (("NIP", "Kode jabatan"), (BUDI[0], post))
    began = office.send("directory-begin-rotation", {"first_day": f"{day}", "basis": BASIS}, rows, fajar)
    rotation = {"rotation_id": began["rotation_id"]}
    planned = office.act("directory-plan-rotation", rotation, fajar)
    assert planned == {"state": "planned", "faults": 0}, planned
    office.finish("directory-approve-rotation", rotation, approver)
    return {"id": rotation["rotation_id"], "position_id": post, "first_day": f"{day}"}


def turn_second_step_on(office: Office, token: str) -> str:
    """Turn on a second step; return whose it is."""
    key = office.act("portal-begin-second-step", {}, token)["secret"]
    code = code_maker(Secret(key))(int(time.time()) // 30)
    office.act("portal-confirm-second-step", {"code": code}, token)
    return str(office.caller.get("portal-show-profile", token).body["person"]["id"])


def as_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """Return rows as CSV."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    return file.getvalue().encode()
