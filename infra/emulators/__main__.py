"""``make emulators``: the demo regency in the shape that it has in Google's cloud, on this machine."""

from __future__ import annotations

import argparse
import secrets
import signal
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from functions.portal.demo import fill_demo
from infra.emulators.bucket_door import bucket_door
from infra.emulators.deployment import TIMER_QUEUE, Deployment, timer_settings
from infra.emulators.firebase import Ports, running_firebase
from infra.emulators.issuer import Issuer, serving_issuer
from infra.emulators.processes import LOOPBACK, DidNotStart
from infra.emulators.services import EmulatorFailure, running_storage, sdk_folder
from infra.emulators.serving import calling, serving
from infra.emulators.task_queue import task_queue
from shared.serve import list_accounts

if TYPE_CHECKING:
    from types import FrameType
    from typing import NoReturn

    from infra.emulators.firebase import Firebase

PROJECT = "demo-trowulan"  # of a project whose name begins like that firebase-tools asks nothing outside


def main(arguments: list[str]) -> int:
    """Serve until Ctrl-C or SIGTERM, and leave no process behind; return the exit code."""
    parser = argparse.ArgumentParser(prog="emulators", description="Jalankan Trowulan pada emulator Google.")
    parser.add_argument("--port", type=int, default=8080, help="porta portal; delapan berikutnya untuk yang lain")
    parser.add_argument("--data", type=Path, default=Path("var-emulators"), help="folder log dan kata sandi")
    options = parser.parse_args(arguments)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    try:
        with ExitStack() as cloud:
            firebase = _start(options.port, options.data.absolute(), cloud)
            while not firebase.has_ended():
                time.sleep(0.2)
        print(f"Emulator berhenti sendiri: periksa {firebase.log}.", file=sys.stderr)
    except (DidNotStart, EmulatorFailure) as failure:
        print(failure, file=sys.stderr)
    except KeyboardInterrupt:
        print("Dihentikan.", file=sys.stderr)
        return 0
    return 1


def _start(port: int, folder: Path, cloud: ExitStack) -> Firebase:
    """Start everything and say where it is. The servers come up while firebase-tools, the slowest, does."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    inner_port, storage_port, *others = range(port + 1, port + 9)
    ports = Ports(*others)
    portal = f"http://{LOOPBACK}:{port}"
    firebase = cloud.enter_context(running_firebase(PROJECT, ports, folder, sdk_folder()))
    storage = cloud.enter_context(running_storage(folder / "storage.log"))
    issuer = cloud.enter_context(serving_issuer(Issuer))
    tasks = cloud.enter_context(task_queue(TIMER_QUEUE, issuer.token_of))
    deployment = Deployment(
        project=PROJECT,
        public_url=portal,
        key=secrets.token_urlsafe(32),
        issuer=issuer,
        firestore=f"{LOOPBACK}:{ports.firestore}",
        pubsub=f"{LOOPBACK}:{ports.pubsub}",
        storage=cloud.enter_context(bucket_door(storage, portal, storage_port)),
        auth=f"{LOOPBACK}:{ports.auth}",
        settings=timer_settings(tasks, inner_port),
    )
    cloud.enter_context(serving(deployment, port, inner_port, folder))
    firebase.await_ready()
    accounts, password = fill_demo(deployment.runtime, folder)
    cloud.enter_context(calling(deployment, inner_port))
    print(f"Trowulan berjalan di {deployment.public_url} pada emulator Google  (hentikan dengan Ctrl-C)")
    print(
        f"Firestore {deployment.firestore}, Pub/Sub {deployment.pubsub}, Cloud Storage {deployment.storage}, "
        f"Auth {deployment.auth}; proyek {PROJECT}; log di {folder}"
    )
    print("Akun contoh, hanya di komputer ini; data hilang saat dihentikan:")
    list_accounts(accounts, password)
    return firebase


def _stop(_: int, __: FrameType | None) -> NoReturn:
    """Begin to end, once: what comes after it would only disturb."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
