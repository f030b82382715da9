"""An office of an earlier release, upgraded to this one."""

from __future__ import annotations

import json
import tarfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.server import Caller, Server

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
RELEASES = sorted(path.name.removesuffix(".tar.gz") for path in HERE.glob("*.tar.gz"))


def said_by(release: str) -> dict[str, Any]:
    """Return what a release said of its own data."""
    said: dict[str, Any] = json.loads((HERE / f"{release}.json").read_text(encoding="utf-8"))
    return said


# From 0.2.0 on there is the work of a whole office.
RELEASES_WITH_WORK = [release for release in RELEASES if "work" in said_by(release)]


@dataclass
class Upgraded:
    """A server of today on the data of a release, and what that release said."""

    server: Server
    said: dict[str, Any]

    def ask(self, path: str, person_id: str = "") -> Any:  # noqa: ANN401 -- whatever JSON comes
        """Ask as the organiser of those days, or as somebody else."""
        with Caller(self.server) as caller:
            answer = caller.get(path, self.server.token(person_id or self.said["organiser"]))
        assert answer.status == 200, answer
        return answer.body

    def finds(self, text: str) -> list[str]:
        """Return the names that the search box finds."""
        with Caller(self.server) as caller:
            answer = caller.post("portal-find-people", {"text": text}, self.server.token(self.said["organiser"]))
        assert answer.status == 200, answer
        return [str(it["name"]) for it in answer.body["items"]]


@contextmanager
def upgraded(release: str, folder: Path) -> Iterator[Upgraded]:
    """Open the data of a release."""
    with tarfile.open(HERE / f"{release}.tar.gz") as archive:
        archive.extractall(folder / "var", filter="data")
    with Server(folder / "var") as server:
        yield Upgraded(server, said_by(release))
