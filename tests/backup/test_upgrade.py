"""Other code on the same data: backed up before an update, refused before it reads what it does not know."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from shared.manifest import schemas
from tests.backup.office import backups, fill, hashes, state
from tests.lan.office import environment
from tests.server import Server
from tests.tools.launch import ROOT, Ended

if TYPE_CHECKING:
    from pathlib import Path


def refused_start(data: Path, limit: int | None = None) -> Ended:
    """Start a server that is to end by itself; no file of it may grow beyond the limit."""

    def restrict() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    ended = subprocess.run(
        [sys.executable, "-m", "shared.serve", "--data", data],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=environment(),
        preexec_fn=restrict,
        text=True,
        timeout=60,
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)


@pytest.mark.slow  # starts the whole server
def test_data_that_other_code_has_left_are_backed_up_once_before_the_server_starts(tmp_path: Path) -> None:
    with Server(tmp_path / "var") as server:
        assert server.stop() == 0
        assert backups(server.data) == []
        (server.data / "version").write_text("the code of last week")

        server.start()
        [archive] = backups(server.data)
        assert "records.db" in hashes(archive)
        assert f"Data dicadangkan sebelum pembaruan: {archive}" in server.log()

        assert server.stop() == 0
        server.start()
        assert backups(server.data) == [archive]


@pytest.mark.slow  # starts the whole server
def test_data_of_the_first_release_which_noted_no_code_are_backed_up_and_opened(tmp_path: Path) -> None:
    with Server(tmp_path / "var") as server:
        assert server.stop() == 0
        people = server.people()
        for name in ("version", "schema"):
            (server.data / name).unlink()

        server.start()

        assert len(backups(server.data)) == 1
        assert server.people() == people


def test_no_update_begins_without_its_backup(tmp_path: Path) -> None:
    data = fill(tmp_path / "var", letters=500, size=2000)
    before = state(data)

    ended = refused_start(data, limit=100_000)

    assert ended.code != 0
    assert ended.errors.startswith("Cadangan gagal dibuat")
    assert len(ended.errors.splitlines()) == 1
    assert state(data) == before


def test_code_older_than_the_data_refuses_to_start_in_one_sentence(tmp_path: Path) -> None:
    data = fill(tmp_path / "var")
    newer = {name: schema + (name == "agendas") for name, schema in schemas().items()}
    (data / "schema").write_text(json.dumps(newer))
    before = state(data)

    ended = refused_start(data)

    assert ended.code != 0
    assert "ditulis oleh Trowulan yang lebih baru (agendas)" in ended.errors
    assert len(ended.errors.splitlines()) == 1
    assert state(data) == before
    assert backups(data) == []


@pytest.mark.parametrize("text", ["", "[]", '{"agendas": "x"}', '{"agendas": null}', "{"])
def test_a_note_of_schemas_that_cannot_be_read_stops_the_start(tmp_path: Path, text: str) -> None:
    data = fill(tmp_path / "var")
    (data / "schema").write_text(text)

    assert f"Berkas {data / 'schema'} rusak" in refused_start(data).errors


@pytest.mark.slow  # starts the whole server
def test_the_schema_of_a_collection_that_the_code_no_longer_has_stays_noted_and_stops_nobody(tmp_path: Path) -> None:
    with Server(tmp_path / "var") as server:
        assert server.stop() == 0
        noted = server.data / "schema"
        assert json.loads(noted.read_text()) == schemas()
        noted.write_text(json.dumps({"paper_letters": 3}))

        server.start()

        assert json.loads(noted.read_text()) == schemas() | {"paper_letters": 3}
