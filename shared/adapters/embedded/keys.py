"""The deployment's signing keys: one file each, readable by the server's user alone."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def signing_keys(folder: Path) -> list[str]:
    """Return the keys in order of their ids, the newest last."""
    return list(keys_by_id(folder).values())


def keys_by_id(folder: Path) -> dict[str, str]:
    """Return the keys by their ids, the newest last; a first key is made where there is none.

    The file's name is the key's id. Rotation adds a file; removing the old one ends what it signed.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not any(folder.glob("*.key")):
        write_once(folder / "0001.key", secrets.token_urlsafe(48))
    return {path.stem: path.read_text().strip() for path in sorted(folder.glob("*.key"))}


def write_once(path: Path, text: str) -> None:
    """Create the file with mode 0600; whoever comes second at the same moment keeps the first one's."""
    draft = path.with_suffix(f".{os.getpid()}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
