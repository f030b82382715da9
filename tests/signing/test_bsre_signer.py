"""BSrE's client service as it is on a bad day, and what is said of it then."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from shared.adapters.bsre_signer import BsreSigner, state_of
from shared.adapters.embedded.signing_authority import FileAuthorities
from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.adapters.local_signer import LocalSigner
from shared.ports.signer import (
    CertificateNotValid,
    NotEnrolled,
    SignerAnswersNonsense,
    SignerState,
    SignerUnavailable,
    WrongPassphrase,
)
from tests.desk import MORNING, Clock
from tests.signing.bsre import answers, breaks_off, is_silent, refusal
from tests.signing.offices import QUICK, at_bsre
from tests.signing.papers import PASSPHRASE, SITI, STRANGER, WRONG, paper, signed_by

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.signing.bsre import Bsre
    from tests.signing.offices import SigningOffice


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[SigningOffice, Bsre]]:
    records, clock = SqliteRecords(tmp_path / "records.db"), Clock(MORNING)
    authorities = FileAuthorities(tmp_path / "keys")
    yield from at_bsre(LocalSigner(records, authorities, clock), authorities, clock)
    records.close()


@pytest.fixture
def office(both: tuple[SigningOffice, Bsre]) -> SigningOffice:
    return both[0]


@pytest.fixture
def bsre(both: tuple[SigningOffice, Bsre]) -> Bsre:
    return both[1]


def test_the_form_says_what_the_service_asks_for(office: SigningOffice, bsre: Bsre) -> None:
    office.signer.sign(paper(), signer=SITI, passphrase=PASSPHRASE, reason="Surat tugas", location="Mojokerto")
    [form] = bsre.forms
    assert form.pop("passphrase") == PASSPHRASE.reveal()
    assert form == {
        "nik": SITI.nik,
        "tampilan": "invisible",
        "reason": "Surat tugas",
        "location": "Mojokerto",
        "text": "Ditandatangani secara elektronik",
    }


@pytest.mark.parametrize("status", [429, 503, 504])
def test_a_service_that_has_too_much_to_do_is_asked_again(office: SigningOffice, bsre: Bsre, status: int) -> None:
    bsre.trouble = [answers(status), answers(status)]
    assert signed_by(office.signer).pdf.startswith(paper())
    assert bsre.asked == ["sign"] * 3


def test_after_three_times_it_is_away(office: SigningOffice, bsre: Bsre) -> None:
    bsre.trouble = [answers(503)] * 3
    with pytest.raises(SignerUnavailable) as failed:
        signed_by(office.signer)
    assert failed.value.may_be_retried
    assert bsre.asked == ["sign"] * 3


def test_silence_is_left_after_its_time_and_not_asked_again(bsre: Bsre) -> None:
    hasty = BsreSigner(bsre.settings(), limits=replace(QUICK, seconds=0.2))
    bsre.trouble = [is_silent(0.8)]
    began = time.monotonic()
    with pytest.raises(SignerUnavailable, match="TimeoutError"):
        signed_by(hasty)
    assert time.monotonic() - began < 0.7
    assert bsre.asked == ["sign"]


def test_a_service_that_is_not_there_is_away(bsre: Bsre) -> None:
    nowhere = BsreSigner(replace(bsre.settings(), url="http://127.0.0.1:9"))
    with pytest.raises(SignerUnavailable, match="ConnectionRefusedError"):
        signed_by(nowhere)


def test_a_wrong_passphrase_is_sent_once(office: SigningOffice, bsre: Bsre) -> None:
    with pytest.raises(WrongPassphrase):
        office.signer.sign(paper(), signer=SITI, passphrase=WRONG, reason="", location="")
    assert bsre.asked == ["sign"]


def test_who_is_unknown_is_asked_for_once(office: SigningOffice, bsre: Bsre) -> None:
    with pytest.raises(NotEnrolled):
        signed_by(office.signer, who=STRANGER)
    assert bsre.asked == ["sign"]


@pytest.mark.parametrize("nik", ["", "351601", "3516014509860001/../x", "35160145098600o1"])
def test_without_a_nik_nobody_is_asked(office: SigningOffice, bsre: Bsre, nik: str) -> None:
    nobody = replace(SITI, nik=nik)
    assert office.signer.status(nobody).state is SignerState.NOT_ENROLLED
    with pytest.raises(NotEnrolled):
        signed_by(office.signer, who=nobody)
    assert bsre.asked == []


@pytest.mark.parametrize("body", [b"<html>Selamat datang</html>", b"", b'{"status":"ok"}'])
def test_an_answer_that_is_no_pdf_is_nonsense(office: SigningOffice, bsre: Bsre, body: bytes) -> None:
    bsre.trouble = [answers(200, body)]
    with pytest.raises(SignerAnswersNonsense):
        signed_by(office.signer)
    assert bsre.asked == ["sign"]


def test_a_refusal_without_a_reason_is_nonsense(office: SigningOffice, bsre: Bsre) -> None:
    bsre.trouble = [answers(400, b"Bad Request")]
    with pytest.raises(SignerAnswersNonsense):
        signed_by(office.signer)


def test_a_refusal_for_a_reason_of_its_own_is_nonsense_while_the_certificate_holds(
    office: SigningOffice, bsre: Bsre
) -> None:
    bsre.trouble = [lambda _: refusal(2042)]
    with pytest.raises(SignerAnswersNonsense, match="code 2042"):
        signed_by(office.signer)
    assert bsre.asked == ["sign", "user"]


def test_a_refusal_of_a_suspended_person_says_so(office: SigningOffice, bsre: Bsre) -> None:
    suspended = b'{"status_code": "2041", "status": "Suspend"}'
    bsre.trouble = [lambda _: refusal(2042), answers(200, suspended)]
    with pytest.raises(CertificateNotValid) as failed:
        signed_by(office.signer)
    assert failed.value.state is SignerState.SUSPENDED


def test_a_redirect_is_not_followed(office: SigningOffice, bsre: Bsre) -> None:
    bsre.trouble = [answers(307, Location=f"{bsre.url}/api/sign/pdf")]
    with pytest.raises(SignerAnswersNonsense):
        signed_by(office.signer)
    assert bsre.asked == ["sign"]


def test_our_own_wrong_password_is_no_persons_fault(bsre: Bsre, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(SignerUnavailable, match="401"):
        signed_by(BsreSigner(bsre.settings("not that one")))
    assert "our own user and password" in caplog.text
    assert "not that one" not in caplog.text


def test_an_answer_that_breaks_off_is_fetched_by_its_id(office: SigningOffice, bsre: Bsre) -> None:
    bsre.trouble = [breaks_off]
    signed = signed_by(office.signer)
    assert signed.pdf == bsre.signed[signed.document_id]
    assert bsre.asked == ["sign", "sign"]
    assert len(bsre.signed) == 1


def test_an_endless_answer_is_left(bsre: Bsre) -> None:
    with pytest.raises(SignerUnavailable, match="too long"):
        signed_by(BsreSigner(bsre.settings(), limits=replace(QUICK, longest=1000)))


def test_what_it_says_of_people_reaches_no_log(
    office: SigningOffice, bsre: Bsre, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    bsre.trouble = [lambda _: refusal(2042, f"NIK {SITI.nik} terkunci"), answers(503), answers(503), answers(503)]
    with pytest.raises(SignerUnavailable):
        signed_by(office.signer)
    assert "it answers 503" in caplog.text
    assert SITI.nik not in caplog.text


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ({"status_code": 1111}, SignerState.ACTIVE),
        ({"status_code": "1111", "status": "ISSUE"}, SignerState.ACTIVE),
        ({"status_code": 2011}, SignerState.NOT_ENROLLED),
        ({"status": "Waiting for verification"}, SignerState.WAITING),
        ({"status": "EXPIRED"}, SignerState.EXPIRED),
        ({"status": "no-certificate"}, SignerState.NOT_ENROLLED),
        ({"status": "REVOKE", "status_code": 2021}, SignerState.REVOKED),
        ({"status": "baru", "status_code": None}, SignerState.UNKNOWN),
        ({}, SignerState.UNKNOWN),
    ],
)
def test_the_state_is_told_by_code_or_word(told: dict[str, object], state: SignerState) -> None:
    assert state_of(told) is state
