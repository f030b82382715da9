"""The page on the cloud's shape says what is so: every file and setting that it names is there, and none is missing."""

from __future__ import annotations

import re

import pytest

from infra.emulators.deployment import Deployment
from infra.emulators.issuer import Issuer
from tests.tools.launch import ROOT

PAGE = (ROOT / "docs" / "cloud.md").read_text(encoding="utf-8")
FOR_ONE_MACHINE = {"TROWULAN_ISSUER", "TROWULAN_DEMO"}
PLACE = re.compile(r"`((?:bench|docs|infra|shared|tests)/[^`]+)`|\]\(([^)]+)\)")


def test_each_setting_of_a_deployment_has_its_row() -> None:
    deployment = Deployment("demo", "http://127.0.0.1", "key", Issuer("http://127.0.0.1"), "", "", "")
    told = {name for name in deployment.environment() if not name.endswith("EMULATOR_HOST")}
    assert set(re.findall(r"^\| `(\w+)(?:=google)?` \|", PAGE, re.MULTILINE)) == told - FOR_ONE_MACHINE


@pytest.mark.parametrize("place", sorted({named or f"docs/{linked}" for named, linked in PLACE.findall(PAGE)}))
def test_each_place_that_it_names_is_there(place: str) -> None:
    assert (ROOT / place).exists()
