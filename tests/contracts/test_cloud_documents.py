"""What only a store behind a network can do: lose an answer, and be asked under a condition."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from shared.adapters.google.cloud_documents import CloudDocuments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cloud.bucket import StrictBucket


@pytest.fixture
def documents(bucket: StrictBucket) -> Iterator[CloudDocuments]:
    documents = CloudDocuments("demo-documents", bucket.name, emulator=bucket.address)
    yield documents
    documents.close()


def test_an_object_is_made_only_where_there_is_none(documents: CloudDocuments, bucket: StrictBucket) -> None:
    documents.save("surat.pdf", b"isi")
    assert bucket.conditions == ["0"]


def test_an_answer_that_is_lost_after_the_object_was_made_costs_nothing(
    documents: CloudDocuments, bucket: StrictBucket
) -> None:
    bucket.answers_to_lose = 1
    documents.save("surat.pdf", b"isi")
    assert documents.load("surat.pdf") == b"isi"
    assert bucket.conditions == ["0", "0"]


def test_a_closed_store_may_be_opened_again(documents: CloudDocuments) -> None:
    documents.close()
    documents.save("surat.pdf", b"isi")
    documents.close()
    assert documents.load("surat.pdf") == b"isi"


def test_nothing_is_opened_before_the_first_use() -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody_comes:
        nobody_comes.settimeout(0)
        CloudDocuments("demo-documents", "documents", emulator=f"127.0.0.1:{nobody_comes.getsockname()[1]}").close()
        with pytest.raises(BlockingIOError):
            nobody_comes.accept()
