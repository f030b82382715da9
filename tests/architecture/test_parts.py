"""Parts of a library are loaded without its rest, and whoever wants the whole of it still gets it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from shared.kernel import catalogue
from shared.parts import parts_of

LOADED = """
import json, sys
from shared.adapters.google.firestore_wire import FirestoreClient, types
rest = {"google.cloud.firestore_v1.async_client", "google.cloud.firestore_v1.client"}
early = sorted(rest & set(sys.modules))
from google.cloud import firestore, firestore_v1
from google.cloud.firestore_v1.services import firestore as service
whole = [
    firestore_v1.types is types,
    service.FirestoreClient is FirestoreClient,
    rest <= set(sys.modules),
]
print(json.dumps([early, whole]))
"""


def test_the_rest_is_not_loaded_until_somebody_imports_the_whole() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=catalogue.ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert ran.returncode == 0, ran.stderr
    early, whole = json.loads(ran.stdout)
    assert early == []
    assert all(whole)


def test_a_package_that_is_not_installed_is_named() -> None:
    with pytest.raises(ModuleNotFoundError, match="nobody_has_this"), parts_of("nobody_has_this"):
        pass
    assert "nobody_has_this" not in sys.modules


def test_a_package_that_is_loaded_already_stays_as_it_is() -> None:
    with parts_of("json"):
        assert sys.modules["json"] is json
    assert sys.modules["json"] is json
