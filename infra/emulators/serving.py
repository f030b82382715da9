"""The functions of a deployment, served, and called as Google's cloud calls them.

The public ones and the portal stand on one port, as behind the load balancer, and the inner ones on another. Run as a
program, this module is one of the two servers: ``python -m infra.emulators.serving APPLICATION PORT``.
"""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING

from infra.emulators.callers import ServiceAccount, gate, scheduler
from infra.emulators.deployment import FUNCTIONS
from infra.emulators.inner_functions import PREFIX
from infra.emulators.processes import LOOPBACK, running
from shared.adapters.google.pubsub_topology import make_on_emulator
from shared.serve import serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from infra.emulators.deployment import Deployment

_PUBLIC = "shared.serve:application"
_INNER = "infra.emulators.inner_functions:InnerFunctions"


@contextmanager
def serving(deployment: Deployment, port: int, inner_port: int, folder: Path) -> Iterator[None]:
    """Serve all functions, with their logs in a folder. What they stand on may come later: they open it when called."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TROWULAN_")}
    environment = {**kept, **deployment.environment()}
    with ExitStack() as servers:
        for application, its_port, log in ((_PUBLIC, port, "functions.log"), (_INNER, inner_port, "inner.log")):
            command = [sys.executable, "-m", __name__, application, str(its_port)]
            servers.enter_context(running(command, its_port, folder / log, environment))
        yield


@contextmanager
def calling(deployment: Deployment, inner_port: int) -> Iterator[Callable[[], None]]:
    """Push events to the inner functions and keep their schedules, once the emulators take calls.

    Yield what makes the topics and subscriptions anew, should Pub/Sub's emulator have forgotten them.
    """
    account = inner_caller(deployment, inner_port)
    with gate(account) as pushing, scheduler(FUNCTIONS, account.call):
        subscribe = partial(
            make_on_emulator, deployment.pubsub, deployment.project, FUNCTIONS, lambda target: f"{pushing}/{target}"
        )
        subscribe()
        yield subscribe


def inner_caller(deployment: Deployment, inner_port: int) -> ServiceAccount:
    """Return the account that may call the inner functions of a server."""
    address = f"http://{LOOPBACK}:{inner_port}{PREFIX}"
    return ServiceAccount(lambda target: address + target.replace("_", "-"), deployment.caller_token)


if __name__ == "__main__":
    serve(sys.argv[1], LOOPBACK, int(sys.argv[2]), workers=1)
