"""What may not stand in the project's files."""

from __future__ import annotations

import inspect
import re
import subprocess
from pathlib import Path

import pytest

from shared.kernel import catalogue

MOST_KERNEL_LINES = 1500
MOST_OF_OPERATION, MOST_OF_THREE_STEPS = 80, 125  # with what is called outside any transaction, and the step after it
MOST_OF_RULES, MOST_OF_TESTS = 200, 300

# Written apart, so that this file does not hold what it looks for.
REGISTRIES = re.compile(
    "|".join(
        ("pypi" + r"\.org", "python" + "hosted", "npm" + "js", "yarn" + "pkg", "deb" + r"\.debian", "go" + "proxy")
    )
)
# A moment asked for its day or hour answers in UTC; `shared/rules/calendar.py` knows which it is in Mojokerto.
OWN_DAY = re.compile(r"\.date\(\)|\.timetz?\(\)|\.strftime\(|\bdate\.today\(|\{[^{}]*:%[a-zA-Z]")
OF_DATES = {"calendar.py", "icalendar.py", "recurrence.py"}
FAKES = re.compile("mo" + r"ck\.patch|" + "unittest" + r"\.mock|Magic" + "Mock|@" + "patch")


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", *patterns],  # noqa: S607 -- the git of whoever works here
        cwd=catalogue.ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [catalogue.ROOT / name for name in listed.stdout.split("\0") if name and (catalogue.ROOT / name).is_file()]


def lines_that_match(files: list[Path], pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{file.relative_to(catalogue.ROOT)}:{number}"
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="ignore").splitlines(), 1)
        if pattern.search(line)
    ]


def test_the_kernel_stays_small() -> None:
    kernel = Path(catalogue.__file__).parent.glob("*.py")
    assert sum(len(file.read_text(encoding="utf-8").splitlines()) for file in kernel) < MOST_KERNEL_LINES


def test_no_file_has_grown_so_long_that_it_holds_two_things() -> None:
    most = {
        Path(inspect.getfile(it.function)): MOST_OF_THREE_STEPS if it.call else MOST_OF_OPERATION
        for it in catalogue.everything()
    }
    most |= dict.fromkeys((catalogue.ROOT / "functions").glob("*/domain/*.py"), MOST_OF_RULES)
    most |= dict.fromkeys((catalogue.ROOT / "tests").rglob("test_*.py"), MOST_OF_TESTS)

    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in most}
    assert {file.name: length for file, length in lengths.items() if length > most[file]} == {}


@pytest.mark.skipif(not (catalogue.ROOT / ".git").exists(), reason="source check not run: this is no clone")
def test_no_file_names_the_host_of_a_registry() -> None:
    assert lines_that_match(tracked(), REGISTRIES) == []


def test_tests_fake_nothing() -> None:
    tests = sorted((catalogue.ROOT / "tests").rglob("*.py"))
    assert lines_that_match(tests, FAKES) == []


def test_what_day_and_hour_it_is_in_mojokerto_is_told_in_one_place() -> None:
    rules, adapters = catalogue.ROOT / "shared/rules", catalogue.ROOT / "shared/adapters"
    code = [it for folder in ("functions", "shared") for it in sorted((catalogue.ROOT / folder).rglob("*.py"))]
    # Adapters write what their formats ask for: signed addresses, names of backups.
    asking = [it for it in code if adapters not in it.parents and not (it.parent == rules and it.name in OF_DATES)]
    assert len(asking) > len(code) / 2
    assert lines_that_match(asking, OWN_DAY) == []


def test_no_folder_is_called_static_which_the_framework_would_serve_to_everybody() -> None:
    assert [folder for folder in ("functions", "shared") for _ in (catalogue.ROOT / folder).rglob("static")] == []
    assert not (catalogue.ROOT / "static").exists()
