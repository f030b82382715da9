"""A deployment for the tests of a module."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.portal.demo import fill_demo
from infra.emulators.issuer import Issuer, serving_issuer
from tests.cloud.deployment import deployed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cloud.deployment import Deployment


@pytest.fixture(scope="module")
def deployment(
    firestore_emulator: str, pubsub_emulator: str, storage_emulator: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Deployment]:
    """Return a deployment that the demo regency fills."""
    folder = tmp_path_factory.mktemp("deployment")
    with (
        serving_issuer(Issuer) as issuer,
        deployed(issuer, firestore_emulator, pubsub_emulator, storage_emulator, folder) as made,
    ):
        fill_demo(made.runtime, folder)
        yield made
