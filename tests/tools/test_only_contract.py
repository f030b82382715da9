"""The contract that keeps rules pure finds what isn't allowed, and nothing else."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.launch import ROOT

CONFIGURATION = """
[tool.importlinter]
root_packages = ["town"]
include_external_packages = true
contract_types = ["only: tests.tools.only_contract.OnlyContract"]

[[tool.importlinter.contracts]]
name = "Rules are pure"
type = "only"
modules = ["town.*.domain"]
may_import = ["datetime", "town.values"]
"""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A package with one domain, below the settings that guard it."""
    (tmp_path / "pyproject.toml").write_text(CONFIGURATION)
    domain = tmp_path / "town" / "market" / "domain"
    domain.mkdir(parents=True)
    for folder in (domain, domain.parent, domain.parents[1]):
        (folder / "__init__.py").touch()
    for module in ("town/values.py", "town/kernel.py", "town/market/domain/stall.py"):
        (tmp_path / module).touch()
    return tmp_path


def strays(town: Path, *imports: str) -> list[str]:
    (town / "town" / "market" / "domain" / "levy.py").write_text("\n".join(imports))
    lint: list[str | Path] = [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo"]
    environment = {"PYTHONPATH": f"{town}{os.pathsep}{ROOT}"}
    linted = subprocess.run(lint, cwd=town, env=environment, capture_output=True, check=False, text=True)
    assert "Contracts: " in linted.stdout, linted
    return re.findall("- town.market.domain.levy imports (.*)", linted.stdout)


def test_what_is_listed_may_be_imported(town: Path) -> None:
    assert strays(town, "from datetime import date", "from town.values import Rupiah", "import town.values") == []


def test_the_domain_may_import_itself(town: Path) -> None:
    assert strays(town, "from town.market.domain import stall") == []


@pytest.mark.parametrize("module", ["time", "town.kernel", "town.market", "requests"])
def test_everything_else_is_a_stray(town: Path, module: str) -> None:
    assert strays(town, f"import {module}") == [module]
