"""The limits that a process for one piece of work takes upon itself before it begins."""

from __future__ import annotations

import math
import sys

if sys.platform != "win32":
    import resource

# An attendance list of 3,000 rows takes 0.8 of it, a picture of 60 million pixels 0.5.
_MEMORY_BYTES = 1 << 30


def limit_this_process(seconds: float) -> None:
    """Have the system end this process when it takes too much; Windows has no such limits."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
        # Whoever waits ends slow work by its clock; this one also does when the waiting process has died meanwhile.
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(seconds), math.ceil(seconds)))
        # The memory of a process that crashed holds people's names: never on disk.
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
