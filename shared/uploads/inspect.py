"""Have a file looked at, in a process of its own, for it comes from a stranger and its readers are large libraries.

What comes back is kept: a picture is drawn anew, so that nothing but its dots is left (no place, no camera, nothing
hidden beside them); a PDF and an office file stay as they are to the last byte, for they may be signed.
"""

from __future__ import annotations

import json
import logging
import threading
from functools import cache

from shared.apart.run import ApartFailed, TookTooLong, run_apart
from shared.rules.files import FileFault, FileKind
from shared.uploads.faulty import Faulty

SECONDS = 20.0
_AT_ONCE = 2  # a large picture takes half a gigabyte while it is drawn

_log = logging.getLogger("trowulan")


def inspect(kind: FileKind, content: bytes, *, seconds: float = SECONDS, longest_side: int = 0) -> bytes:
    """Return the content to keep of a file of that kind; a picture no larger than told. Raises Faulty."""
    order = json.dumps({"kind": kind.value, "seconds": seconds, "longest_side": longest_side}).encode()
    try:
        with _turns():
            made = run_apart("shared.uploads.look", order + b"\n" + content, seconds)
    except TookTooLong:
        raise Faulty(FileFault.TOO_MUCH) from None
    except ApartFailed as failed:  # it crashed, or took more memory or time than the system allows it
        _log.warning("a file could not be looked at: %s", failed)
        raise Faulty(FileFault.DAMAGED) from None
    verdict, _, kept = made.partition(b"\n")
    fault = json.loads(verdict)["fault"]
    if fault is not None:
        raise Faulty(FileFault(fault))
    return kept or content


@cache
def _turns() -> threading.BoundedSemaphore:
    return threading.BoundedSemaphore(_AT_ONCE)
