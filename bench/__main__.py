"""Run the named benchmarks, or all of them: ``python -m bench [NAME …]``; each is a module of this package."""

from __future__ import annotations

import importlib
import sys

NAMES = (
    "http_scan",
    "series",
    "reaction",
    "push",
    "cold_start",
    "backup",
    "import_employees",
    "my_work",
    "letters",
    "signing",
    "recap",
    "find_people",
    "rotate_officials",
    "apel",
    "pretix",
)


def main(names: list[str]) -> int:
    """Run them one after another; they print what they reached and keep it in ``bench/results/``."""
    unknown = sorted({*names} - {*NAMES})
    if unknown:
        print(f"no such benchmark: {', '.join(unknown)}; there are {', '.join(NAMES)}", file=sys.stderr)
        return 2
    for name in names or NAMES:
        importlib.import_module(f"bench.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
