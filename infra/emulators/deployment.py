"""A deployment on this machine: what Trowulan's functions have in common, as Terraform sets it in the cloud."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from infra.emulators.inner_functions import PREFIX
from infra.emulators.issuer import CALLER
from infra.emulators.processes import LOOPBACK, ROOT
from infra.emulators.services import BUCKET
from shared.adapters.google.cloud_identity import audience
from shared.entry import Runtime
from shared.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from infra.emulators.issuer import Issuer

TIMER_QUEUE = "projects/demo-trowulan/locations/asia-southeast2/queues/timers"
FUNCTIONS: list[dict[str, Any]] = json.loads((ROOT / "infra/generated/functions.json").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Deployment:
    """One project on the emulators."""

    project: str
    public_url: str
    key: str  # signs the deployment's own tokens
    issuer: Issuer
    firestore: str
    pubsub: str
    storage: str
    auth: str = field(default="", kw_only=True)  # where there is an emulator of it
    settings: Mapping[str, str] = field(default_factory=dict, kw_only=True)  # those that not every deployment has

    def environment(self) -> dict[str, str]:
        """Return what a function is deployed with."""
        auth = {"FIREBASE_AUTH_EMULATOR_HOST": self.auth} if self.auth else {}
        return {
            "TROWULAN_MODE": "google",
            "TROWULAN_PUBLIC_URL": self.public_url,
            "TROWULAN_BUCKET": BUCKET,
            "TROWULAN_KEYS": self.key,
            "TROWULAN_CALLERS": CALLER,
            "TROWULAN_ISSUER": self.issuer.url,
            "TROWULAN_DEMO": "yes",
            "GOOGLE_CLOUD_PROJECT": self.project,
            "FIRESTORE_EMULATOR_HOST": self.firestore,
            "PUBSUB_EMULATOR_HOST": self.pubsub,
            "STORAGE_EMULATOR_HOST": f"http://{self.storage}",
            **auth,
            **self.settings,
        }

    @cached_property
    def runtime(self) -> Runtime:
        """The ports, as its functions have them."""
        return Runtime(Settings.from_environment(self.environment()))

    def caller_token(self, target: str) -> str:
        """Return a token by which Pub/Sub or the scheduler calls an inner function."""
        return self.issuer.token(audience(self.public_url, target), datetime.now(UTC))


def timer_settings(tasks: str, inner_port: int) -> dict[str, str]:
    """Return the settings of a deployment whose tasks a queue at an address takes, for its inner functions' port."""
    return {
        "TROWULAN_TIMER_QUEUE": TIMER_QUEUE,
        "TROWULAN_TIMER_URL": f"http://{LOOPBACK}:{inner_port}{PREFIX}portal-fire-timers",
        "TROWULAN_TIMER_ACCOUNT": CALLER,
        "CLOUD_TASKS_EMULATOR_HOST": tasks,
    }
