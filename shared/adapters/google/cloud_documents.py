"""Documents in Cloud Storage: one object each, made on condition that there is none of its name."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from shared.ports.documents import NameTaken, check_name

if TYPE_CHECKING:
    from google.cloud.storage import Bucket

_SECONDS_PER_CALL = 30
_NONE_OF_THIS_NAME = 0  # the generation that Cloud Storage gives to an object that is not there


class CloudDocuments:
    """The document store of one bucket."""

    def __init__(self, project: str, bucket: str, *, emulator: str = "") -> None:
        """Name the bucket; nothing is opened before the first use. ``emulator`` is an address like 127.0.0.1:9023."""
        self._project = project
        self._bucket_name = bucket
        self._emulator = emulator
        self._opening = threading.Lock()
        self._opened: Bucket | None = None

    def save(self, name: str, content: bytes) -> None:
        """Keep the document under its name."""
        from google.api_core.exceptions import PreconditionFailed

        check_name(name)
        blob = self._bucket().blob(name)
        try:
            # A file is never shown by the browser as what it says it is: whoever hands it out names its type.
            blob.upload_from_string(
                content,
                content_type="application/octet-stream",
                if_generation_match=_NONE_OF_THIS_NAME,
                timeout=_SECONDS_PER_CALL,
            )
        except PreconditionFailed:
            # Perhaps by ourselves: an answer may be lost after the object was made, and the library asks again.
            if self.load(name) != content:
                raise NameTaken(name) from None

    def load(self, name: str) -> bytes | None:
        """Return the document, or None."""
        from google.api_core.exceptions import NotFound

        check_name(name)
        try:
            return bytes(self._bucket().blob(name).download_as_bytes(timeout=_SECONDS_PER_CALL))
        except NotFound:
            return None

    def close(self) -> None:
        """Close the connections; the next use opens others."""
        with self._opening:
            if self._opened is not None:
                self._opened.client.close()
                self._opened = None

    def _bucket(self) -> Bucket:
        with self._opening:
            if self._opened is None:
                self._opened = self._connect()
            return self._opened

    def _connect(self) -> Bucket:
        from google.cloud.storage import Client

        if not self._emulator:
            return Client(self._project).bucket(self._bucket_name)
        from google.auth.credentials import AnonymousCredentials

        options = {"api_endpoint": f"http://{self._emulator}"}
        client = Client(self._project, credentials=AnonymousCredentials(), client_options=options)
        return client.bucket(self._bucket_name)
