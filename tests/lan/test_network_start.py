"""Starting on the office's network: what is served there, and what is refused in one sentence."""

from __future__ import annotations

import os
import re
import ssl
import subprocess
import sys
import time
import urllib.request
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from shared.lan.certificates import fingerprint, local_certificate
from tests.tools.launch import ROOT, free_port, run_py

if TYPE_CHECKING:
    from collections.abc import Iterator
    from http.client import HTTPResponse

HOST = "127.0.0.2"
SECONDS_TO_START = 60


def command(data: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "shared.serve", "--data", str(data), "--host", HOST, *arguments]


def environment(**settings: str) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("TROWULAN_")} | settings


def refusal(data: Path, *arguments: str, **settings: str) -> str:
    """Return the one sentence with which the server ends."""
    ended = subprocess.run(
        command(data, *arguments),
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


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path, str]]:
    """Address, data folder and terminal of a demo on the network."""
    data, port = tmp_path_factory.mktemp("network") / "var", free_port()
    url, terminal = f"https://{HOST}:{port}", data.with_suffix(".log")
    with (
        terminal.open("w") as log,
        subprocess.Popen(
            command(data, "--port", str(port)), cwd=ROOT, env=environment(TROWULAN_DEMO="yes"), stdout=log, stderr=log
        ) as server,
    ):
        try:
            deadline = time.monotonic() + SECONDS_TO_START
            while not (data / "tls" / "authority.crt").exists() or not answers(url, data):
                assert server.poll() is None, terminal.read_text()
                assert time.monotonic() < deadline, terminal.read_text()
                time.sleep(0.1)
            yield url, data, terminal.read_text()
        finally:
            server.terminate()
            server.wait(10)


def get(url: str, data: Path) -> HTTPResponse:
    """Ask as a phone that trusts the authority."""
    trusting = ssl.create_default_context(cadata=(data / "tls" / "authority.crt").read_bytes())
    answer: HTTPResponse = urllib.request.urlopen(url, timeout=5, context=trusting)
    return answer


def answers(url: str, data: Path) -> bool:
    try:
        return get(f"{url}/healthz", data).status == 200
    except OSError:
        return False


def test_the_terminal_shows_where_a_phone_begins_and_warns_of_demo_accounts(demo: tuple[str, Path, str]) -> None:
    url, data, terminal = demo

    assert f"{url}/percaya" in terminal
    assert fingerprint((data / "tls" / "authority.crt").read_bytes()) in terminal
    assert "█" in terminal
    assert "PERHATIAN: ini peragaan." in terminal
    assert "hanya di komputer ini" not in terminal


def test_the_page_of_trust_reads_without_script_and_gives_the_authority(demo: tuple[str, Path, str]) -> None:
    url, data, _ = demo
    authority = (data / "tls" / "authority.crt").read_bytes()

    with get(f"{url}/percaya", data) as answer:
        page = answer.read().decode()
    with get(f"{url}/percaya/ca.crt", data) as answer:
        assert answer.headers["Content-Type"] == "application/x-x509-ca-cert"
        assert answer.read() == authority
    with get(f"{url}/percaya/gaya.css", data) as answer:
        assert answer.headers["Content-Type"] == "text/css; charset=utf-8"

    assert fingerprint(authority) in page
    assert f'href="{url}/"' in page
    assert "Android" in page
    assert "iPhone" in page
    assert not re.search(r"<script|<style|style=|\$", page)
    assert "default-src 'self'" in str(get(f"{url}/percaya", data).headers["Content-Security-Policy"])


def test_demo_data_are_not_shown_on_the_network_unasked(demo: tuple[str, Path, str]) -> None:
    _, data, _ = demo

    assert "berisi data contoh: pilih folder lain" in refusal(data)


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
