"""The server's certificate: one that was given, or one from an authority of this office's own."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import IPv4Address, IPv4Network, ip_address
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from shared.rules.calendar import long_date, wib_date

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes

AUTHORITY_LASTS = timedelta(days=3650)
CERTIFICATE_LASTS = timedelta(days=397)  # phones refuse longer ones
CLOCKS_DIFFER = timedelta(days=2)  # a phone whose clock is a day late must not find a certificate of tomorrow

# What the authority may vouch for. Phones enforce it, so that its key, if stolen, opens no site outside the office.
PRIVATE_NETWORKS = ("10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16")
LOCAL_DOMAIN = "local"

_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")


class CertificateWrong(Exception):
    """A certificate can't be used; the sentence says why and what to do."""


@dataclass(frozen=True, slots=True)
class ServerCertificate:
    """What the server proves itself with, as PEM files; and the office's own authority, where that has signed it."""

    chain: Path
    key: Path
    ends_at: datetime
    authority: Path | None


def given_certificate(chain: Path, key: Path, host: str, now: datetime) -> ServerCertificate:
    """Check a certificate from elsewhere before a phone does. Raises CertificateWrong."""
    certificate = _certificate(chain)
    if _key(key).public_key() != certificate.public_key():
        raise CertificateWrong(f"Kunci {key} bukan pasangan sertifikat {chain}: beri kunci yang dibuat bersamanya.")
    if now < certificate.not_valid_before_utc:
        begins = long_date(wib_date(certificate.not_valid_before_utc))
        raise CertificateWrong(f"Sertifikat {chain} baru berlaku mulai {begins}: periksa jam komputer ini.")
    if now >= certificate.not_valid_after_utc:
        ended = long_date(wib_date(certificate.not_valid_after_utc))
        raise CertificateWrong(f"Sertifikat {chain} berakhir {ended}: perbarui, atau jalankan tanpa --certificate.")
    names = _names(certificate)
    if not any(_covers(name, host) for name in names):
        known = ", ".join(names) or "tidak satu pun"
        raise CertificateWrong(
            f"Sertifikat {chain} bukan untuk {host}: sebut namanya dengan --host (yang ada: {known})."
        )
    return ServerCertificate(chain, key, certificate.not_valid_after_utc, authority=None)


def local_certificate(folder: Path, host: str, machine: str, now: datetime) -> ServerCertificate:
    """Make a fresh certificate for this start, signed by the office's authority. Raises CertificateWrong.

    A new one at each start needs no renewal of its own; phones trust the authority, which stays.
    """
    if not _may_vouch_for(host):
        raise CertificateWrong(
            f"CA lokal hanya menjamin alamat jaringan kantor dan nama .{LOCAL_DOMAIN}, bukan {host}: "
            "beri sertifikat dengan --certificate dan --key."
        )
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    signer, authority = _authority(folder / "authority.pem", machine, now)
    key = ec.generate_private_key(ec.SECP256R1())
    ends_at = now + CERTIFICATE_LASTS
    certificate = (
        _builder(_name("Server Trowulan"), authority.subject, now, ends_at)  # an address here is taken for a DNS name
        .public_key(key.public_key())
        .add_extension(x509.SubjectAlternativeName(_alternative_names(host, machine)), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
        .sign(signer, hashes.SHA256())
    )
    mine, public = folder / "server.pem", folder / "authority.crt"
    _write(mine, _pem(key) + certificate.public_bytes(serialization.Encoding.PEM))
    _write(public, authority.public_bytes(serialization.Encoding.DER))
    return ServerCertificate(mine, mine, ends_at, public)


def fingerprint(authority: bytes) -> str:
    """Return the SHA-256 of a certificate in DER, as phones show it: in pairs, apart."""
    digest = x509.load_der_x509_certificate(authority).fingerprint(hashes.SHA256())
    return digest.hex(" ").upper()


def is_address(host: str) -> bool:
    """Whether a host is given by its address rather than by a name."""
    with suppress(ValueError):
        return isinstance(ip_address(host), IPv4Address)
    return False


def _authority(path: Path, machine: str, now: datetime) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    """Return the office's authority; it is made on the first start, and anew before it would end."""
    if path.exists():
        try:
            content = path.read_bytes()
            key = serialization.load_pem_private_key(content, password=None)
            authority = x509.load_pem_x509_certificate(content)
        except (OSError, ValueError):
            raise CertificateWrong(
                f"CA lokal {path} rusak: pulihkan dari cadangan, atau hapus lalu percayai CA yang baru di tiap ponsel."
            ) from None
        if isinstance(key, ec.EllipticCurvePrivateKey) and now + CERTIFICATE_LASTS <= authority.not_valid_after_utc:
            return key, authority
    key = ec.generate_private_key(ec.SECP256R1())
    authority = _new_authority(key, machine, now)
    _write(path, _pem(key) + authority.public_bytes(serialization.Encoding.PEM))
    return key, authority


def _new_authority(key: ec.EllipticCurvePrivateKey, machine: str, now: datetime) -> x509.Certificate:
    name = _name(f"Trowulan CA {machine}"[:64])
    networks = [x509.IPAddress(IPv4Network(network)) for network in PRIVATE_NETWORKS]
    usage = x509.KeyUsage(
        digital_signature=False,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=True,
        crl_sign=True,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        _builder(name, name, now, now + AUTHORITY_LASTS)
        .public_key(key.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.NameConstraints([*networks, x509.DNSName(LOCAL_DOMAIN)], None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _builder(subject: x509.Name, issuer: x509.Name, now: datetime, ends_at: datetime) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - CLOCKS_DIFFER)
        .not_valid_after(ends_at)
    )


def _may_vouch_for(host: str) -> bool:
    if is_address(host):
        return any(IPv4Address(host) in IPv4Network(network) for network in PRIVATE_NETWORKS)
    return host.endswith(f".{LOCAL_DOMAIN}")


def _alternative_names(host: str, machine: str) -> list[x509.GeneralName]:
    names: list[x509.GeneralName] = [x509.IPAddress(IPv4Address(host)) if is_address(host) else x509.DNSName(host)]
    by_machine = f"{machine.lower()}.{LOCAL_DOMAIN}"
    if _LABEL.fullmatch(machine.lower()) and by_machine != host:
        names.append(x509.DNSName(by_machine))
    return names


def _names(certificate: x509.Certificate) -> list[str]:
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return []  # browsers have stopped reading the subject's common name
    addresses = names.get_values_for_type(x509.IPAddress)
    return [*names.get_values_for_type(x509.DNSName), *map(str, addresses)]


def _covers(name: str, host: str) -> bool:
    """Whether a certificate's name is the host's; a star stands for exactly one label."""
    if name.startswith("*.") and not is_address(host):
        return host.partition(".")[2].lower() == name[2:].lower()
    return host.lower() == name.lower()


def _certificate(path: Path) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificates(_read(path))[0]
    except ValueError:
        raise CertificateWrong(f"Berkas {path} bukan sertifikat PEM: minta bentuk PEM dari penerbitnya.") from None


def _key(path: Path) -> PrivateKeyTypes:
    try:
        return serialization.load_pem_private_key(_read(path), password=None)
    except (TypeError, ValueError):  # TypeError: a passphrase guards it
        raise CertificateWrong(f"Berkas {path} bukan kunci PEM tanpa sandi: ubah dulu ke bentuk itu.") from None


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise CertificateWrong(f"Berkas {path} tidak dapat dibaca: periksa nama dan izinnya.") from None


def _pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _write(path: Path, content: bytes) -> None:
    """Write a file with mode 0600, whole or not at all: key and certificate in one file can't drift apart."""
    draft = path.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
