"""Links to one file each, signed with the deployment's key: the embedded form of a bucket's signed addresses.

``/api/files/{kid}/{token}``: the key's id says which key has signed, the token holds all that the link allows. What it
allows to do (PUT or GET) is part of what is signed, so that neither can stand for the other. A link is a path, so that
a page stays with the address by which it has reached us.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from itsdangerous import BadData, URLSafeSerializer

from shared.ports.documents import Download, Upload

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

PATH = "/api/files/"


class FileLinks:
    """Writes links and reads them back."""

    def __init__(self, keys: Callable[[], Mapping[str, str]]) -> None:
        """Sign with the last of ``keys``, by id; they are read on first use."""
        self._read_keys = keys

    def to_put(self, upload: Upload, until: datetime) -> str:
        """Return the link that lets one file into quarantine."""
        return self._write("PUT", [upload.name, upload.media_type, upload.size], until)

    def to_get(self, download: Download, until: datetime) -> str:
        """Return the link that answers with one document."""
        return self._write("GET", [download.name, download.file_name, download.media_type], until)

    def read(self, method: str, path: str, now: datetime) -> Upload | Download | None:
        """Return what a link allows by that method now, or None when it allows nothing."""
        kid, _, token = path.removeprefix(PATH).partition("/")
        if kid not in self._keys:
            return None
        signer = self._signer(kid, method)
        try:
            until, *allowed = signed = signer.loads(token)
        except BadData:
            return None
        if signer.dumps(signed) != token:  # base64 can write one signature in several ways; a link is written in one
            return None
        if now.timestamp() >= until:
            return None
        return Upload(*allowed) if method == "PUT" else Download(*allowed)

    def _write(self, method: str, allowed: list[Any], until: datetime) -> str:
        kid = list(self._keys)[-1]
        token = self._signer(kid, method).dumps([int(until.timestamp()), *allowed])
        return f"{PATH}{kid}/{token!s}"

    def _signer(self, kid: str, method: str) -> URLSafeSerializer:
        return URLSafeSerializer(self._keys[kid], salt=f"trowulan.file.{method}")

    @cached_property
    def _keys(self) -> Mapping[str, str]:
        return self._read_keys()
