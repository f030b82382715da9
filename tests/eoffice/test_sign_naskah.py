"""Signing a naskah."""

from __future__ import annotations

import io
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from functions.eoffice.cancel_naskah import NaskahToCancel, cancel_naskah
from functions.eoffice.domain.letter import Sifat
from functions.eoffice.domain.naskah import NaskahState, SectionText
from functions.eoffice.domain.naskah_kind import NaskahKind
from functions.eoffice.domain.signing import (
    CertificateMissing,
    NaskahMoved,
    NotAuthorised,
    PassphrasePaused,
    SignerSilent,
    WrongSigningPassphrase,
)
from functions.eoffice.fixing import NaskahNumberMissing
from functions.eoffice.naskah import WhichNaskah
from functions.eoffice.print_naskah import print_naskah
from functions.eoffice.sign_naskah import NaskahSigned, NaskahToSign, sign_naskah
from shared.directory.model import APPOINTMENTS, SEATS, Seat
from shared.papers import PAPERS
from shared.ports.records import Busy
from shared.ports.signer import SignedPdf, Signer, SignerStatus, SignerUnavailable
from shared.refusals import RecordMissing
from shared.register import OF_SERIES, REGISTER, RegisterState
from shared.rules.appointment import Appointment, AppointmentKind
from shared.rules.chain import NotAsked
from shared.signatures.verify import verify_signatures
from shared.values import Secret
from tests.eoffice.drafting_room import HAL, PASSPHRASE, TEXT
from tests.eoffice.mail_room import TODAY

if TYPE_CHECKING:
    from shared.ports.signer import SignerIdentity
    from tests.eoffice.drafting_room import DraftingRoom


def signable(drafting: DraftingRoom, **changes: Any) -> str:  # noqa: ANN401 -- fields of what is typed
    """Let a naskah wait for the head, who can sign; return its id."""
    drafting.enrol(drafting.head)
    return drafting.checked(**changes)


class Faltering:
    """The signer behind a line that breaks off every so many times."""

    def __init__(self, inside: Signer, every: int) -> None:
        self._inside = inside
        self._every = every
        self._asked = 0
        self._lock = threading.Lock()

    def sign(self, pdf: bytes, **said: Any) -> SignedPdf:  # noqa: ANN401 -- the port's form
        with self._lock:
            self._asked += 1
            falters = self._asked % self._every == 0
        if falters:
            raise SignerUnavailable("no answer")
        return self._inside.sign(pdf, **said)

    def status(self, identity: SignerIdentity) -> SignerStatus:
        return self._inside.status(identity)


def test_it_takes_the_next_number_of_its_office_and_the_signed_file_holds_it(drafting: DraftingRoom) -> None:
    naskah_id = signable(drafting)
    assert drafting.sign(naskah_id).number == "000.1.5/1/416-114/2026"
    naskah = drafting.naskah(naskah_id)
    assert (naskah.state, naskah.held_by) == (NaskahState.SIGNED, ())
    pdf = drafting.desk.call(print_naskah, WhichNaskah(naskah_id), by=drafting.staff).content
    [found] = verify_signatures(pdf, drafting.desk.signature_roots, drafting.desk.clock.now())
    assert (found.signer, found.holds) == ("Nurul", True)
    text = " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())
    for words in ("000.1.5/1/416-114/2026", "24 November 2026", "Ditandatangani secara elektronik"):
        assert words in text
    assert "KONSEP" not in text
    assert drafting.waiting(drafting.head) == []
    assert drafting.sign(naskah_id) == NaskahSigned("000.1.5/1/416-114/2026", already=True)


def test_whoever_has_a_copy_finds_number_day_and_signer_by_its_code(drafting: DraftingRoom) -> None:
    naskah_id = signable(drafting)
    drafting.sign(naskah_id)
    naskah = drafting.naskah(naskah_id)
    assert naskah.signing is not None
    paper = drafting.desk.found(PAPERS, naskah.signing.code)
    assert paper is not None
    assert (paper.signer_name, paper.signer_position) == ("Nurul", "JABATAN KADIS")
    assert {it.label: it.text for it in paper.facts}["Hal"] == HAL
    [row] = drafting.desk.all(REGISTER, OF_SERIES, "surat-keluar:416-114:2026")
    assert (row.state, row.title, row.page) == (RegisterState.ISSUED, HAL, f"/surat/keluar/{naskah_id}")


def test_of_a_secret_one_neither_register_nor_paper_says_what_it_is_about(drafting: DraftingRoom) -> None:
    naskah_id = signable(drafting, sifat=Sifat.RAHASIA)
    drafting.sign(naskah_id)
    naskah = drafting.naskah(naskah_id)
    assert naskah.signing is not None
    paper = drafting.desk.found(PAPERS, naskah.signing.code)
    [row] = drafting.desk.all(REGISTER, OF_SERIES, "surat-keluar:416-114:2026")
    assert HAL not in str((paper, row))


def test_three_wrong_passphrases_in_a_row_are_a_pause_and_the_number_stays(drafting: DraftingRoom) -> None:
    naskah_id = signable(drafting)
    for left in ("tersisa 2", "tersisa 1", "Tunggu"):
        with pytest.raises(WrongSigningPassphrase, match=left):
            drafting.sign(naskah_id, "bukan ini juga")
    with pytest.raises(PassphrasePaused, match=r"08\.45"):
        drafting.sign(naskah_id)
    assert drafting.naskah(naskah_id).state is NaskahState.SIGNING
    drafting.desk.clock.pass_(minutes=16)
    assert drafting.sign(naskah_id).number == "000.1.5/1/416-114/2026"
    assert len(drafting.desk.all(REGISTER, OF_SERIES, "surat-keluar:416-114:2026")) == 1


def test_a_signer_that_does_not_answer_is_asked_again_under_the_same_number(drafting: DraftingRoom) -> None:
    naskah_id = signable(drafting)
    local, drafting.desk.signer = drafting.desk.signer, Faltering(drafting.desk.signer, 1)
    for state in (NaskahState.SIGNING, NaskahState.SIGNING, NaskahState.SIGNING_FAILED):
        with pytest.raises(SignerSilent, match="Nomor naskahnya tetap"):
            drafting.sign(naskah_id)
        assert drafting.naskah(naskah_id).state is state
    drafting.desk.signer = local
    assert drafting.sign(naskah_id).number == "000.1.5/1/416-114/2026"


def test_a_number_that_is_given_up_with_its_naskah_stays_in_the_register_as_cancelled(drafting: DraftingRoom) -> None:
    naskah_id, other = signable(drafting), drafting.checked()
    with pytest.raises(WrongSigningPassphrase):
        drafting.sign(naskah_id, "bukan ini juga")
    drafting.desk.call(cancel_naskah, NaskahToCancel(naskah_id, "Acara ditunda"), by=drafting.staff)
    assert drafting.sign(other).number == "000.1.5/2/416-114/2026"
    rows = drafting.desk.all(REGISTER, OF_SERIES, "surat-keluar:416-114:2026")
    assert [(it.serial, it.state) for it in sorted(rows, key=lambda it: it.serial)] == [
        (1, RegisterState.CANCELLED),
        (2, RegisterState.ISSUED),
    ]


def test_who_has_no_certificate_is_told_where_to_make_one(drafting: DraftingRoom) -> None:
    naskah_id = drafting.checked()
    with pytest.raises(CertificateMissing, match="Profil"):
        drafting.sign(naskah_id)


def test_an_office_without_kode_unit_signs_nothing_and_takes_no_number(drafting: DraftingRoom) -> None:
    naskah_id = drafting.checked()
    drafting.number_code("")
    with pytest.raises(NaskahNumberMissing):
        drafting.sign(naskah_id)
    assert drafting.naskah(naskah_id).state is NaskahState.CHECKED
    with pytest.raises(NaskahNumberMissing, match="kode unit"):
        drafting.submitted()


def test_who_only_acts_does_not_sign_a_strategic_keputusan_and_signs_anything_else(drafting: DraftingRoom) -> None:
    drafting.enrol(drafting.secretary)
    names = ("menimbang", "mengingat", "memperhatikan", "menetapkan")
    sections = tuple(SectionText(it, TEXT[1:]) for it in names)
    keputusan = drafting.start(NaskahKind.KEPUTUSAN)
    drafting.write(keputusan, sections=sections, klasifikasi="800.1.3.1", checkers=(), destinations=())
    drafting.submit(keputusan)
    undangan = drafting.checked(checkers=(), klasifikasi="800.1.3.1")
    acting = Appointment("kadis", "siti", AppointmentKind.PLT, TODAY)
    drafting.desk.given(APPOINTMENTS, acting)
    drafting.desk.given(SEATS, Seat("kadis", (acting,), "diskominfo"))
    plt = drafting.desk.signed_in("siti", "later", "kadis")
    with pytest.raises(NotAuthorised, match="pejabat definitif"):
        drafting.sign(keputusan, by=plt)
    drafting.sign(undangan, by=plt)
    naskah = drafting.naskah(undangan)
    assert naskah.signing is not None
    assert naskah.signing.lines == ("Plt. JABATAN KADIS,",)


def test_only_whose_turn_it_is_signs_and_what_they_read(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    with pytest.raises(RecordMissing):
        drafting.sign(naskah_id)
    with pytest.raises(NotAsked):
        drafting.sign(naskah_id, by=drafting.field)
    naskah_id = signable(drafting)
    with pytest.raises(NaskahMoved):
        drafting.sign(naskah_id, edition=2)


def test_many_who_sign_at_once_while_some_signings_fail_give_each_number_one_row(drafting: DraftingRoom) -> None:
    drafting.enrol(drafting.head)
    naskah_ids = [drafting.drafted(checkers=()) for _ in range(12)]
    for naskah_id in naskah_ids:
        drafting.submit(naskah_id, deliver=False)
    drafting.desk.signer = Faltering(drafting.desk.signer, 5)
    by = drafting.head

    def press(naskah_id: str) -> str:
        for _ in range(8):
            try:
                which = NaskahToSign(naskah_id, 1, Secret(PASSPHRASE))
                number: str = drafting.desk.call(sign_naskah, which, by=by).number
            except (SignerSilent, Busy):
                continue
            return number
        raise AssertionError(naskah_id)

    with ThreadPoolExecutor(6) as pool:
        numbers = list(pool.map(press, naskah_ids))
    serials = sorted(int(it.split("/")[1]) for it in numbers)
    rows = drafting.desk.all(REGISTER, OF_SERIES, "surat-keluar:416-114:2026")
    assert serials == list(range(1, 13)) == sorted(it.serial for it in rows)
