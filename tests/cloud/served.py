"""Trowulan in the cloud's shape: its functions served and called as ``make emulators`` does, on a test's emulators."""

from __future__ import annotations

import secrets
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from functions.portal.demo import fill_demo
from infra.emulators.bucket_door import bucket_door
from infra.emulators.deployment import TIMER_QUEUE, Deployment, timer_settings
from infra.emulators.issuer import Issuer, serving_issuer
from infra.emulators.processes import LOOPBACK, service_port
from infra.emulators.serving import calling, inner_caller, serving
from infra.emulators.task_queue import task_queue
from tests.emulators import new_project, passing_subscriptions
from tests.server import Served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path


class CloudServer(Served):
    """The servers of a deployment, and the emulators below them."""

    def __init__(self, deployment: Deployment, port: int, inner_port: int, folder: Path) -> None:
        """Keep the demo's password in a folder."""
        super().__init__(port, folder, deployment.runtime.records, deployment.runtime.identity)
        self.deployment = deployment
        self.inner_port = inner_port
        self.subscribe: Callable[[], None]
        self._servers = ExitStack()

    def start(self) -> None:
        """Start the servers; the emulators below them run already."""
        self._servers.enter_context(serving(self.deployment, self.port, self.inner_port, self.data))

    def stop(self) -> None:
        """Stop the servers."""
        self._servers.close()

    def restart(self) -> None:
        """Serve with processes that remember nothing."""
        self.stop()
        self.start()

    def fill(self) -> None:
        """Fill an empty store with the demo regency."""
        fill_demo(self.deployment.runtime, self.data)

    def run_schedule(self, target: str) -> int:
        """Call a scheduled function now, as Cloud Scheduler does; return the status of its answer."""
        return inner_caller(self.deployment, self.inner_port).call(target)


@contextmanager
def serving_in_the_cloud_s_shape(
    firestore: str,
    pubsub: str,
    storage: str,
    folder: Path,
    settings_of: Callable[[str], Mapping[str, str]] = lambda _: {},
) -> Iterator[CloudServer]:
    """Serve the demo regency, with what ``settings_of`` its address says beside the settings of every deployment."""
    port, inner_port = service_port(), service_port()
    url, key = f"http://{LOOPBACK}:{port}", secrets.token_urlsafe(32)
    with (
        serving_issuer(Issuer) as issuer,
        bucket_door(storage, url) as bucket,
        task_queue(TIMER_QUEUE, issuer.token_of) as tasks,
    ):
        settings = {**timer_settings(tasks, inner_port), **settings_of(url)}
        deployment = Deployment(new_project(), url, key, issuer, firestore, pubsub, bucket, settings=settings)
        server = CloudServer(deployment, port, inner_port, folder)
        server.fill()
        server.start()
        try:
            with (
                calling(deployment, inner_port) as server.subscribe,
                passing_subscriptions(pubsub, deployment.project),
            ):
                yield server
        finally:
            server.stop()
        deployment.runtime.records.close()
