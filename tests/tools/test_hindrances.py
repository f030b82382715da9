"""What stands between a person and a running Trowulan is said in one sentence that names the way out."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from run import Hindrance, network_address
from tests.tools.launch import ROOT, interpreters, run_py

OLD_VERSIONS = [(3, 8), (3, 9), (3, 10)]
WITHOUT_FTS5 = """
sqlite_version_info = (3, 46, 0)
class OperationalError(Exception): ...
class connect:
    def __init__(self, path): ...
    def execute(self, statement): raise OperationalError("no such module: fts5")
    def close(self): ...
"""


@pytest.fixture
def busy_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A folder whose modules hide those of the standard library."""
    return tmp_path


@pytest.mark.parametrize("version", OLD_VERSIONS, ids="python{0[0]}.{0[1]}".format)
def test_an_old_interpreter_is_told_which_one_to_install(version: tuple[int, int]) -> None:
    python = interpreters().get(version)
    if python is None:
        pytest.skip("python{}.{} is not on this machine".format(*version))

    refusal = run_py("run", python=python).refusal()

    assert "Ini Python {}.{}.".format(*version) in refusal
    assert refusal.endswith("pasang paket python3.11.")


def test_a_python_without_ensurepip_is_told_which_package_brings_it(library: Path, tmp_path: Path) -> None:
    (library / "ensurepip.py").write_text("raise ImportError")

    refusal = run_py("run", PYTHONPATH=str(library), PATH=str(tmp_path)).refusal()

    assert refusal.endswith("pasang paket python{}.{}-venv.".format(*sys.version_info))


def test_a_python_without_ensurepip_will_do_where_uv_is_there(library: Path, tmp_path: Path, busy_port: int) -> None:
    (library / "ensurepip.py").write_text("raise ImportError")
    (tmp_path / "uv").touch(mode=0o755)

    arguments = ("run", "--port", str(busy_port), "--data", str(tmp_path / "data"))
    refusal = run_py(*arguments, PYTHONPATH=str(library), PATH=str(tmp_path)).refusal()

    assert "sedang dipakai" in refusal


@pytest.mark.parametrize(
    ("module", "sentence"),
    [
        ("raise ImportError", "dibuat tanpa SQLite: pasang Python"),
        ("sqlite_version_info, sqlite_version = (3, 37, 2), '3.37.2'", "Ini SQLite 3.37.2, Trowulan memerlukan 3.38"),
        (WITHOUT_FTS5, "dibuat tanpa FTS5: perbarui paket libsqlite3"),
    ],
    ids=["no SQLite", "old SQLite", "no FTS5"],
)
def test_a_database_library_that_lacks_something_is_named(library: Path, module: str, sentence: str) -> None:
    (library / "sqlite3.py").write_text(module)

    assert sentence in run_py("run", PYTHONPATH=str(library)).refusal()


def test_a_data_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    in_the_way = tmp_path / "data"
    in_the_way.touch()

    for folder in (in_the_way, in_the_way / "below"):
        assert f"Folder data {folder} tidak dapat ditulisi" in run_py("run", "--data", str(folder)).refusal()


def test_a_port_in_use_is_named(tmp_path: Path, busy_port: int) -> None:
    refusal = run_py("run", "--port", str(busy_port), "--data", str(tmp_path)).refusal()

    assert f"Port {busy_port} sedang dipakai" in refusal


@pytest.mark.parametrize("port", ["0", "65536", "-1", "8080a", "delapan", ""])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    assert f"bukan “{port}”" in run_py("run", f"--port={port}").refusal()


@pytest.mark.parametrize("arguments", [[], ["lari"], ["run", "--cepat"]], ids=" ".join)
def test_an_unknown_command_is_told_where_the_known_ones_are(arguments: list[str]) -> None:
    assert "python3 run.py --help" in run_py(*arguments).refusal()


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        (["PORT=0"], "Port harus angka dari 1 sampai 65535, bukan “0”."),
        (
            ["LAN=1", "ADDRESS=kantor_1"],
            "Alamat harus seperti 192.168.1.10 atau trowulan.kantor.go.id, bukan “kantor_1”.",
        ),
        (["KEY=kunci.pem"], "--host, --certificate, dan --key hanya berlaku bersama --lan."),
    ],
    ids=["port", "network", "certificate"],
)
def test_make_passes_settings_on(settings: list[str], sentence: str) -> None:
    made = subprocess.run(["make", "run", *settings], cwd=ROOT, capture_output=True, check=False, text=True)  # noqa: S607 -- the make of this machine

    assert made.stderr.startswith(sentence)


def test_the_address_on_the_network_is_this_machine_s_own_or_asked_for() -> None:
    try:
        address = network_address()
    except Hindrance as hindrance:
        assert "sebut alamatnya dengan --host" in str(hindrance)  # noqa: PT017 - a machine may have no network
    else:
        with socket.create_server((address, 0)):
            assert address != "127.0.0.1"
