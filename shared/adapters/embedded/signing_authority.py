"""The authority for signatures among the office's other keys: one file for each that there was, the newest last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.adapters.embedded.keys import write_once
from shared.signatures.authority import Authority, AuthorityDamaged, new_authority

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_FILES = "signing-*.pem"


class FileAuthorities:
    """The authorities in one folder of keys."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; nothing is read or made before it is asked for."""
        self._folder = folder

    def current(self, now: datetime) -> Authority:
        """Return the newest, or make one where it would end too soon or is missing."""
        found = self._all()
        if found and found[-1].can_sign_at(now):
            return found[-1]
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_once(self._folder / f"signing-{len(found) + 1:04}.pem", new_authority(now).pem)
        return self._all()[-1]  # another process may have been first

    def roots(self) -> tuple[str, ...]:
        """Return their certificates."""
        return tuple(it.root for it in self._all())

    def _all(self) -> list[Authority]:
        return [_read(path) for path in sorted(self._folder.glob(_FILES))]


def _read(path: Path) -> Authority:
    try:
        return Authority.read(path.read_text(encoding="ascii"))
    except (AuthorityDamaged, OSError, ValueError):
        raise AuthorityDamaged(f"{path} is damaged: restore it from a backup") from None
