"""The first office's naskah: one that Dewi drafts, one that she has submitted, and one that waits for her."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.begin_naskah import NaskahToBegin, begin_naskah
from functions.eoffice.domain.naskah import Checker, Destination, NaskahSays, SectionText
from functions.eoffice.domain.naskah_kind import NaskahKind
from functions.eoffice.submit_naskah import NaskahToSubmit, submit_naskah
from functions.eoffice.write_naskah import NaskahToWrite, write_naskah
from functions.portal.enrol_signing import SigningToEnrol, enrol_signing
from shared import codec
from shared.directory.model import SEATS, Seat
from shared.rules.appointment import Appointment, AppointmentKind
from shared.rules.rich_text import paragraph
from shared.values import Secret
from tests.desk import MORNING

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

DRAFT_VERSION, SUBMITTED_VERSION = 2, 3
PASSPHRASE = "kunci saya sendiri"


def says(checker_id: str, signer_id: str = "post-tini") -> NaskahSays:
    """Return what a whole naskah says that goes to this checker."""
    return NaskahSays(
        hal="Naskah rahasia Alfa",
        klasifikasi="000.1.5",
        destinations=(Destination("Camat Rahasia"),),
        sections=(SectionText("isi", (paragraph("Isi rahasia"),)),),
        checkers=(Checker(checker_id, 1),) if checker_id else (),
        signer_id=signer_id,
    )


def said_again() -> object:
    """Return what a draft says as it is sent once more."""
    return codec.encode_answer(NaskahSays, says("post-kirana"))


def naskah_of(desk: Desk) -> tuple[str, str, str, str]:
    """Let Dewi, who heads the office, have them; return their ids."""
    dewi, kirana = desk.signed_in("p-dewi"), desk.signed_in("p-kirana")
    submitted, waiting = _drafted(desk, dewi, "post-kirana"), _drafted(desk, kirana, "post-dewi")
    desk.call(submit_naskah, NaskahToSubmit(submitted, DRAFT_VERSION), by=dewi)
    desk.call(submit_naskah, NaskahToSubmit(waiting, DRAFT_VERSION), by=kirana)
    held = Appointment("post-dewi", "p-dewi", AppointmentKind.DEFINITIF, MORNING.date())
    desk.given(SEATS, Seat("post-dewi", (held,), "diskominfo"))
    desk.call(enrol_signing, SigningToEnrol(Secret(PASSPHRASE)), by=dewi)
    signable = _drafted(desk, kirana, "", "post-dewi")
    desk.call(submit_naskah, NaskahToSubmit(signable, DRAFT_VERSION), by=kirana)
    return _drafted(desk, dewi, "post-kirana"), submitted, waiting, signable


def _drafted(desk: Desk, by: Actor, checker_id: str, signer_id: str = "post-tini") -> str:
    naskah_id: str = desk.call(begin_naskah, NaskahToBegin(NaskahKind.SURAT_DINAS), by=by).naskah_id
    desk.call(write_naskah, NaskahToWrite(naskah_id, 1, says(checker_id, signer_id)), by=by)
    return naskah_id
