"""The office's own authority for signatures, and the certificates of people that it signs.

It is another one than that of the server (`shared/lan`): phones trust that one to vouch for addresses, and nothing that
this one signs opens a site, as its certificates say what they are for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

if TYPE_CHECKING:
    from datetime import datetime

AUTHORITY_LASTS = timedelta(days=7305)  # twenty years
PERSONAL_LASTS = timedelta(days=730)  # as those of BSrE
CLOCKS_DIFFER = timedelta(hours=1)
_LONGEST_NAME = 64  # X.520: upper bound of a common name and of an organisation's
# RFC 9336: signing documents; older readers of PDFs know that of mail alone, and take it for both.
_FOR_DOCUMENTS = [x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36"), ExtendedKeyUsageOID.EMAIL_PROTECTION]
_PEM = serialization.Encoding.PEM


class AuthorityDamaged(Exception):
    """What should be the authority isn't one."""


@dataclass(frozen=True, slots=True)
class Authority:
    """A key that signs certificates, and its own certificate."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @property
    def pem(self) -> str:
        """Both, as they are kept."""
        key = self.key.private_bytes(_PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        return (key + self.certificate.public_bytes(_PEM)).decode()

    @property
    def root(self) -> str:
        """The certificate alone, which anybody may have."""
        return self.certificate.public_bytes(_PEM).decode()

    def can_sign_at(self, now: datetime) -> bool:
        """Whether what it signs now would end before itself does."""
        return now + PERSONAL_LASTS <= self.certificate.not_valid_after_utc

    @classmethod
    def read(cls, pem: str) -> Authority:
        """Read what was kept. Raises AuthorityDamaged."""
        try:
            key = serialization.load_pem_private_key(pem.encode(), password=None)
            certificate = x509.load_pem_x509_certificate(pem.encode())
        except (TypeError, ValueError):
            raise AuthorityDamaged("no key and certificate in PEM") from None
        if not isinstance(key, ec.EllipticCurvePrivateKey) or key.public_key() != certificate.public_key():
            raise AuthorityDamaged("the key is not the certificate's")
        return cls(key, certificate)


class Authorities(Protocol):
    """Where an office keeps its authority; an earlier one signs nothing any more, but what it signed stays known."""

    def current(self, now: datetime) -> Authority:
        """Return the one that signs; the first is made where there is none, and the next before this one would end."""
        ...

    def roots(self) -> tuple[str, ...]:
        """Return the certificates of all that there were, in PEM."""
        ...


def new_authority(now: datetime) -> Authority:
    """Make an authority that signs people's certificates and nothing else."""
    key = ec.generate_private_key(ec.SECP256R1())
    public = key.public_key()
    name = _name("CA Tanda Tangan Trowulan", "Pemerintah Kabupaten Mojokerto")
    certificate = (
        _builder(name, name, now, now + AUTHORITY_LASTS)
        .public_key(public)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .sign(key, hashes.SHA256())
    )
    return Authority(key, certificate)


def personal_certificate(
    authority: Authority, public: ec.EllipticCurvePublicKey, name: str, organisation: str, now: datetime
) -> x509.Certificate:
    """Return a certificate by which its holder signs documents: no sites, no programs, no other certificates."""
    return (
        _builder(_name(name, organisation), authority.certificate.subject, now, now + PERSONAL_LASTS)
        .public_key(public)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage(_FOR_DOCUMENTS), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key()), critical=False)
        .sign(authority.key, hashes.SHA256())
    )


def serial_of(certificate: x509.Certificate) -> str:
    """Return a certificate's serial number, as readers of signatures show it."""
    return f"{certificate.serial_number:x}"


def _builder(subject: x509.Name, issuer: x509.Name, now: datetime, ends_at: datetime) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - CLOCKS_DIFFER)
        .not_valid_after(ends_at)
    )


def _name(common_name: str, organisation: str) -> x509.Name:
    """Return a name as certificates have it; NIP and NIK tell birthdays and stay out."""
    parts = [
        (NameOID.COMMON_NAME, common_name),
        (NameOID.ORGANIZATION_NAME, organisation),
        (NameOID.COUNTRY_NAME, "ID"),
    ]
    return x509.Name([x509.NameAttribute(kind, text[:_LONGEST_NAME]) for kind, text in parts if text])


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=not signs_certificates,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )
