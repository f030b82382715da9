"""Modules of a package without the rest that its ``__init__`` would load.

A function loads a library while its caller waits, and ``google.cloud.firestore_v1`` loads, beside the service's own
calls, clients that we don't use. Nobody loses anything: who imports the whole package later gets it whole, with the
same modules in it.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def parts_of(*packages: str) -> Iterator[None]:
    """While it lasts, import submodules of these packages, outermost first, without running their ``__init__``."""
    hollow = [package for package in packages if package not in sys.modules]
    try:
        for package in hollow:
            spec = find_spec(package)
            if spec is None:
                raise ModuleNotFoundError(f"No module named {package!r}", name=package)
            sys.modules[package] = module_from_spec(spec)
        yield
    finally:
        for package in hollow:
            sys.modules.pop(package, None)
