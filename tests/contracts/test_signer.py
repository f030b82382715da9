"""What a signer promises, sentence by sentence: the office's own authority in both modes, and BSrE."""

from __future__ import annotations

import hashlib
import logging
import traceback
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from shared.adapters.embedded.signing_authority import FileAuthorities
from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.adapters.google.firestore_records import FirestoreRecords
from shared.adapters.google.sealed_authorities import SealedAuthorities
from shared.adapters.local_signer import LocalSigner
from shared.ports.signer import (
    CertificateNotValid,
    NotEnrolled,
    PdfRefused,
    SignerState,
    WrongPassphrase,
)
from shared.signatures.authority import PERSONAL_LASTS
from shared.signatures.verify import Integrity, verify_signatures
from tests.desk import MORNING, Clock
from tests.emulators import new_project
from tests.signing.offices import SigningOffice, at_bsre, own
from tests.signing.papers import ARDI, PASSPHRASE, SITI, STRANGER, WRONG, paper, poppler_says, signed_by

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shared.ports.records import Records

KEYS = ("a key of the deployment, long enough to sign",)


@pytest.fixture(params=["folder", "sealed", pytest.param("firestore", marks=pytest.mark.emulator), "bsre"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SigningOffice]:
    """Return an office in which Siti and Ardi can sign."""
    records: Records = SqliteRecords(tmp_path / "records.db")
    if request.param == "firestore":
        records = FirestoreRecords(new_project(), emulator=request.getfixturevalue("firestore_emulator"))
    is_sealed = request.param in {"sealed", "firestore"}
    authorities = SealedAuthorities(records, lambda: KEYS) if is_sealed else FileAuthorities(tmp_path / "keys")
    clock = Clock(MORNING)
    holding = LocalSigner(records, authorities, clock)
    if request.param == "bsre":
        yield from (made for made, _ in at_bsre(holding, authorities, clock))
    else:
        yield own(holding, authorities, clock)
    records.close()


def test_what_is_signed_verifies_here(office: SigningOffice) -> None:
    signed = signed_by(office.signer)
    [found] = verify_signatures(signed.pdf, office.authorities.roots(), MORNING)
    assert (found.signer, found.organisation) == (SITI.name, SITI.organisation)
    assert (found.signed_at, found.integrity, found.holds) == (MORNING, Integrity.UNALTERED, True)


def test_what_is_signed_verifies_in_poppler(office: SigningOffice, tmp_path: Path) -> None:
    said = poppler_says(signed_by(office.signer).pdf, tmp_path, office.authorities.roots())
    assert f"Signer Certificate Common Name: {SITI.name}" in said
    assert "Signature Type: ETSI.CAdES.detached" in said
    assert "Signing Hash Algorithm: SHA-256" in said
    assert "Total document signed" in said
    assert "Signature Validation: Signature is Valid." in said
    assert "Certificate Validation: Certificate is Trusted." in said


def test_both_files_are_summed_up_and_the_provider_names_the_document(office: SigningOffice) -> None:
    signed = signed_by(office.signer)
    assert signed.unsigned_sha256 == hashlib.sha256(paper()).hexdigest()
    assert signed.signed_sha256 == hashlib.sha256(signed.pdf).hexdigest()
    assert signed.document_id
    assert signed_by(office.signer, signed.pdf, ARDI).document_id != signed.document_id


def test_two_sign_one_after_the_other_and_both_hold(office: SigningOffice, tmp_path: Path) -> None:
    both = signed_by(office.signer, signed_by(office.signer).pdf, ARDI).pdf
    found = verify_signatures(both, office.authorities.roots(), MORNING)
    assert [(it.signer, it.integrity) for it in found] == [
        (SITI.name, Integrity.EXTENDED),
        (ARDI.name, Integrity.UNALTERED),
    ]
    assert all(it.holds for it in found)
    assert poppler_says(both, tmp_path).count("Signature Validation: Signature is Valid.") == 2


def test_a_wrong_passphrase_signs_nothing(office: SigningOffice) -> None:
    with pytest.raises(WrongPassphrase) as failed:
        office.signer.sign(paper(), signer=SITI, passphrase=WRONG, reason="", location="")
    assert not failed.value.may_be_retried


def test_who_is_not_enrolled_signs_nothing(office: SigningOffice) -> None:
    assert office.signer.status(STRANGER).state is SignerState.NOT_ENROLLED
    with pytest.raises(NotEnrolled):
        signed_by(office.signer, who=STRANGER)


def test_who_is_enrolled_can_sign(office: SigningOffice) -> None:
    assert office.signer.status(SITI).state is SignerState.ACTIVE


def test_a_revoked_certificate_signs_nothing(office: SigningOffice) -> None:
    office.holding.revoke(SITI)
    assert office.signer.status(SITI).state is SignerState.REVOKED
    with pytest.raises(CertificateNotValid) as failed:
        signed_by(office.signer)
    assert failed.value.state is SignerState.REVOKED
    assert office.signer.status(ARDI).state is SignerState.ACTIVE


def test_a_certificate_ends_at_its_moment(office: SigningOffice) -> None:
    office.clock.set(MORNING + PERSONAL_LASTS - timedelta(seconds=1))
    assert office.signer.status(SITI).state is SignerState.ACTIVE
    office.clock.set(MORNING + PERSONAL_LASTS)
    assert office.signer.status(SITI).state is SignerState.EXPIRED
    with pytest.raises(CertificateNotValid) as failed:
        signed_by(office.signer)
    assert failed.value.state is SignerState.EXPIRED


def test_what_is_no_pdf_is_not_signed(office: SigningOffice) -> None:
    with pytest.raises(PdfRefused):
        signed_by(office.signer, b"PK\x03\x04 surat.docx")


def test_neither_passphrase_nor_nik_is_shown_anywhere(office: SigningOffice, caplog: pytest.LogCaptureFixture) -> None:
    hidden, told = (WRONG.reveal(), PASSPHRASE.reveal(), SITI.nik, STRANGER.nik), [repr(SITI)]
    caplog.set_level(logging.DEBUG)
    signed = signed_by(office.signer)
    told += [repr(signed), repr(office.signer.status(SITI)), repr(office.signer)]
    for who, passphrase in ((SITI, WRONG), (STRANGER, PASSPHRASE)):
        with pytest.raises((WrongPassphrase, NotEnrolled)) as failed:
            office.signer.sign(paper(), signer=who, passphrase=passphrase, reason="", location="")
        told += [*traceback.format_exception(failed.value), repr(failed.value)]
    told += [caplog.text, *(str(vars(record)) for record in caplog.records)]
    assert [word for word in hidden if any(word in it for it in told)] == []
    assert PASSPHRASE.reveal().encode() not in signed.pdf
    assert SITI.nik.encode() not in signed.pdf
