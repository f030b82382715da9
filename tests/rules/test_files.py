"""Files that people send: kinds, names, sizes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.refusals import InvalidField
from shared.rules.files import (
    FileFault,
    FileKind,
    check_sha256,
    check_size,
    file_kind,
    file_name,
    file_refused,
    size_text,
)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Surat.pdf", FileKind.PDF),
        ("FOTO.JPG", FileKind.JPEG),
        ("foto.jpeg", FileKind.JPEG),
        ("rekap.v2.xlsx", FileKind.XLSX),
    ],
)
def test_a_name_says_its_kind(name: str, kind: FileKind) -> None:
    assert file_kind(name) is kind


def test_no_kind_travels_as_something_that_a_browser_shows_as_a_page() -> None:
    types = {kind.media_type for kind in FileKind}
    assert len(types) == len(FileKind)
    assert not [it for it in types if it.startswith("text/") or "svg" in it or "html" in it or it.endswith("+xml")]


def test_a_name_is_kept_as_it_was_typed_but_for_its_edges() -> None:
    assert file_name("  Undangan Rapat (2) – é.pdf ") == "Undangan Rapat (2) – é.pdf"
    assert file_name("cafe\u0301.pdf") == "caf\u00e9.pdf"


@given(st.text(max_size=30))
def test_no_name_that_is_kept_means_a_place_or_hides_a_sign(typed: str) -> None:
    try:
        name = file_name(typed)
    except InvalidField:
        return
    assert name.isprintable() or "\u3000" in name or any(letter.isspace() for letter in name)
    assert not name.startswith(".")
    assert "/" not in name
    assert "\\" not in name
    assert "\n" not in name


def test_sizes_have_two_ends() -> None:
    check_size(1, 10)
    check_size(10, 10)
    for size in (0, 11):
        with pytest.raises(InvalidField):
            check_size(size, 10)


@pytest.mark.parametrize("text", ["", "a" * 63, "A" * 64, "g" * 64, "a" * 64 + "\n"])
def test_what_is_no_hash_is_refused(text: str) -> None:
    with pytest.raises(InvalidField):
        check_sha256(text)
    check_sha256("0123456789abcdef" * 4)


@pytest.mark.parametrize(
    ("size", "text"), [(1, "1 bita"), (999, "999 bita"), (1_000, "1 kB"), (1_449_000, "1,4 MB"), (25_000_000, "25 MB")]
)
def test_sizes_are_written_as_people_read_them(size: int, text: str) -> None:
    assert size_text(size) == text


@pytest.mark.parametrize("fault", list(FileFault))
def test_every_fault_is_said_with_the_way_out(fault: FileFault) -> None:
    refused = file_refused(fault)
    assert refused.facts == {"fault": fault.value}
    assert refused.detail.count(".") == 2
