"""The settings of the issuer: right from the start, or no start."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from shared.kernel.catalogue import ROOT
from shared.settings import IssuerSettings, Settings, SettingWrong
from shared.values import Secret
from tests.cloud.test_settings import COMPLETE

if TYPE_CHECKING:
    from pathlib import Path

ISSUER = {"TROWULAN_OIDC_ISSUER": "https://sso.example", "TROWULAN_OIDC_CLIENT_ID": "trowulan"}
SECRET = "not to be shown"
EMULATOR = {"FIREBASE_AUTH_EMULATOR_HOST": "127.0.0.1:9099"}


def wrong(**changes: str) -> str:
    with pytest.raises(SettingWrong) as refused:
        Settings.from_environment({**ISSUER, **changes})
    return str(refused.value)


def test_without_an_issuer_there_are_local_accounts_alone() -> None:
    assert Settings.from_environment({}).issuer is None


def test_an_issuer_and_a_client_are_enough() -> None:
    read = Settings.from_environment(ISSUER).issuer
    assert read == IssuerSettings("https://sso.example", "trowulan", None, "nip", "openid", "SSO")


def test_the_secret_is_read_from_a_file_and_never_shown(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text(f"{SECRET}\n")
    settings = Settings.from_environment({**ISSUER, "TROWULAN_OIDC_CLIENT_SECRET_FILE": str(file)})
    assert settings.issuer is not None
    assert settings.issuer.client_secret == Secret(SECRET)
    assert SECRET not in repr(settings)


@pytest.mark.parametrize("content", [None, b"", b" \n", b"\xff\xfe"])
def test_a_secret_that_cannot_be_read_stops_the_start(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "secret"
    if content is not None:
        file.write_bytes(content)
    said = wrong(TROWULAN_OIDC_CLIENT_SECRET_FILE=str(file))
    assert said.startswith("TROWULAN_OIDC_CLIENT_SECRET_FILE harus menunjuk berkas")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TROWULAN_OIDC_ISSUER", "http://sso.example"),
        ("TROWULAN_OIDC_ISSUER", "http://127.0.0.1.sso.example"),
        ("TROWULAN_OIDC_ISSUER", "sso.example"),
        ("TROWULAN_OIDC_CLIENT_ID", " "),
        ("TROWULAN_OIDC_CLAIM", ""),
        ("TROWULAN_OIDC_CLAIM", "nip email"),
        ("TROWULAN_OIDC_SCOPE", "profile email"),
        ("TROWULAN_OIDC_NAME", " "),
        ("TROWULAN_OIDC_NAME", "x" * 41),
        ("TROWULAN_PROXIES", "-1"),
        ("TROWULAN_PROXIES", "6"),
        ("TROWULAN_PROXIES", "two"),
    ],
)
def test_what_is_wrong_is_named_in_one_sentence(name: str, value: str) -> None:
    said = wrong(**{name: value})
    assert name in said
    assert said.count(". ") == 0


def test_an_issuer_of_a_developers_machine_does_not_start_on_cloud_run() -> None:
    local = {"TROWULAN_OIDC_ISSUER": "http://127.0.0.1:9000"}
    assert Settings.from_environment({**ISSUER, **local}).issuer
    assert "TROWULAN_OIDC_ISSUER" in wrong(**local, K_SERVICE="portal-finish-issuer-sign-in")


def test_how_many_proxies_are_trusted_is_set() -> None:
    assert Settings.from_environment({}).trusted_proxies == 0
    assert Settings.from_environment({"TROWULAN_PROXIES": "2"}).trusted_proxies == 2


def test_there_is_one_place_to_sign_in_beside_the_accounts_here() -> None:
    assert "Pilih satu tempat masuk" in wrong(**COMPLETE, **EMULATOR)


def test_the_emulator_of_accounts_whose_tokens_nobody_signs_does_not_start_on_cloud_run() -> None:
    environment = {**os.environ, **COMPLETE, **EMULATOR, "K_SERVICE": "portal-finish-issuer-sign-in"}
    command = [sys.executable, "-m", "functions_framework", "--target", "portal_finish_issuer_sign_in"]
    ended = subprocess.run(
        [*command, "--source", "main.py"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert ended.returncode == 1
    [sentence] = ended.stderr.splitlines()
    assert sentence.startswith("Emulator hanya untuk uji coba di satu komputer: hapus ")
    assert "FIREBASE_AUTH_EMULATOR_HOST" in sentence
