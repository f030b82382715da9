"""`make init`: an office of its own, and never a demonstration's."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from functions.portal.domain.one_time_code import OFFICE
from functions.portal.records import ONE_TIME_CODES
from shared import init, serve
from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.directory.model import ORGANISATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shared.ports.records import Transaction

NAME = "Pemerintah Kabupaten Mojokerto"


@pytest.fixture(autouse=True)
def environment() -> Iterator[None]:
    """Leave the environment as it was."""
    before = dict(os.environ)
    yield
    os.environ.clear()
    os.environ.update(before)


def begin(data: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Begin an office and return its code."""
    assert init.main(["--data", str(data), "--name", NAME]) == 0
    printed = capsys.readouterr().out
    assert "/mulai" in printed
    [code] = re.findall(r"Kode penyiapan: ((?:[a-z]{2}-){7}[a-z]{2})\n", printed)
    return str(code)


def refused(data: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert init.main(["--data", str(data), "--name", NAME]) == 2
    return capsys.readouterr().err


def test_an_empty_folder_gets_the_regency_and_keys_only_its_owner_reads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "var"
    code = begin(data, capsys)

    records = SqliteRecords(data / "records.db")
    regency = records.get(ORGANISATIONS.stored, "pemkab")
    assert regency is not None
    assert ORGANISATIONS.read(regency).name == NAME
    records.close()
    assert sorted(path.name for path in (data / "keys").iterdir()) == ["0001.key", "signing-0001.pem"]
    assert {path.stat().st_mode & 0o077 for path in (data, data / "keys", *(data / "keys").iterdir())} == {0}
    assert not (data / "demo-password").exists()
    assert begin(data, capsys) != code


def test_a_demonstration_never_becomes_an_office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "demo-password").touch()
    assert "berisi data contoh: pilih folder lain" in refused(tmp_path, capsys)


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "skripsi.docx").touch()
    assert "tidak kosong" in refused(tmp_path, capsys)
    assert [path.name for path in tmp_path.iterdir()] == ["skripsi.docx"]


def test_an_office_that_has_its_administrator_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begin(tmp_path, capsys)
    records = SqliteRecords(tmp_path / "records.db")
    use_the_code_of(records)
    records.close()
    assert "sudah punya administrator" in refused(tmp_path, capsys)


def test_an_office_is_not_filled_with_a_demonstration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(tmp_path, capsys)
    monkeypatch.setenv("TROWULAN_DEMO", "yes")
    assert serve.main(["--data", str(tmp_path)]) == 2
    assert "bukan data contoh" in capsys.readouterr().err


def use_the_code_of(records: SqliteRecords) -> None:
    def work(transaction: Transaction) -> None:
        before = transaction.get(ONE_TIME_CODES.stored, OFFICE)
        assert before is not None
        used = replace(ONE_TIME_CODES.read(before), used=True)
        transaction.put(
            ONE_TIME_CODES.stored, OFFICE, ONE_TIME_CODES.write(used, by="test", at=datetime.now(UTC), before=before)
        )

    records.transact(work)
