"""Handing mail over by SMTP: what a server takes, what it refuses, and what waits."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from shared.adapters.smtp_mail import SmtpMail
from shared.lan.certificates import local_certificate
from shared.ports.mail import MailMessage, MailOutcome, MailResult
from shared.settings import SmtpSecurity, SmtpSettings
from tests.mail.post_office import HOST, SENDER, PostOffice, open_office
from tests.tools.launch import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shared.lan.certificates import ServerCertificate

DEWI, SITI = "dewi@mojokertokab.example", "siti@mojokertokab.example"
TAKEN = MailResult(MailOutcome.TAKEN)


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with open_office() as office:
        yield office


@pytest.fixture
def certificate(tmp_path: Path) -> ServerCertificate:
    return local_certificate(tmp_path / "tls", HOST, "surat", datetime.now(UTC))


def to(address: str, number: int = 1) -> MailMessage:
    return MailMessage(f"mail-{number}", address, "Agenda dibatalkan · Trowulan", "Buka Trowulan.\n")


def test_a_text_arrives_as_it_was_written_and_says_that_nobody_typed_it(office: PostOffice) -> None:
    assert SmtpMail(office.settings()).send([to(DEWI)]) == [TAKEN]
    [text] = office.received
    assert (text["To"], text["From"], text["Subject"]) == (DEWI, SENDER, "Agenda dibatalkan · Trowulan")
    assert text["Message-ID"] == "<mail-1@mojokertokab.example>"
    assert text["Auto-Submitted"] == "auto-generated"
    assert text.get_content().splitlines() == ["Buka Trowulan."]


def test_a_text_that_is_sent_again_has_the_same_id(office: PostOffice) -> None:
    for _ in range(2):
        SmtpMail(office.settings()).send([to(DEWI)])
    assert len({text["Message-ID"] for text in office.received}) == 1


def test_an_address_that_is_refused_holds_up_no_other(office: PostOffice) -> None:
    office.says = {DEWI: "550 5.1.1 No such user", "penuh@example.id": "452 4.2.2 Mailbox full"}
    sent = [
        to(DEWI),
        to("penuh@example.id", 2),
        to("bukan alamat\nBcc: x@y.id", 3),
        to("dewi@é.example", 4),
        to(SITI, 5),
    ]
    assert SmtpMail(office.settings()).send(sent) == [
        MailResult(MailOutcome.REFUSED, "550"),
        MailResult(MailOutcome.NOT_NOW, "452"),
        MailResult(MailOutcome.REFUSED, "address"),
        MailResult(MailOutcome.REFUSED, "address"),
        TAKEN,
    ]
    assert [address for address, _ in office.texts()] == [SITI]


def test_where_no_server_answers_everything_waits() -> None:
    nobody = SmtpSettings(HOST, free_port(), SmtpSecurity.NONE, SENDER)
    results = SmtpMail(nobody).send([to(DEWI), to(SITI)])
    assert [it.outcome for it in results] == [MailOutcome.NOT_NOW] * 2
    assert {it.reason for it in results} == {"ConnectionRefusedError"}


@pytest.mark.parametrize("security", [SmtpSecurity.STARTTLS, SmtpSecurity.TLS])
def test_a_password_goes_over_tls_to_a_server_that_is_known(
    certificate: ServerCertificate, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, security: SmtpSecurity
) -> None:
    assert certificate.authority is not None
    trusted = tmp_path / "authority.pem"
    trusted.write_text(ssl.DER_cert_to_PEM_cert(certificate.authority.read_bytes()))
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))  # as a machine that trusts the office's own authority
    with open_office(certificate=certificate, from_the_start=security is SmtpSecurity.TLS) as office:
        assert SmtpMail(office.secured(security)).send([to(DEWI)]) == [TAKEN]
        assert office.signed_in == [True]


@pytest.mark.parametrize("security", [SmtpSecurity.STARTTLS, SmtpSecurity.TLS])
def test_a_server_that_nobody_vouches_for_gets_nothing(certificate: ServerCertificate, security: SmtpSecurity) -> None:
    with open_office(certificate=certificate, from_the_start=security is SmtpSecurity.TLS) as office:
        [result] = SmtpMail(office.secured(security)).send([to(DEWI)])
        assert (result.outcome, result.reason) == (MailOutcome.NOT_NOW, "SSLCertVerificationError")
        assert office.received == []


def test_a_server_without_starttls_gets_nothing(office: PostOffice) -> None:
    [result] = SmtpMail(office.settings(SmtpSecurity.STARTTLS)).send([to(DEWI)])
    assert (result.outcome, result.reason) == (MailOutcome.NOT_NOW, "SMTPNotSupportedError")
    assert office.received == []
