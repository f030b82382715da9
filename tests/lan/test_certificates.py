"""The certificate of a server on the office's network, as a client that trusts only its authority sees it."""

from __future__ import annotations

import hashlib
import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization

from shared.lan.certificates import (
    AUTHORITY_LASTS,
    CERTIFICATE_LASTS,
    CertificateWrong,
    ServerCertificate,
    fingerprint,
    given_certificate,
    local_certificate,
)

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime.now(UTC)
HOST = "127.0.0.2"


@pytest.fixture
def made(tmp_path: Path) -> ServerCertificate:
    return local_certificate(tmp_path / "tls", HOST, "kantor", NOW)


def authority_of(certificate: ServerCertificate) -> bytes:
    assert certificate.authority is not None
    return certificate.authority.read_bytes()


def greet(certificate: ServerCertificate, name: str) -> None:
    """Shake hands as a phone does: trusting one authority, checking the name."""
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(certificate.chain, certificate.key)
    client = ssl.create_default_context(cadata=authority_of(certificate))
    client.verify_flags |= ssl.VERIFY_X509_STRICT
    ours, theirs = socket.socketpair()

    def answer() -> None:
        try:
            server.wrap_socket(ours, server_side=True).close()
        except OSError:  # the client hung up, which is what the test is about
            ours.close()

    thread = threading.Thread(target=answer)
    thread.start()
    try:
        client.wrap_socket(theirs, server_hostname=name).close()
    finally:
        theirs.close()
        thread.join()


@pytest.mark.parametrize("name", [HOST, "kantor.local"])
def test_a_phone_that_trusts_the_authority_trusts_address_and_machine(made: ServerCertificate, name: str) -> None:
    greet(made, name)


def test_another_address_is_not_vouched_for(made: ServerCertificate) -> None:
    with pytest.raises(ssl.SSLCertVerificationError, match="mismatch"):
        greet(made, "127.0.0.3")


def test_the_authority_stays_from_start_to_start_while_address_and_certificate_change(tmp_path: Path) -> None:
    first = local_certificate(tmp_path, HOST, "kantor", NOW)
    authority, certificate = authority_of(first), first.chain.read_bytes()

    second = local_certificate(tmp_path, "192.168.7.1", "kantor", NOW)

    assert authority_of(second) == authority
    assert second.chain.read_bytes() != certificate


def test_an_authority_that_would_end_before_its_certificate_is_made_anew(tmp_path: Path) -> None:
    first = authority_of(local_certificate(tmp_path, HOST, "kantor", NOW))
    last_good_day = NOW + AUTHORITY_LASTS - CERTIFICATE_LASTS - timedelta(days=1)

    assert authority_of(local_certificate(tmp_path, HOST, "kantor", last_good_day)) == first
    assert authority_of(local_certificate(tmp_path, HOST, "kantor", last_good_day + timedelta(days=2))) != first


def test_a_stolen_authority_cannot_vouch_for_a_site_outside_the_office(made: ServerCertificate) -> None:
    authority = x509.load_der_x509_certificate(authority_of(made))

    constraints = authority.extensions.get_extension_for_class(x509.NameConstraints)

    assert constraints.critical
    assert constraints.value.permitted_subtrees is not None
    names = [name.value for name in constraints.value.permitted_subtrees]
    assert "local" in names
    assert all(name == "local" or name.is_private or str(name) == "100.64.0.0/10" for name in names)


@pytest.mark.parametrize("host", ["8.8.8.8", "trowulan.go.id", "local"])
def test_the_local_authority_is_not_asked_for_what_phones_would_refuse(tmp_path: Path, host: str) -> None:
    with pytest.raises(CertificateWrong, match=f"bukan {host}: beri sertifikat dengan --certificate"):
        local_certificate(tmp_path, host, "kantor", NOW)


def test_a_machine_whose_name_is_no_name_of_a_host_is_known_by_its_address(tmp_path: Path) -> None:
    greet(local_certificate(tmp_path, HOST, "komputer kantor_1", NOW), HOST)


def test_keys_are_the_server_users_alone(made: ServerCertificate) -> None:
    folder = made.key.parent

    assert [path.stat().st_mode & 0o77 for path in (folder, *folder.iterdir())] == [0] * 4


def test_a_broken_authority_is_named_and_not_replaced(made: ServerCertificate) -> None:
    broken = made.key.with_name("authority.pem")
    broken.write_bytes(broken.read_bytes()[:-100])

    with pytest.raises(CertificateWrong, match="rusak: pulihkan dari cadangan"):
        local_certificate(broken.parent, HOST, "kantor", NOW)


def test_a_phone_shows_the_same_fingerprint(made: ServerCertificate) -> None:
    shown = fingerprint(authority_of(made))

    assert len(shown.split()) == 32
    assert bytes.fromhex(shown) == hashlib.sha256(authority_of(made)).digest()


def given(made: ServerCertificate, host: str = HOST, now: datetime = NOW, key: Path | None = None) -> ServerCertificate:
    return given_certificate(made.chain, key or made.key, host, now)


@pytest.mark.parametrize("host", [HOST, "kantor.local", "KANTOR.local"])
def test_a_given_certificate_serves_the_names_it_holds(made: ServerCertificate, host: str) -> None:
    assert given(made, host).authority is None


def test_a_star_in_a_given_certificate_stands_for_one_label(tmp_path: Path) -> None:
    made = local_certificate(tmp_path, "*.kantor.local", "kantor", NOW)

    assert given(made, "trowulan.kantor.local").authority is None
    with pytest.raises(CertificateWrong):
        given(made, "a.b.kantor.local")


def test_a_certificate_for_another_name_is_refused_with_the_names_it_holds(made: ServerCertificate) -> None:
    with pytest.raises(CertificateWrong, match=r"bukan untuk 10\.0\.0\.9: .*yang ada: kantor\.local, 127\.0\.0\.2"):
        given(made, "10.0.0.9")


def test_a_certificate_that_has_ended_is_refused_with_its_day(made: ServerCertificate) -> None:
    with pytest.raises(CertificateWrong, match=r"berakhir \d+ \w+ \d{4}: perbarui"):
        given(made, now=made.ends_at)


def test_a_certificate_of_the_future_sends_a_person_to_the_clock(made: ServerCertificate) -> None:
    with pytest.raises(CertificateWrong, match="periksa jam komputer ini"):
        given(made, now=NOW - timedelta(days=3))


def test_a_key_of_another_certificate_is_refused(made: ServerCertificate, tmp_path: Path) -> None:
    other = local_certificate(tmp_path / "other", HOST, "kantor", NOW)

    with pytest.raises(CertificateWrong, match="bukan pasangan sertifikat"):
        given(made, key=other.key)


def test_a_key_behind_a_passphrase_is_refused(made: ServerCertificate, tmp_path: Path) -> None:
    key = serialization.load_pem_private_key(made.key.read_bytes(), password=None)
    guarded = tmp_path / "guarded.pem"
    pem, pkcs8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    guarded.write_bytes(key.private_bytes(pem, pkcs8, serialization.BestAvailableEncryption(b"rahasia")))

    with pytest.raises(CertificateWrong, match="bukan kunci PEM tanpa sandi"):
        given(made, key=guarded)


@pytest.mark.parametrize(
    "content", [b"", b"\x30\x82", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"]
)
def test_what_is_no_certificate_is_refused(made: ServerCertificate, tmp_path: Path, content: bytes) -> None:
    chain = tmp_path / "chain.pem"
    chain.write_bytes(content)

    with pytest.raises(CertificateWrong, match="bukan sertifikat PEM"):
        given_certificate(chain, made.key, HOST, NOW)


def test_a_file_that_is_not_there_is_named(made: ServerCertificate, tmp_path: Path) -> None:
    with pytest.raises(CertificateWrong, match=r"hilang\.pem tidak dapat dibaca"):
        given_certificate(tmp_path / "hilang.pem", made.key, HOST, NOW)
