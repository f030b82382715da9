"""What a document store promises, sentence by sentence, on every store there is."""

from __future__ import annotations

import os
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.adapters.embedded.file_links import FileLinks
from shared.adapters.embedded.folder_documents import FolderDocuments
from shared.adapters.google.cloud_documents import CloudDocuments
from shared.ports.documents import NameRefused, NameTaken, check_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shared.ports.documents import Documents

GOOD_NAMES = ["a", "surat.pdf", "2026/11/daftar-hadir_v1.pdf", "a" * 100, "/".join("abcdefgh"), "-", "_", "0..1"]
BAD_NAMES = [
    "",
    "/",
    "/etc/passwd",
    "//etc/passwd",
    "..",
    ".",
    "../surat.pdf",
    "a/../../surat.pdf",
    "a/..",
    "a/./b",
    ".rahasia",
    "a/.rahasia",
    "a//b",
    "a/",
    "a\\b",
    "..\\surat.pdf",
    "C:surat.pdf",
    "surat\x00.pdf",
    "surat.pdf\n",
    "surat pdf",
    "súrat.pdf",
    "%2e%2e/surat.pdf",
    "a" * 101,
    "/".join("abcdefghi"),
    "~root/surat.pdf",
]


def folder_documents(folder: Path) -> FolderDocuments:
    return FolderDocuments(folder / "documents", FileLinks(dict))


def opened(store: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Documents]:
    if store == "folder":
        yield folder_documents(tmp_path)
        return
    address, bucket = request.getfixturevalue(f"{store}_bucket")
    documents = CloudDocuments("demo-documents", bucket, emulator=address)
    yield documents
    documents.close()


@pytest.fixture(params=["folder", "strict", pytest.param("emulated", marks=pytest.mark.emulator)])
def documents(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Documents]:
    """Return an empty store."""
    yield from opened(request.param, request, tmp_path)


@pytest.fixture(params=["folder", "strict"])
def guarding(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Documents]:
    """Return an empty store that guards a taken name: the emulator ignores the condition and can't be asked."""
    yield from opened(request.param, request, tmp_path)


@pytest.mark.parametrize("name", GOOD_NAMES)
def test_what_was_saved_is_loaded(documents: Documents, name: str) -> None:
    documents.save(name, b"\x00isi\xff")
    assert documents.load(name) == b"\x00isi\xff"


@pytest.mark.parametrize("content", [b"", b"x" * 5_000_000])
def test_a_document_may_be_empty_or_large(documents: Documents, content: bytes) -> None:
    documents.save("surat.pdf", content)
    assert documents.load("surat.pdf") == content


def test_what_was_never_saved_is_not_there(documents: Documents) -> None:
    documents.save("2026/surat.pdf", b"isi")
    assert [documents.load(name) for name in ("lain.pdf", "2027/surat.pdf", "2026")] == [None, None, None]


@pytest.mark.parametrize("name", BAD_NAMES)
def test_no_name_leads_out_of_the_store(documents: Documents, name: str) -> None:
    with pytest.raises(NameRefused):
        documents.save(name, b"isi")
    with pytest.raises(NameRefused):
        documents.load(name)
    with pytest.raises(NameRefused):
        documents.delete(name)


@given(name=st.text(max_size=20) | st.text("ab./\\\x00-_", max_size=12))
def test_a_name_is_accepted_only_when_it_stays_inside(name: str) -> None:
    try:
        check_name(name)
    except NameRefused:
        return
    assert os.path.normpath(f"/store/{name}") == f"/store/{name}"
    assert all(segment and not segment.startswith(".") for segment in name.split("/"))


def test_a_deleted_document_is_not_there_and_its_name_is_free(documents: Documents) -> None:
    documents.save("2026/surat.pdf", b"isi")
    for name in ("2026/surat.pdf", "2026/surat.pdf", "2026", "lain/surat.pdf"):
        documents.delete(name)
    assert documents.load("2026/surat.pdf") is None
    documents.save("2026/surat.pdf", b"lain")
    assert documents.load("2026/surat.pdf") == b"lain"


def test_the_same_bytes_under_the_same_name_are_no_change(documents: Documents) -> None:
    for _ in range(2):
        documents.save("surat.pdf", b"isi")
    assert documents.load("surat.pdf") == b"isi"


def test_other_bytes_under_a_taken_name_are_refused_and_the_first_stay(guarding: Documents) -> None:
    guarding.save("surat.pdf", b"isi")
    with pytest.raises(NameTaken):
        guarding.save("surat.pdf", b"lain")
    assert guarding.load("surat.pdf") == b"isi"


@pytest.mark.parametrize(
    ("first", "second"), [("surat", "surat/1.pdf"), ("surat", "surat/1/2.pdf"), ("surat/1.pdf", "surat")]
)
def test_in_a_folder_no_name_is_a_document_and_a_part_of_another_name(tmp_path: Path, first: str, second: str) -> None:
    documents = folder_documents(tmp_path)
    documents.save(first, b"isi")
    with pytest.raises(NameTaken):
        documents.save(second, b"lain")
    assert (documents.load(first), documents.load(second)) == (b"isi", None)


def test_of_many_who_save_at_once_one_wins_and_the_others_are_told(guarding: Documents) -> None:
    ready = threading.Barrier(8)

    def save(number: int) -> bytes | None:
        content = bytes([number]) * 100_000
        ready.wait(10)
        try:
            guarding.save("surat.pdf", content)
        except NameTaken:
            return None
        return content

    with ThreadPoolExecutor(8) as pool:
        won = [content for content in pool.map(save, range(8)) if content is not None]
    assert won == [guarding.load("surat.pdf")]


def test_a_reader_sees_a_whole_document_or_none(documents: Documents) -> None:
    content = b"x" * 3_000_000
    with ThreadPoolExecutor(1) as pool:
        saving = pool.submit(documents.save, "surat.pdf", content)
        seen = set()
        while not saving.done():
            seen.add(documents.load("surat.pdf"))
        saving.result()
    assert seen <= {None, content}


@given(content=st.binary(max_size=50))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=20)
def test_any_bytes_are_loaded_as_they_were_saved(documents: Documents, content: bytes) -> None:
    name = f"d-{content.hex() or 'none'}"
    documents.save(name, content)
    assert documents.load(name) == content


def test_the_folder_is_readable_by_its_owner_alone_and_holds_no_drafts(tmp_path: Path) -> None:
    documents = folder_documents(tmp_path)
    documents.save("2026/surat.pdf", b"isi")
    with pytest.raises(NameTaken):
        documents.save("2026/surat.pdf", b"lain")

    assert stat.S_IMODE((tmp_path / "documents").stat().st_mode) & 0o077 == 0
    assert [path.name for path in (tmp_path / "documents/2026").iterdir()] == ["surat.pdf"]
