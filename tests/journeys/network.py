"""Devices on the office's network, whose browsers trust its authority."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Playwright

    from tests.lan.office import Office


def trusting_home(home: Path, office: Office) -> Path:
    """Let the certificate store of a home trust the office's authority, as after *Percayai*."""
    store = home / ".pki" / "nssdb"
    store.mkdir(parents=True)
    certutil = required("certutil", "libnss3-tools")
    for arguments in (
        ("-N", "--empty-password"),
        ("-A", "-n", "Trowulan CA", "-t", "C,,", "-i", str(office.authority)),
    ):
        subprocess.run([certutil, "-d", f"sql:{store}", *arguments], check=True, capture_output=True, timeout=30)
    return home


@contextmanager
def browser_of(playwright: Playwright, home: Path) -> Iterator[Browser]:
    """Start a browser that trusts what this home trusts."""
    browser = playwright.chromium.launch(
        executable_path=required("chromium", "chromium"),
        args=["--no-sandbox", "--disable-background-networking", "--no-first-run"],
        env={**os.environ, "HOME": str(home)},
    )
    try:
        yield browser
    finally:
        browser.close()


def required(program: str, package: str) -> str:
    """Find a program; where tests must be complete its absence fails, elsewhere the test stands aside by name."""
    found = shutil.which(program)
    if found is None:
        message = f"{program} (Debian: {package}) is not on this machine"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return found
