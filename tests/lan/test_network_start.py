"""Starting on the office's network: what is served there, and what is refused in one sentence."""

from __future__ import annotations

import re
import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from shared.lan.certificates import fingerprint, local_certificate
from tests.lan.office import HOST, Office, command_line, demo_on_the_network, environment
from tests.tools.launch import ROOT, run_py

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow  # each starts the server as a process


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with demo_on_the_network(tmp_path_factory.mktemp("network")) as office:
        yield office


def refusal(data: Path, *arguments: str, **settings: str) -> str:
    """Return the one sentence with which the server ends."""
    ended = subprocess.run(
        command_line(data, *arguments),
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=environment(**settings),
        text=True,
        timeout=60,
    )
    assert ended.returncode != 0
    assert len(ended.stderr.splitlines()) == 1, ended.stderr
    return ended.stderr.strip()


def test_the_terminal_shows_where_a_phone_begins_and_warns_of_demo_accounts(demo: Office) -> None:
    terminal = demo.log.read_text()

    assert f"{demo.url}/percaya" in terminal
    assert fingerprint(demo.authority.read_bytes()) in terminal
    assert "█" in terminal
    assert "PERHATIAN: ini peragaan." in terminal
    assert "hanya di komputer ini" not in terminal


def test_the_page_of_trust_reads_without_script_and_gives_the_authority(demo: Office) -> None:
    authority = demo.authority.read_bytes()

    with demo.get("/percaya") as answer:
        page = answer.read().decode()
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'; script-src 'self'; style-src")
    with demo.get("/percaya/ca.crt") as answer:
        assert answer.headers["Content-Type"] == "application/x-x509-ca-cert"
        assert answer.read() == authority
    with demo.get("/percaya/gaya.css") as answer:
        assert answer.headers["Content-Type"] == "text/css; charset=utf-8"

    assert fingerprint(authority) in page
    assert f'href="{demo.url}/"' in page
    assert "Android" in page
    assert "iPhone" in page
    assert not re.search(r"<script|<style|style=|\$", page)


def test_demo_data_are_not_shown_on_the_network_unasked(demo: Office) -> None:
    assert "berisi data contoh: pilih folder lain" in refusal(demo.data)


def test_a_demo_is_not_mixed_into_an_office_s_own_data(tmp_path: Path) -> None:
    (tmp_path / "records.db").touch()

    assert "bukan data contoh" in refusal(tmp_path, TROWULAN_DEMO="yes")


def test_an_office_without_accounts_is_not_opened_to_the_network(tmp_path: Path) -> None:
    assert "masih kosong, belum ada akun" in refusal(tmp_path)


def test_a_wrong_certificate_ends_the_start_with_its_sentence(tmp_path: Path) -> None:
    (tmp_path / "records.db").touch()
    other = local_certificate(tmp_path / "other", "10.0.0.9", "lain", datetime.now(UTC))
    pair = ("--certificate", str(other.chain), "--key", str(other.key))

    assert f"bukan untuk {HOST}: sebut namanya dengan --host" in refusal(tmp_path, *pair)
    assert "berpasangan" in refusal(tmp_path, *pair[:2])


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--host", HOST], "hanya berlaku bersama --lan"),
        (["--lan", "--host", "a b"], "bukan “a b”"),
        (["--lan", "--host", "192.0.2.254"], "192.0.2.254 bukan alamat komputer ini"),
    ],
    ids=["without --lan", "no host", "of another machine"],
)
def test_run_py_refuses_a_network_that_is_none(tmp_path: Path, arguments: list[str], sentence: str) -> None:
    assert sentence in run_py("run", "--data", str(tmp_path), *arguments).refusal()
