"""Documents in Cloud Storage: one object each, made on condition that there is none of its name.

The quarantine is a part of the same bucket, by the beginning of its names. Browsers put files there themselves, by
signed addresses; the bucket's CORS rules and a lifecycle rule that empties the quarantine stand in `infra`.
"""

from __future__ import annotations

import threading
from functools import cached_property
from typing import TYPE_CHECKING

from shared.adapters.google.signed_urls import AmbientSigner, ObjectRequest, over_network, signed_url, throwaway_signer
from shared.ports.documents import NameTaken, UploadLink, check_name

if TYPE_CHECKING:
    from datetime import datetime

    from google.cloud.storage import Bucket

    from shared.adapters.google.signed_urls import Signer
    from shared.ports.documents import Download, Upload

_SECONDS_PER_CALL = 30
_NONE_OF_THIS_NAME = 0  # the generation that Cloud Storage gives to an object that is not there
_ORIGIN = "https://storage.googleapis.com"
QUARANTINE = ".quarantine/"  # no document's name begins with a dot


class CloudDocuments:
    """The document store of one bucket."""

    def __init__(self, project: str, bucket: str, *, emulator: str = "", signer: Signer | None = None) -> None:
        """Name the bucket; nothing is opened before the first use. ``emulator`` is an address like 127.0.0.1:9023.

        Addresses are signed by ``signer``, else by the account that the process runs as.
        """
        self._project = project
        self._given_signer = signer
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
        check_name(name)
        return self._load(name)

    def delete(self, name: str) -> None:
        """Remove the document."""
        check_name(name)
        self._delete(name)

    def download_link(self, download: Download, now: datetime, until: datetime) -> str:
        """Return a signed address that answers with the object as an attachment."""
        check_name(download.name)
        told = {
            "response-content-disposition": download.disposition,
            "response-content-type": download.media_type,
        }
        request = ObjectRequest("GET", self._origin, self._bucket_name, download.name, query=told)
        return signed_url(request, self._signer, now, until)

    def upload_link(self, upload: Upload, now: datetime, until: datetime) -> UploadLink:
        """Return a signed address; type, length and that nothing has the name yet are signed as headers."""
        check_name(upload.name)
        headers = {
            "Content-Type": upload.media_type,
            "x-goog-content-length-range": f"{upload.size},{upload.size}",
            "x-goog-if-generation-match": str(_NONE_OF_THIS_NAME),
        }
        request = ObjectRequest("PUT", self._origin, self._bucket_name, QUARANTINE + upload.name, headers)
        return UploadLink(signed_url(request, self._signer, now, until), headers)

    def quarantined(self, name: str, at_most: int) -> bytes | None:
        """Return what arrived."""
        check_name(name)
        return self._load(QUARANTINE + name, at_most)

    def drop_quarantined(self, name: str) -> None:
        """Remove a file from quarantine."""
        check_name(name)
        self._delete(QUARANTINE + name)

    def sweep_quarantine(self, before: datetime) -> int:
        """Remove what arrived before that moment."""
        listed = self._bucket().list_blobs(prefix=QUARANTINE, timeout=_SECONDS_PER_CALL)
        old = [blob.name for blob in listed if blob.time_created < before]
        for name in old:
            self._delete(name)
        return len(old)

    def close(self) -> None:
        """Close the connections; the next use opens others."""
        with self._opening:
            if self._opened is not None:
                self._opened.client.close()
                self._opened = None

    def _load(self, name: str, last_byte: int | None = None) -> bytes | None:
        from google.api_core.exceptions import NotFound, RequestRangeNotSatisfiable

        blob = self._bucket().blob(name)
        try:
            return bytes(blob.download_as_bytes(end=last_byte, timeout=_SECONDS_PER_CALL))
        except NotFound:
            return None
        except RequestRangeNotSatisfiable:  # an empty object has no first byte to ask for
            return b""

    def _delete(self, name: str) -> None:
        from google.api_core.exceptions import NotFound

        try:
            self._bucket().blob(name).delete(timeout=_SECONDS_PER_CALL)
        except NotFound:
            return

    @property
    def _origin(self) -> str:
        return f"http://{self._emulator}" if self._emulator else _ORIGIN

    @cached_property
    def _signer(self) -> Signer:
        return self._given_signer or (throwaway_signer() if self._emulator else AmbientSigner(over_network()))

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
