"""The page for newcomers is right: what it says to write passes every check and adds the operation."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "add-an-operation.md"
FILE_WITH_ITS_TEXT = re.compile(r"^`(\S+\.py)`\n\n```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE_NAMED = re.compile(r"`((?:functions|shared|tests)/\S+\.py)`")


@pytest.fixture(scope="module")
def newcomer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the code in which somebody followed the page."""
    copy = tmp_path_factory.mktemp("newcomer")
    for folder in ("functions", "infra", "shared", "tests"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    for path, text in files_to_write().items():
        (copy / path).write_text(text, encoding="utf-8")
    return copy


def files_to_write() -> dict[str, str]:
    return dict(FILE_WITH_ITS_TEXT.findall(PAGE.read_text(encoding="utf-8")))


def run(folder: Path, *module: str) -> None:
    ended = subprocess.run([sys.executable, "-m", *module], cwd=folder, check=False, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_two_files_are_enough_and_neither_is_there_yet() -> None:
    assert list(files_to_write()) == ["functions/eagenda/hide_names.py", "tests/eagenda/test_hide_names.py"]
    assert not any((ROOT / path).exists() for path in files_to_write())


def test_its_tests_pass(newcomer: Path) -> None:
    run(newcomer, "pytest", "-q", "-m", "not emulator", "tests/eagenda/test_hide_names.py")


def test_its_files_are_clean(newcomer: Path) -> None:
    files = tuple(files_to_write())
    run(newcomer, "ruff", "check", *files)
    run(newcomer, "ruff", "format", "--check", *files)
    run(newcomer, "mypy", *files)


def test_the_manifest_gains_the_operation(newcomer: Path) -> None:
    run(newcomer, "shared.manifest")
    listed = json.loads((newcomer / "infra" / "generated" / "functions.json").read_text(encoding="utf-8"))
    assert "eagenda_hide_names" in json.dumps(listed)


def test_every_file_that_it_names_exists(newcomer: Path) -> None:
    named = FILE_NAMED.findall(PAGE.read_text(encoding="utf-8"))
    assert [path for path in named if not (newcomer / path).is_file()] == []
