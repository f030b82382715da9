"""The office's own authority: enrolling, changing a passphrase, revoking, and what is kept of it."""

from __future__ import annotations

import io
import re
import stat
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from pypdf import PdfReader, PdfWriter

from shared import codec
from shared.adapters.embedded.signing_authority import FileAuthorities
from shared.adapters.local_signer import ELECTRONIC_CERTIFICATES, ElectronicCertificate, LocalSigner, state_at
from shared.ports.signer import CertificateNotValid, NotEnrolled, PdfRefused, SignerState, WrongPassphrase
from shared.rules.passphrase import LONGEST, SHORTEST, PassphraseTooWeak
from shared.signatures.authority import PERSONAL_LASTS
from shared.signatures.verify import verify_signatures
from shared.values import Secret
from tests.desk import MORNING
from tests.signing.papers import ARDI, PASSPHRASE, SITI, WRONG, paper, signed_by

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk import Desk


@pytest.fixture
def signer(desk: Desk) -> LocalSigner:
    """Return the signer of a Desk, whose transactions run twice; Siti is enrolled."""
    assert isinstance(desk.signer, LocalSigner)
    desk.signer.enrol(SITI, PASSPHRASE)
    return desk.signer


def held(desk: Desk, person_id: str = SITI.person_id) -> ElectronicCertificate:
    body = desk.records.get(ELECTRONIC_CERTIFICATES.stored, person_id)
    assert body is not None
    return ELECTRONIC_CERTIFICATES.read(body)


def test_what_is_enrolled_lasts_two_years(signer: LocalSigner) -> None:
    status = signer.status(SITI)
    assert (status.state, status.ends_at) == (SignerState.ACTIVE, MORNING + PERSONAL_LASTS)


@pytest.mark.parametrize("letters", ["", "a" * (SHORTEST - 1), "a" * (LONGEST + 1)])
def test_a_passphrase_too_short_or_too_long_is_refused(signer: LocalSigner, letters: str) -> None:
    with pytest.raises(PassphraseTooWeak):
        signer.enrol(ARDI, Secret(letters))
    with pytest.raises(PassphraseTooWeak):
        signer.change_passphrase(SITI, PASSPHRASE, Secret(letters))
    assert signer.status(ARDI).state is SignerState.NOT_ENROLLED
    assert signed_by(signer).document_id


def test_the_key_opens_by_the_passphrase_alone(signer: LocalSigner, desk: Desk) -> None:
    kept = held(desk).key
    assert kept is not None
    assert "BEGIN ENCRYPTED PRIVATE KEY" in kept.reveal()
    for guess in (PASSPHRASE.reveal().encode(), WRONG.reveal().encode(), b"x"):  # it is stretched first
        with pytest.raises(ValueError, match="password"):
            serialization.load_pem_private_key(kept.reveal().encode(), guess)
    assert "PRIVATE" not in repr(held(desk))
    with pytest.raises(Exception, match="may only be written to the record store"):
        codec.encode_answer_json(ElectronicCertificate, held(desk))
    assert signed_by(signer).document_id


def test_a_passphrase_is_the_same_however_the_keyboard_composed_it(signer: LocalSigner) -> None:
    signer.enrol(SITI, Secret("rahasia caf\u00e9"))
    composed = Secret("rahasia cafe\u0301")
    assert signer.sign(paper(), signer=SITI, passphrase=composed, reason="", location="").pdf


def test_another_passphrase_opens_the_same_certificate(signer: LocalSigner, desk: Desk) -> None:
    before, new = held(desk), Secret("tujuh gajah putih")
    signer.change_passphrase(SITI, PASSPHRASE, new)
    after = held(desk)
    assert (after.certificate, after.ends_at) == (before.certificate, before.ends_at)
    assert after.salt != before.salt
    with pytest.raises(WrongPassphrase):
        signed_by(signer)
    assert signer.sign(paper(), signer=SITI, passphrase=new, reason="", location="").pdf


def test_only_who_knows_the_passphrase_changes_it(signer: LocalSigner, desk: Desk) -> None:
    before = held(desk)
    with pytest.raises(WrongPassphrase):
        signer.change_passphrase(SITI, WRONG, Secret("tujuh gajah putih"))
    with pytest.raises(NotEnrolled):
        signer.change_passphrase(ARDI, PASSPHRASE, Secret("tujuh gajah putih"))
    assert held(desk) == before


def test_revoking_forgets_the_key_and_may_come_twice(signer: LocalSigner, desk: Desk) -> None:
    signer.revoke(SITI)
    desk.clock.pass_(hours=1)
    signer.revoke(SITI)
    signer.revoke(ARDI)  # who has none
    assert (held(desk).key, held(desk).revoked_at) == (None, MORNING)
    with pytest.raises(CertificateNotValid):
        signer.change_passphrase(SITI, PASSPHRASE, Secret("tujuh gajah putih"))


def test_who_was_revoked_is_enrolled_again_with_another_certificate(signer: LocalSigner, desk: Desk) -> None:
    first = x509.load_pem_x509_certificate(held(desk).certificate.encode())
    signer.revoke(SITI)
    desk.clock.pass_(days=1)
    signer.enrol(SITI, PASSPHRASE)
    assert signer.status(SITI).state is SignerState.ACTIVE
    assert [(it.serial, it.ended_at) for it in held(desk).earlier] == [(f"{first.serial_number:x}", MORNING)]


def test_what_was_signed_before_holds_after_the_certificate_has_ended(signer: LocalSigner, desk: Desk) -> None:
    signed, later = signed_by(signer).pdf, MORNING + 3 * PERSONAL_LASTS
    signer.revoke(SITI)
    [found] = verify_signatures(signed, desk.signature_roots, later)
    assert found.holds


def test_a_certificate_tells_neither_nip_nor_nik_and_is_for_documents(signer: LocalSigner, desk: Desk) -> None:
    assert signer.status(SITI).ends_at
    certificate = x509.load_pem_x509_certificate(held(desk).certificate.encode())
    names = {attribute.rfc4514_attribute_name: attribute.value for attribute in certificate.subject}
    assert names == {"CN": SITI.name, "O": SITI.organisation, "C": "ID"}
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    assert (usage.content_commitment, usage.key_cert_sign) == (True, False)


def test_a_long_name_is_cut_and_signs(signer: LocalSigner) -> None:
    long = replace(ARDI, name="Raden Mas " * 20, organisation="Dinas " * 40)
    signer.enrol(long, PASSPHRASE)
    assert signed_by(signer, who=long).pdf


def test_the_paper_stays_what_it_was_to_the_last_byte(signer: LocalSigner) -> None:
    signed = signed_by(signer).pdf
    assert signed.startswith(paper())
    before, after = PdfReader(io.BytesIO(paper())), PdfReader(io.BytesIO(signed))
    assert after.metadata == before.metadata
    assert after.xmp_metadata is not None
    assert before.xmp_metadata is not None
    assert after.xmp_metadata.stream.get_data() == before.xmp_metadata.stream.get_data()


def test_the_signature_breaks_no_rule_of_pdf_a_and_pdf_ua(signer: LocalSigner) -> None:
    reader = PdfReader(io.BytesIO(signed_by(signer).pdf))
    [mark] = [note.get_object() for page in reader.pages for note in page.get("/Annots", ())]
    printed, hidden = 4, 1 | 2 | 32  # ISO 19005-2, 6.3.2: printed, and neither invisible nor hidden nor no-view
    assert mark["/F"] & printed
    assert not mark["/F"] & hidden
    assert mark["/Rect"][2] < 0  # ISO 14289-1, 7.18.1: what lies outside the page needs no tag
    assert mark["/TU"] == "Tanda tangan elektronik"
    assert "/Version" not in reader.root_object
    assert str(reader.root_object["/Extensions"]).count("BaseVersion") == 1
    assert re.match(rb"%PDF-1\.[0-7]", paper())


def test_the_signature_is_dated_by_the_clock_in_mojokertos_time(signer: LocalSigner, desk: Desk) -> None:
    desk.clock.set(MORNING + timedelta(days=30))
    reader = PdfReader(io.BytesIO(signed_by(signer).pdf))
    fields = reader.get_fields()
    assert fields is not None
    assert fields["TandaTangan1"]["/V"]["/M"] == "D:20261224083000+07'00'"


@pytest.mark.parametrize("nonsense", [b"%PDF-1.7\n", b"%PDF-1.7\nstartxref\n0\n%%EOF\n"])
def test_a_damaged_pdf_is_not_signed(signer: LocalSigner, nonsense: bytes) -> None:
    with pytest.raises(PdfRefused):
        signed_by(signer, nonsense)


def test_an_encrypted_pdf_is_not_signed(signer: LocalSigner) -> None:
    writer, locked = PdfWriter(io.BytesIO(paper())), io.BytesIO()
    writer.encrypt("rahasia", algorithm="AES-256")
    writer.write(locked)
    with pytest.raises(PdfRefused):
        signed_by(signer, locked.getvalue())


def test_the_authority_lies_among_the_offices_keys_for_nobody_else_to_read(signer: LocalSigner, tmp_path: Path) -> None:
    assert signer.status(SITI).state is SignerState.ACTIVE
    [file] = tmp_path.rglob("signing-*.pem")
    assert file.parent.name == "keys"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert FileAuthorities(file.parent).roots()


def test_a_state_follows_from_what_is_held() -> None:
    one = ElectronicCertificate("p", "", Secret("k"), "", MORNING, MORNING + timedelta(days=1))
    assert state_at(None, MORNING) is SignerState.NOT_ENROLLED
    assert state_at(one, MORNING) is SignerState.ACTIVE
    assert state_at(one, MORNING + timedelta(days=1)) is SignerState.EXPIRED
    assert state_at(replace(one, revoked_at=MORNING), MORNING + timedelta(days=1)) is SignerState.REVOKED
