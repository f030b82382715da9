"""Work in a process of its own: what it is told, how it ends."""

from __future__ import annotations

import json
import time

import pytest

from shared.apart.run import ApartFailed, TookTooLong, run_apart


def tell(*, sleep: float = 0, fail: bool = False, seconds: float = 20) -> list[str]:
    order = json.dumps({"sleep": sleep, "fail": fail}).encode()
    told: list[str] = json.loads(run_apart("tests.apart.tell", order, seconds))
    return told


def test_it_is_told_none_of_the_deployments_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TROWULAN_KEYS", "a key that signs")
    monkeypatch.setenv("LANG", "C.UTF-8")
    told = tell()
    assert "LANG" in told
    assert [name for name in told if name.startswith("TROWULAN_")] == []


def test_what_fails_says_why() -> None:
    with pytest.raises(ApartFailed, match="exit code 1: it does not work"):
        tell(fail=True)


def test_what_takes_too_long_is_ended() -> None:
    began = time.monotonic()
    with pytest.raises(TookTooLong, match=r"not ready after 0\.2 s"):
        tell(sleep=30, seconds=0.2)
    assert time.monotonic() - began < 10
