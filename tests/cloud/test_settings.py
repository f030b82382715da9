"""Settings: a wrong or missing one stops the start with a sentence."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from shared.kernel.catalogue import ROOT
from shared.settings import Settings, SettingWrong, TaskSettings

KEY = "a key that is long enough to sign with, and no more"
COMPLETE = {
    "TROWULAN_MODE": "google",
    "TROWULAN_PUBLIC_URL": "https://trowulan.example/",
    "TROWULAN_BUCKET": "documents",
    "TROWULAN_KEYS": f"{KEY.replace(' ', '-')} {KEY.replace(' ', '+')}",
    "TROWULAN_CALLERS": "push@demo.iam.gserviceaccount.com scheduler@demo.iam.gserviceaccount.com",
    "GOOGLE_CLOUD_PROJECT": "demo-trowulan",
}


def wrong(environment: dict[str, str]) -> str:
    with pytest.raises(SettingWrong) as refused:
        Settings.from_environment(environment)
    return str(refused.value)


def test_an_office_needs_no_setting_at_all() -> None:
    settings = Settings.from_environment({})
    assert settings.cloud is None
    assert (settings.public_url, settings.demo) == ("http://127.0.0.1:8080", False)


def test_the_cloud_is_read_whole() -> None:
    settings = Settings.from_environment(COMPLETE)
    assert settings.public_url == "https://trowulan.example"
    assert settings.cloud is not None
    assert settings.cloud.issuer == "https://accounts.google.com"
    assert len(settings.cloud.keys) == 2
    assert len(settings.cloud.callers) == 2


@pytest.mark.parametrize("name", sorted(COMPLETE.keys() - {"TROWULAN_MODE"}))
def test_what_is_missing_in_the_cloud_is_named(name: str) -> None:
    for environment in ({**COMPLETE, name: " "}, {key: value for key, value in COMPLETE.items() if key != name}):
        assert wrong(environment).startswith(f"Mode google memerlukan {name}: isi dengan ")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TROWULAN_MODE", "cloud"),
        ("TROWULAN_PUBLIC_URL", "trowulan.go.id"),
        ("TROWULAN_DEMO", "maybe"),
        ("TROWULAN_KEYS", "short"),
    ],
)
def test_what_is_wrong_is_named(name: str, value: str) -> None:
    assert name in wrong({**COMPLETE, name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("FIRESTORE_EMULATOR_HOST", "127.0.0.1:8080"),
        ("PUBSUB_EMULATOR_HOST", "127.0.0.1:8085"),
        ("STORAGE_EMULATOR_HOST", "http://127.0.0.1:9023"),
        ("FIREBASE_AUTH_EMULATOR_HOST", "127.0.0.1:9099"),
        ("TROWULAN_ISSUER", "http://127.0.0.1:9000"),
    ],
)
def test_what_is_for_one_machine_does_not_start_on_cloud_run(name: str, value: str) -> None:
    assert Settings.from_environment({**COMPLETE, name: value}).cloud
    assert name in wrong({**COMPLETE, name: value, "K_SERVICE": "portal-sign-in"})


def test_browsers_send_files_to_the_bucket_or_to_its_emulator() -> None:
    for environment, origin in (
        (COMPLETE, "https://storage.googleapis.com"),
        ({**COMPLETE, "STORAGE_EMULATOR_HOST": "http://127.0.0.1:9023"}, "http://127.0.0.1:9023"),
    ):
        cloud = Settings.from_environment(environment).cloud
        assert cloud is not None
        assert cloud.bucket_origin == origin


def test_a_key_is_never_shown() -> None:
    assert KEY.replace(" ", "-") not in repr(Settings.from_environment(COMPLETE))
    assert "short" not in wrong({**COMPLETE, "TROWULAN_KEYS": "short"})


def test_a_function_without_its_keys_ends_at_its_start_with_the_sentence_alone() -> None:
    environment = {**os.environ, **COMPLETE, "TROWULAN_KEYS": ""}
    command = [sys.executable, "-m", "functions_framework", "--target", "portal_sign_in", "--source", "main.py"]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=30, check=False)
    assert ended.returncode == 1
    assert ended.stderr.splitlines() == [
        "Mode google memerlukan TROWULAN_KEYS: isi dengan kunci penanda tangan, yang terbaru paling akhir."
    ]


TIMERS = {
    "TROWULAN_TIMER_QUEUE": "projects/p/locations/asia-southeast2/queues/timers",
    "TROWULAN_TIMER_URL": "https://fire-timers.example",
    "TROWULAN_TIMER_ACCOUNT": "scheduler@demo.iam.gserviceaccount.com",
}


def test_a_queue_of_tasks_is_read_whole_and_is_optional() -> None:
    settings = Settings.from_environment({**COMPLETE, **TIMERS})
    assert settings.cloud is not None
    assert settings.cloud.tasks == TaskSettings(*TIMERS.values())
    without = Settings.from_environment(COMPLETE)
    assert without.cloud is not None
    assert without.cloud.tasks is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TROWULAN_TIMER_QUEUE", "timers"),
        ("TROWULAN_TIMER_URL", ""),
        ("TROWULAN_TIMER_URL", "http://fire-timers.example"),
        ("TROWULAN_TIMER_ACCOUNT", ""),
        ("TROWULAN_TIMER_ACCOUNT", "somebody@else.example"),
    ],
)
def test_what_is_wrong_with_a_queue_of_tasks_is_named(name: str, value: str) -> None:
    assert name in wrong({**COMPLETE, **TIMERS, name: value})
