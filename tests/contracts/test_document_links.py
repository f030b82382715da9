"""What the links of a document store promise, sentence by sentence, on every store there is.

The emulator checks no signature, so what a link forbids is asked of the folder and of a bucket that is as strict as
Google's; what it allows is asked of all three.
"""

from __future__ import annotations

import http.client
import io
import string
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from werkzeug.test import Client

from shared.adapters.embedded.file_door import FileDoor
from shared.adapters.embedded.file_links import FileLinks
from shared.adapters.embedded.folder_documents import FolderDocuments
from shared.adapters.google.cloud_documents import CloudDocuments
from shared.ports.documents import Download, NameRefused, Upload, UploadLink
from tests.cloud.bucket import signer
from tests.desk import Clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from shared.ports.documents import Documents

    Send = Callable[[str, str, bytes, Mapping[str, str]], tuple[int, Mapping[str, str], bytes]]

CONTENT = b"%PDF-1.7 isi"
UPLOAD = Upload("5f2c", "application/pdf", len(CONTENT))
DOWNLOAD = Download("eagenda/1/lampiran/2", "Rundown.pdf", "application/pdf")
MINUTES = timedelta(minutes=10)
FAR_FUTURE = datetime(2100, 1, 1, tzinfo=UTC)


@dataclass
class Store:
    """A store, the hands that follow its links, and the clock that its door looks at."""

    documents: Documents
    send: Send
    now: datetime
    set_clock: Callable[[datetime], None]

    def upload_link(self, upload: Upload = UPLOAD) -> UploadLink:
        """Return a link of ten minutes."""
        return self.documents.upload_link(upload, self.now, self.now + MINUTES)

    def put(
        self, link: UploadLink, content: bytes = CONTENT, url: str = "", media_type: str = "application/pdf"
    ) -> int:
        """Follow it; return the status."""
        return self.send("PUT", url or link.url, content, {**link.headers, "Content-Type": media_type})[0]

    def download_link(self, download: Download = DOWNLOAD) -> str:
        """Return a link of ten minutes."""
        return self.documents.download_link(download, self.now, self.now + MINUTES)

    def get(self, url: str) -> tuple[int, Mapping[str, str], bytes]:
        """Follow it."""
        return self.send("GET", url, b"", {})

    def arrived(self) -> bytes | None:
        """Return what lies in quarantine."""
        return self.documents.quarantined(UPLOAD.name, 1000)


def over_network(
    method: str, url: str, body: bytes, headers: Mapping[str, str]
) -> tuple[int, Mapping[str, str], bytes]:
    split = urlsplit(url)
    connection = http.client.HTTPConnection(split.netloc, timeout=10)
    try:
        connection.request(method, f"{split.path}?{split.query}", body, dict(headers))
        answer = connection.getresponse()
        return answer.status, dict(answer.headers), answer.read()
    finally:
        connection.close()


def folder_store(tmp_path: Path) -> Store:
    clock = Clock(datetime.now(UTC))
    links = FileLinks(lambda: {"0001": "an old key", "0002": "a new key"})
    documents = FolderDocuments(tmp_path / "documents", links)
    client = Client(FileDoor(documents, links, clock))

    def send(method: str, url: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, Mapping[str, str], bytes]:
        answer = client.open(urlsplit(url).path, method=method, data=body, headers=dict(headers))
        return answer.status_code, dict(answer.headers), answer.data

    return Store(documents, send, clock.now(), clock.set)


def opened(store: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if store == "folder":
        yield folder_store(tmp_path)
        return
    address, name = request.getfixturevalue(f"{store}_bucket")
    documents = CloudDocuments("demo-documents", name, emulator=address, signer=signer())
    bucket = request.getfixturevalue("bucket") if store == "strict" else None
    yield Store(documents, over_network, datetime.now(UTC), lambda now: setattr(bucket, "now", now))
    documents.close()


@pytest.fixture(params=["folder", "strict", pytest.param("emulated", marks=pytest.mark.emulator)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Return an empty store."""
    yield from opened(request.param, request, tmp_path)


@pytest.fixture(params=["folder", "strict"])
def guarding(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Return an empty store whose door looks at links."""
    yield from opened(request.param, request, tmp_path)


def test_what_is_put_by_a_link_arrives_in_quarantine_alone(store: Store) -> None:
    assert store.arrived() is None
    assert store.put(store.upload_link()) == 200
    assert store.arrived() == CONTENT
    assert store.documents.load(UPLOAD.name) is None


def test_no_more_is_read_from_quarantine_than_shows_that_it_is_too_much(store: Store) -> None:
    store.put(store.upload_link())
    assert store.documents.quarantined(UPLOAD.name, 4) == CONTENT[:5]


def test_what_is_dropped_or_swept_is_gone(store: Store) -> None:
    store.put(store.upload_link())
    for _ in range(2):
        store.documents.drop_quarantined(UPLOAD.name)
    assert store.arrived() is None
    store.put(store.upload_link())
    assert store.documents.sweep_quarantine(store.now - MINUTES) == 0
    assert store.arrived() == CONTENT
    assert store.documents.sweep_quarantine(FAR_FUTURE) == 1
    assert store.documents.sweep_quarantine(FAR_FUTURE) == 0
    assert store.arrived() is None


def test_sweeping_the_quarantine_touches_no_document(store: Store) -> None:
    store.documents.save(DOWNLOAD.name, CONTENT)
    store.documents.sweep_quarantine(FAR_FUTURE)
    assert store.documents.load(DOWNLOAD.name) == CONTENT


def test_a_document_is_downloaded_by_its_link(store: Store) -> None:
    store.documents.save(DOWNLOAD.name, CONTENT)
    status, _, content = store.get(store.download_link())
    assert (status, content) == (200, CONTENT)


def test_a_download_is_a_file_to_save_under_its_own_name(guarding: Store) -> None:
    guarding.documents.save(DOWNLOAD.name, CONTENT)
    _, headers, _ = guarding.get(guarding.download_link(Download(DOWNLOAD.name, 'Rapat "1", é.pdf', "application/pdf")))
    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Disposition"] == (
        "attachment; filename=\"Rapat _1__ _.pdf\"; filename*=UTF-8''Rapat%20%221%22%2C%20%C3%A9.pdf"
    )


@pytest.mark.parametrize("content", [CONTENT + b"x", CONTENT[:-1]])
def test_a_file_of_another_length_does_not_arrive(guarding: Store, content: bytes) -> None:
    assert guarding.put(guarding.upload_link(), content) == 400
    assert guarding.arrived() is None


def test_a_file_of_another_type_does_not_arrive(guarding: Store) -> None:
    assert guarding.put(guarding.upload_link(), media_type="text/html") in {403, 415}
    assert guarding.arrived() is None


def test_a_second_file_does_not_take_the_place_of_the_first(guarding: Store) -> None:
    guarding.put(guarding.upload_link())
    assert guarding.put(guarding.upload_link(), b"%PDF-1.7 ISI") == 412
    assert guarding.arrived() == CONTENT


def test_a_link_is_over_at_its_moment(guarding: Store) -> None:
    guarding.documents.save(DOWNLOAD.name, CONTENT)
    sending, reading = guarding.upload_link(), guarding.download_link()
    guarding.set_clock(guarding.now + MINUTES)
    assert guarding.put(sending) in {400, 403}
    assert guarding.get(reading)[0] in {400, 403}
    guarding.set_clock(guarding.now + MINUTES - timedelta(seconds=2))
    assert guarding.put(sending) == 200
    assert guarding.get(reading)[0] == 200


def test_a_link_does_one_thing(guarding: Store) -> None:
    guarding.documents.save(DOWNLOAD.name, CONTENT)
    sending, reading = guarding.upload_link(), guarding.download_link()
    assert guarding.get(sending.url)[0] == 403
    assert guarding.put(sending, url=reading) == 403
    assert guarding.arrived() is None


def test_a_link_is_for_one_object(guarding: Store) -> None:
    guarding.documents.save("eagenda/9/lampiran/9", b"rahasia")
    guarding.documents.save(DOWNLOAD.name, CONTENT)
    for change in _changes(guarding.download_link()):
        assert guarding.get(change)[0] == 403, change
    link = guarding.upload_link()
    for change in _changes(link.url):
        assert guarding.put(link, url=change) == 403, change
    assert guarding.arrived() is None


def _changes(url: str) -> Iterator[str]:
    """Yield the link with something of it changed, cut off, or made up."""
    path, _, query = url.partition("?")
    yield url[:-1]
    yield from (url[:-1] + letter for letter in string.ascii_letters + string.digits if letter != url[-1])
    yield path[:-3] + "abc" + ("?" + query if query else "")
    if query:
        yield url.replace("X-Goog-Expires=600", "X-Goog-Expires=604800")
        yield path
    else:
        yield url.replace("/0002/", "/0001/")
        yield url.replace("/0002/", "/9999/")


def test_no_link_leads_out_of_the_store(guarding: Store) -> None:
    with pytest.raises(NameRefused):
        guarding.upload_link(Upload("../keys/0001.key", "application/pdf", 1))
    with pytest.raises(NameRefused):
        guarding.download_link(Download("../keys/0001.key", "a.pdf", "application/pdf"))


def test_slow_lines_leave_most_of_the_server_to_others(tmp_path: Path) -> None:
    links, now = FileLinks(lambda: {"0001": "a key"}), datetime.now(UTC)
    door = FileDoor(FolderDocuments(tmp_path / "documents", links), links, Clock(now))
    arriving, held = threading.Barrier(7), threading.Event()

    class SlowLine(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            arriving.wait(10)
            held.wait(10)
            return super().read(size)

    def put(number: int, line: io.BytesIO) -> int:
        path = links.to_put(Upload(f"file-{number}", "application/pdf", len(CONTENT)), now + MINUTES)
        return (
            Client(door)
            .put(path, input_stream=line, content_type="application/pdf", content_length=len(CONTENT))
            .status_code
        )

    with ThreadPoolExecutor(6) as pool:
        slow = [pool.submit(put, number, SlowLine(CONTENT)) for number in range(6)]
        arriving.wait(10)
        assert put(6, io.BytesIO(CONTENT)) == 503
        held.set()
        assert [it.result() for it in slow] == [200] * 6
    assert put(6, io.BytesIO(CONTENT)) == 200


def test_links_of_an_older_key_hold_until_the_key_is_taken_away(tmp_path: Path) -> None:
    keys = {"0001": "an old key"}
    now = datetime.now(UTC)
    old = FileLinks(lambda: dict(keys)).to_get(DOWNLOAD, now + MINUTES)
    keys["0002"] = "a new key"
    both = FileLinks(lambda: dict(keys))
    assert both.read("GET", urlsplit(old).path, now) == DOWNLOAD
    assert "/api/files/0002/" in both.to_get(DOWNLOAD, now + MINUTES)
    del keys["0001"]
    assert FileLinks(lambda: dict(keys)).read("GET", urlsplit(old).path, now) is None
    assert not list(tmp_path.iterdir())
