"""Running run.py as a person does, and the interpreters that can be had for it."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run_py(*arguments: str, root: Path = ROOT, python: Path | str = sys.executable, **environment: str) -> "Ended":
    """Run run.py to its end."""
    ended = subprocess.run(
        [python, root / "run.py", *arguments],
        capture_output=True,
        check=False,
        env=os.environ | environment,
        text=True,
        timeout=60,
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)


class Ended:
    """What a person sees when run.py has ended."""

    def __init__(self, code: int, output: str, errors: str) -> None:
        self.code = code
        self.output = output
        self.errors = errors

    def refusal(self) -> str:
        """Return the one sentence that it ended with."""
        assert self.code == 1, self
        assert len(self.errors.splitlines()) == 1, self
        return self.errors.strip()

    def __repr__(self) -> str:
        return f"exit code {self.code}\n{self.output}\n{self.errors}"


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def interpreters() -> dict[tuple[int, int], Path]:
    """Find the interpreters of this machine by version: those of pyenv, then those on PATH."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    candidates = [*pyenv.glob("versions/3.*/bin/python3.*")]
    for folder in os.get_exec_path():
        if Path(folder) != pyenv / "shims":  # a shim may stand for a version that isn't switched on
            candidates += Path(folder).glob("python3.*")
    found: dict[tuple[int, int], Path] = {}
    for candidate in candidates:
        if version := re.fullmatch(r"python3\.(\d+)", candidate.name):
            found.setdefault((3, int(version[1])), candidate)
    return dict(sorted(found.items()))
