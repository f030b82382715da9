"""Finding a code of the klasifikasi arsip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eoffice.find_klasifikasi import KlasifikasiFound, KlasifikasiSearch, find_klasifikasi

if TYPE_CHECKING:
    from tests.eoffice.mail_room import MailRoom


def find(room: MailRoom, text: str) -> KlasifikasiFound:
    found: KlasifikasiFound = room.desk.call(find_klasifikasi, KlasifikasiSearch(text), by=room.clerk)
    return found


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("800.1.11.1", "Surat Perintah Dinas/Surat Tugas"),
        ("000.1.2.1", "Perjalanan Dinas Kepala Daerah"),
        ("100.3.3.2", "Keputusan/Ketetapan Bupati"),
        ("000.1.5", "Rapat Pimpinan"),
    ],
)
def test_a_code_of_the_annex_is_found_with_its_title(room: MailRoom, code: str, title: str) -> None:
    first = find(room, code).items[0]
    assert first.code == code
    assert first.titles[-1] == title


def test_an_unknown_last_part_is_told_below_which_code_it_would_lie(room: MailRoom) -> None:
    found = find(room, "000.1.2.99")
    assert found.items == ()
    assert found.below is not None
    assert (found.below.code, found.below.titles[-1]) == ("000.1.2", "Perjalanan Dinas Dalam Negeri")


def test_words_in_any_order_find_it_the_shortest_code_first(room: MailRoom) -> None:
    found = [it.code for it in find(room, "negeri perjalanan").items]
    assert found[0] == "000.1.2"
    assert find(room, "zzz tidak ada").items == ()


def test_nothing_lies_below_a_code_that_begins_with_nothing_known(room: MailRoom) -> None:
    assert find(room, "123.4").below is None
