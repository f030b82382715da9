"""A cold start pays for one operation: what is loaded, and that nothing happens at import."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from shared.kernel import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

HEAVY = (
    "aiohttp",
    "argon2",
    "asn1crypto",
    "google.api_core",
    "google.cloud.firestore",
    "google.cloud.firestore_v1",
    "granian",
    "grpc",
    "hypothesis",
    "joserfc",
    "lxml",
    "PIL",
    "pydantic",
    "pyhanko",
    "pyhanko_certvalidator",
    "pypdf",
    "pytest",
    "qrcode",
    "sqlite3",
    "typst",
    "unittest",
    "urllib3",
    "xlsxwriter",
    "yaml",
    "zoneinfo",
)
NOT_FOR_A_CALL = (
    "shared.adapters.due_timers",
    "shared.adapters.embedded.leader",
    "shared.adapters.google",
    "shared.adapters.queue_bus",
    "shared.api_page",
    "shared.kernel.relay",
    "shared.manifest",
    "shared.serve",
)

# Loads what is common to all targets, then each target that it reads in a fork of its own; null is one that can't be.
LOAD_EACH = """
import json, os, sys
import main, shared.entry
for target in sys.stdin:
    if not os.fork():
        getattr(main, target.strip())
        print(json.dumps(sorted(sys.modules)), flush=True)
        os._exit(0)
    if os.wait()[1]:
        print("null", flush=True)
"""

# One real call in embedded mode: signed in, to a record that is not there. What the call loaded is printed.
CALL = """
import json, sys
from datetime import UTC, datetime
import main
from functions_framework import create_app
app = create_app("eagenda_record_attendance", "main.py", "http")
from shared.entry import runtime
token = runtime().identity.access_token({person!r}, "session", datetime.now(UTC)).text
response = app.test_client().post(
    "/", json={{"agenda_id": "none", "code": "none"}}, headers={{"Authorization": "Bearer " + token}}
)
print(json.dumps([response.status_code, sorted(sys.modules)]))
"""

# Ours is imported twice: the libraries are loaded by the first time, so what the second one does is our own doing.
IMPORT_EVERYTHING = """
import importlib, json, pkgutil, sys, threading
done, watching = [], False
def watch(name, arguments):
    if not watching:
        return
    if name == "open" and isinstance(arguments[1], str) and set("wax+") & set(arguments[1]):
        done.append([name, str(arguments)])
    if name in {"socket.bind", "socket.connect", "sqlite3.connect", "subprocess.Popen", "os.mkdir", "os.fork"}:
        done.append([name, str(arguments)])
def import_all():
    for package in ("shared", "functions"):
        for module in pkgutil.walk_packages([package], f"{package}."):
            importlib.import_module(module.name)
sys.dont_write_bytecode = True
sys.addaudithook(watch)
import_all()
ours = [name for name in sys.modules if name.partition(".")[0] in {"shared", "functions"}]
for name in ours:
    del sys.modules[name]
watching = True
import_all()
watching = False
print(json.dumps([done, [thread.name for thread in threading.enumerate()], len(ours)]))
"""


def environment(data: Path) -> dict[str, str]:
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("TROWULAN_", "COV"))}
    return {**outside, "TROWULAN_DATA": str(data)}


def python(program: str, data: Path) -> object:
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=catalogue.ROOT,
        env=environment(data),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout.splitlines()[-1])


def below(modules: list[str], *names: str) -> list[str]:
    return [module for module in modules for name in names if module == name or module.startswith(f"{name}.")]


def operations_among(modules: list[str]) -> set[str]:
    targets = {f"functions.{it.system}.{it.name}": it.target for it in catalogue.everything()}
    return {targets[module] for module in modules if module in targets}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that nobody has made."""
    return tmp_path_factory.mktemp("loaded") / "data"


@pytest.fixture(scope="module")
def load(data: Path) -> Iterator[Callable[[str], list[str] | None]]:
    """Return what loads a target in a process of its own, and says which modules are then loaded."""
    with subprocess.Popen(
        [sys.executable, "-c", LOAD_EACH],
        cwd=catalogue.ROOT,
        env=environment(data),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as loader:
        told, heard = loader.stdin, loader.stdout
        assert told is not None
        assert heard is not None

        def load_one(target: str) -> list[str] | None:
            print(target, file=told, flush=True)
            modules: list[str] | None = json.loads(heard.readline())
            return modules

        yield load_one


# The ports by which people sign, and what a page knows of signatures, without one that signs or looks.
KNOWS_OF_SIGNING = """
import json, sys
import main, shared.signatures.verify
from shared.entry import runtime
runtime().signer, runtime().enrolment, runtime().signature_roots
runtime().records.close()
print(json.dumps(sorted(sys.modules)))
"""


def test_what_signs_is_loaded_by_nothing_but_a_signature(tmp_path: Path) -> None:
    modules = python(KNOWS_OF_SIGNING, tmp_path / "data")
    assert isinstance(modules, list)
    assert "shared.adapters.local_signer" in modules
    assert below(modules, "aiohttp", "asn1crypto", "lxml", "oscrypto", "pyhanko", "pyhanko_certvalidator") == []


@pytest.mark.slow  # a process for each function
@pytest.mark.parametrize("declared", list(catalogue.everything()), ids=lambda it: it.target)
def test_loading_a_target_imports_no_sibling_no_adapter_and_nothing_heavy(
    declared: catalogue.Declaration, load: Callable[[str], list[str] | None], data: Path
) -> None:
    modules = load(declared.target)
    assert modules is not None
    assert operations_among(modules) == {declared.target}
    assert below(modules, *HEAVY, "shared.adapters", *NOT_FOR_A_CALL) == []
    assert not data.exists()


def test_a_call_loads_the_adapters_that_it_uses_and_no_other(tmp_path: Path) -> None:
    from shared.adapters.embedded.sqlite_records import SqliteRecords
    from shared.permissions import Permission
    from tests.desk import Desk

    (tmp_path / "data").mkdir()
    records = SqliteRecords(tmp_path / "data/records.db")
    person = Desk(records, tmp_path).employee("Aditya", Permission.ATTEND)
    records.close()

    answered = python(CALL.format(person=person.id), tmp_path / "data")

    assert isinstance(answered, list)
    status, modules = answered
    assert status == 404
    assert operations_among(modules) == {"eagenda_record_attendance"}
    heavy = [name for name in HEAVY if name != "sqlite3"]
    assert below(modules, *heavy, *NOT_FOR_A_CALL, "shared.adapters.embedded.folder_documents") == []
    assert "shared.adapters.embedded.sqlite_records" in modules


def test_a_call_that_is_refused_at_the_door_does_not_load_the_store(tmp_path: Path) -> None:
    program = CALL.format(person="nobody").replace('"Bearer " + token', '"Bearer none"')
    answered = python(program, tmp_path / "data")
    assert isinstance(answered, list)
    assert answered[0] == 401
    assert below(answered[1], "sqlite3") == []


def test_an_error_inside_an_operations_module_surfaces_as_itself_and_no_other_name_is_known(tmp_path: Path) -> None:
    program = (
        "import json, main\n"
        "unknown = [name for name in ('eagenda_none', 'eagenda_records', '__path__', 'x') if hasattr(main, name)]\n"
        "print(json.dumps([unknown, main.eagenda_record_attendance.__name__]))"
    )
    assert python(program, tmp_path / "data") == [[], "eagenda_record_attendance"]


def test_nothing_happens_at_import(tmp_path: Path) -> None:
    imported = python(IMPORT_EVERYTHING, tmp_path / "data")
    assert isinstance(imported, list)
    done, threads, modules = imported
    assert done == []
    assert threads == ["MainThread"]
    assert modules > 60  # everything was imported indeed
    assert not (tmp_path / "data").exists()
