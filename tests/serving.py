"""The embedded server's app in this process, on a data folder of the test's own."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from werkzeug.test import Client

from shared import entry
from shared.serve import Dispatcher

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def serving(folder: Path) -> Iterator[Client]:
    """Serve; ``folder/data`` holds the records, ``folder/portal`` the built portal."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("TROWULAN_DATA", str(folder / "data"))
        environment.setenv("TROWULAN_DEMO", "no")
        entry.runtime.cache_clear()
        try:
            yield Client(Dispatcher(folder / "portal"))
        finally:
            entry.runtime().records.close()
            entry.runtime.cache_clear()
