"""The first office's letters: on the desk, in the book, and handed down."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from functions.eoffice.begin_letter_scan import NewLetterScan, begin_letter_scan
from functions.eoffice.disposisi import DISPOSISI
from functions.eoffice.domain.disposisi import Disposisi, Recipient
from functions.eoffice.domain.letter import LetterSays
from functions.eoffice.domain.surat_masuk import LetterState
from functions.eoffice.finish_letter_scan import SentLetterScan, finish_letter_scan
from functions.eoffice.register_surat_masuk import register_surat_masuk
from functions.eoffice.registering import SuratMasukToRegister
from functions.eoffice.surat_masuk import SURAT_MASUK
from shared.directory.model import POSITIONS, Position
from shared.rules.calendar import wib_date
from tests.desk import MORNING
from tests.rights.naskah import naskah_of
from tests.uploads.files import pdf

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

TODAY = wib_date(MORNING)


@dataclass(frozen=True)
class MailThings:
    """Scans announced and on the desk, a letter that waits for Dewi, one that Kirana handed down to her, and naskah."""

    announced: str
    scan: str
    stack: str
    waiting: str
    handed: str
    disposisi: str
    naskah: str = ""
    naskah_submitted: str = ""
    naskah_waiting: str = ""
    naskah_signable: str = ""


def letters_of(desk: Desk) -> MailThings:
    """Let Dewi, who heads the office and does its desk, have them."""
    desk.given(POSITIONS, Position("post-dewi", "diskominfo", "Jabatan Dewi", "II.b", ("role-dewi",)))
    dewi = desk.signed_in("p-dewi")
    waiting, handed = _registered(desk, dewi, "Surat rahasia Alfa", "post-dewi"), _handed(desk, dewi)
    scan = _announced(desk, dewi)
    desk.call(finish_letter_scan, SentLetterScan(scan), by=dewi)
    stack = _announced(desk, dewi, pdf(2))
    desk.call(finish_letter_scan, SentLetterScan(stack), by=dewi)
    return MailThings(_announced(desk, dewi), scan, stack, waiting, handed, "disposisi-of-dewi", *naskah_of(desk))


def _announced(desk: Desk, by: Actor, content: bytes = pdf()) -> str:
    new = NewLetterScan("rahasia.pdf", len(content), hashlib.sha256(content).hexdigest())
    begun = desk.call(begin_letter_scan, new, by=by)
    desk.files.put(urlsplit(begun.url).path, data=content, headers=begun.headers)
    scan_id: str = begun.scan_id
    return scan_id


def _registered(desk: Desk, by: Actor, hal: str, to: str) -> str:
    scan = _announced(desk, by)
    desk.call(finish_letter_scan, SentLetterScan(scan), by=by)
    says = LetterSays("Dinas Rahasia", hal, TODAY, TODAY, hal)
    letter_id: str = desk.call(register_surat_masuk, SuratMasukToRegister(scan, says, to), by=by).letter_id
    return letter_id


def _handed(desk: Desk, by: Actor) -> str:
    letter_id = _registered(desk, by, "Surat rahasia Beta", "post-kirana")
    letter = desk.found(SURAT_MASUK, letter_id)
    assert letter is not None
    given = Disposisi(
        "disposisi-of-dewi",
        letter_id,
        "",
        "post-kirana",
        "Jabatan Kirana",
        "Kirana",
        MORNING,
        ("Tindak lanjuti",),
        "Catatan rahasia",
        TODAY + timedelta(days=3),
        (Recipient("post-dewi", "Jabatan Dewi"),),
    )
    desk.given(DISPOSISI, given)
    desk.given(
        SURAT_MASUK,
        replace(letter, state=LetterState.DISPOSED, readers_at=("post-dewi",), disposisi_ids=(given.id,)),
    )
    return letter_id
