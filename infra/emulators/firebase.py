"""Google's emulators by firebase-tools: those of Firestore, Pub/Sub and the sign-in service (Auth).

They are downloaded when they are first started. Where the Google Cloud SDK is, its emulators of Firestore and Pub/Sub
are taken instead, so that nothing is asked of the outside world.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import time
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from infra.emulators.processes import ENDING_WITH_PARENT, LOOPBACK, ROOT, last_words, started
from infra.emulators.services import FIRESTORE_CLASS, FIRESTORE_JAR, PUBSUB_PROGRAM, EmulatorFailure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PROGRAM = Path(__file__).parent / "node_modules" / "firebase-tools" / "lib" / "bin" / "firebase.js"
RULES, INDEXES = ROOT / "firestore.rules", ROOT / "infra" / "generated" / "firestore.indexes.json"
_READY = "All emulators ready"
_SECONDS_TO_START = 120.0  # the first start downloads the emulators
_LONGEST_LINE = 70  # of a jar's manifest, in bytes

# What firebase-tools says, and what the person at the terminal can do about it.
_WAYS_OUT = {
    "no longer supports Java": "Java ini terlalu tua untuk emulator: pasang JDK 21 atau lebih baru.",
    "Could not spawn `java": "Emulator memerlukan Java: pasang JDK 21 atau lebih baru.",
    "Failed to make request": (
        "Emulator tidak dapat diunduh: sambungkan komputer ini ke internet, atau pasang paket "
        "google-cloud-cli-firestore-emulator dan google-cloud-cli-pubsub-emulator."
    ),
}


@dataclass(frozen=True, slots=True)
class Ports:
    """Where each emulator listens, and what firebase-tools needs beside."""

    auth: int
    firestore: int
    firestore_websocket: int
    pubsub: int
    hub: int
    logging: int


@dataclass(frozen=True, slots=True)
class Firebase:
    """firebase-tools at work."""

    process: subprocess.Popen[bytes]
    log: Path

    def await_ready(self) -> None:
        """Wait until all emulators take calls. Raises EmulatorFailure with the way out."""
        deadline = time.monotonic() + _SECONDS_TO_START
        while _READY not in self.log.read_text(errors="replace"):
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise EmulatorFailure(_way_out(self.log))
            time.sleep(0.1)

    def has_ended(self) -> bool:
        """Whether it has ended by itself, as it does when an emulator has."""
        return self.process.poll() is not None


@contextmanager
def running_firebase(project: str, ports: Ports, folder: Path, sdk: Path | None) -> Iterator[Firebase]:
    """Run the emulators, the SDK's where it has them, with their files in a folder; see ``await_ready``."""
    node = shutil.which("node")
    if node is None or not PROGRAM.is_file():
        raise EmulatorFailure("Node.js dan firebase-tools belum terpasang: mulai dengan `make emulators`.")
    configuration, log = _configuration(ports, folder), folder / "firebase.log"
    log.unlink(missing_ok=True)
    command = [node, str(PROGRAM), "emulators:start", "--only", "auth,firestore,pubsub", "--project", project]
    command += ["--config", str(configuration)]
    with started(command, log, {**os.environ, **_environment(folder, sdk)}, folder) as process:
        yield Firebase(process, log)


def _configuration(ports: Ports, folder: Path) -> Path:
    """Write what firebase-tools is told; it reads no file outside of the folder of its configuration."""
    shutil.copy(RULES, folder)
    shutil.copy(INDEXES, folder)
    emulators = {
        "auth": {"host": LOOPBACK, "port": ports.auth},
        "firestore": {"host": LOOPBACK, "port": ports.firestore, "websocketPort": ports.firestore_websocket},
        "pubsub": {"host": LOOPBACK, "port": ports.pubsub},
        "hub": {"host": LOOPBACK, "port": ports.hub},
        "logging": {"host": LOOPBACK, "port": ports.logging},
        "ui": {"enabled": False},
        "singleProjectMode": True,
    }
    path = folder / "firebase.json"
    path.write_text(
        json.dumps({"firestore": {"rules": RULES.name, "indexes": INDEXES.name}, "emulators": emulators}, indent=2)
    )
    return path


def _environment(folder: Path, sdk: Path | None) -> Mapping[str, str]:
    """Return what lets firebase-tools ask nothing, and find the SDK's emulators and a Java that ends with it."""
    programs = folder / "programs"
    programs.mkdir(exist_ok=True)
    environment = {"CI": "true", "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    java = shutil.which("java")
    if java is not None:
        # firebase-tools puts its emulators into sessions of their own, and its sudden death would leave them running.
        _script(programs / "java", *ENDING_WITH_PARENT, java)
        environment["JAVA_HOME"] = ""  # the Pub/Sub emulator prefers it to what is on PATH
    if sdk is not None and (sdk / FIRESTORE_JAR).is_file() and (sdk / PUBSUB_PROGRAM).is_file():
        environment["FIRESTORE_EMULATOR_BINARY_PATH"] = str(_runnable_jar(programs / "firestore.jar", sdk))
        environment["PUBSUB_EMULATOR_BINARY_PATH"] = str(_script(programs / "pubsub", str(sdk / PUBSUB_PROGRAM)))
    return environment


def _script(path: Path, *command: str) -> Path:
    """Write a program that becomes another one: firebase-tools changes the mode of what it is pointed to."""
    path.write_text(f'#!/bin/sh\nexec {shlex.join(command)} "$@"\n')
    path.chmod(0o755)
    return path


def _runnable_jar(path: Path, sdk: Path) -> Path:
    """Write a jar that only names the SDK's jar and its class: the SDK's own says nothing of what is to be started."""
    entries = [f"Main-Class: {FIRESTORE_CLASS}", f"Class-Path: {(sdk / FIRESTORE_JAR).as_uri()}"]
    with zipfile.ZipFile(path, "w") as jar:
        jar.writestr("META-INF/MANIFEST.MF", "".join(map(_folded, ["Manifest-Version: 1.0", *entries])))
    return path


def _folded(line: str) -> str:
    """Return a line of a jar's manifest, broken where it is too long for one."""
    parts = [line[start : start + _LONGEST_LINE] for start in range(0, len(line), _LONGEST_LINE)]
    return "\r\n ".join(parts) + "\r\n"


def _way_out(log: Path) -> str:
    said = last_words(log)
    known = (sentence for words, sentence in _WAYS_OUT.items() if words in said)
    return next(known, f"{said}\nEmulator tidak mulai: periksa {log}.")
