"""The hash on a daftar hadir: of the facts that it states, and of nothing else."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest

from shared.letters.daftar_hadir import GuestRow, content_sha256, render
from shared.letters.press import PaperFailed
from tests.letters.sheets import BEGIN, DRAFT, MADE, RATNA, SITI, WITH_GUESTS, closed
from tests.uploads.files import picture

CHANGES: dict[str, dict[str, Any]] = {
    "another title": {"title": "Rapat Koordinasi"},
    "another place": {"place": "Pendopo"},
    "begins earlier": {"starts_at": BEGIN - timedelta(minutes=1)},
    "ends later": {"ends_at": BEGIN + timedelta(minutes=91)},
    "another organiser": {"organiser_name": "Siti"},
    "organiser in another position": {"organiser_position": "Sekretaris"},
    "one more invited": {"invited_count": 41},
    "another order": {"rows": (MADE, SITI)},
    "one of them without signal": {"rows": (SITI, replace(MADE, received_at=BEGIN))},
    "one of them by hand": {"rows": (SITI, replace(MADE, by_hand="Ponsel tertinggal"))},
    "one fewer present": {"rows": (SITI,)},
    "one present twice": {"rows": (SITI, MADE, MADE)},
    "another name": {"rows": (SITI, replace(MADE, name="Made S."))},
    "another NIP": {"rows": (SITI, replace(MADE, nip=SITI.nip))},
    "another position": {"rows": (SITI, replace(MADE, position="Camat"))},
    "another organisation": {"rows": (SITI, replace(MADE, organisation="Kecamatan Puri"))},
    "another minute": {"rows": (SITI, replace(MADE, at=BEGIN))},
}

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_list_that_admits_no_guests_keeps_the_hash_of_its_form() -> None:
    assert content_sha256(replace(DRAFT, guests=None)) == content_sha256(DRAFT)
    assert content_sha256(replace(DRAFT, guests=())) != content_sha256(DRAFT)


def test_the_printed_hash_can_be_recomputed_from_what_the_paper_says() -> None:
    said = (
        '{"ends_at":"2026-11-24T10:00+07:00","form":"daftar-hadir/1","invited_count":40,'
        '"organiser":{"name":"Ardi Sepdianto, S.T., M.T.","position":"Kepala Dinas Komunikasi dan Informatika"},'
        '"place":"Ruang Satya Bina Karya","rows":['
        '{"at":"2026-11-24T08:57+07:00","name":"Siti Nur Aisyah, S.Kom., M.T.","nip":"198609262015051001",'
        '"organisation":"Dinas Komunikasi dan Informatika","position":"Pranata Komputer Ahli Muda"},'
        '{"at":"2026-11-24T08:58+07:00","name":"Made","nip":null,'
        '"organisation":"Kecamatan Trowulan","position":"Camat Trowulan"}],'
        '"starts_at":"2026-11-24T08:30+07:00","title":"Rapat Koordinasi SPBE"}'
    )

    assert content_sha256(DRAFT) == hashlib.sha256(said.encode()).hexdigest()


def test_the_hash_is_of_the_facts_and_not_of_one_print() -> None:
    elsewhere = replace(DRAFT.kop, address="Jalan A. Yani Nomor 16, Mojosari")
    later = DRAFT.printed_at + timedelta(days=30)

    assert content_sha256(replace(closed(DRAFT), kop=elsewhere, printed_at=later, demo=True)) == content_sha256(DRAFT)


@pytest.mark.parametrize(
    "guests",
    [
        None,
        (),
        (RATNA, RATNA),
        (replace(RATNA, name="Bu Ratni"),),
        (replace(RATNA, position=""),),
        (replace(RATNA, institution="PT Angin Barat"),),
        (replace(RATNA, at=BEGIN),),
    ],
)
def test_guests_changed_after_closing_are_not_printed(guests: tuple[GuestRow, ...] | None) -> None:
    with pytest.raises(PaperFailed, match="not those that were closed"):
        render(replace(closed(WITH_GUESTS), guests=guests))


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_list_changed_after_closing_is_not_printed(change: dict[str, Any]) -> None:
    changed = replace(DRAFT, closure=closed(DRAFT).closure, **change)

    assert content_sha256(changed) != content_sha256(DRAFT)
    with pytest.raises(PaperFailed, match="not those that were closed"):
        render(changed)


def test_the_logo_stands_on_the_paper_and_not_in_its_hash(pages: Callable[[bytes], list[str]]) -> None:
    logo = picture("PNG")
    with_logo = replace(DRAFT, kop=replace(DRAFT.kop, logo=logo))
    document = pdfium.PdfDocument(render(with_logo))
    images = [it for it in document[0].get_objects() if it.type == pdfium_c.FPDF_PAGEOBJ_IMAGE]
    document.close()
    assert images
    assert content_sha256(with_logo) == content_sha256(DRAFT)
    assert "DINAS KOMUNIKASI" in pages(render(with_logo))[0]
