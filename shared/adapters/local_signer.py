"""Signing by certificates of the office's own authority (the default, in both modes).

A person's private key is a record like the rest of what the office knows of them, encrypted with their passphrase: so
it is kept, backed up and restored as records are, alike in a folder and in the cloud, and nobody but that person can
use it, not even who holds all keys of the deployment. What guesses at a passphrase pays Argon2id for each try, as for
passwords, since the encryption of PKCS#8 alone stretches by 2,048 rounds only.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from shared.kernel.collections import TypedCollection
from shared.ports.signer import (
    CertificateNotValid,
    NotEnrolled,
    PdfRefused,
    SignedPdf,
    SignerState,
    SignerStatus,
    SignerUnavailable,
    WrongPassphrase,
    is_pdf,
)
from shared.rules.passphrase import check_new_passphrase, normalised
from shared.signatures.authority import personal_certificate, serial_of
from shared.values import Instant, Secret, fingerprint

if TYPE_CHECKING:
    from datetime import datetime

    from shared.ports.clock import Clock
    from shared.ports.records import Body, Records, Transaction
    from shared.ports.signer import SignerIdentity
    from shared.signatures.authority import Authorities

_SALT_BYTES = 16
_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Ended:
    """A certificate that the person had before, by its serial number, and when it was ended."""

    serial: str
    ended_at: Instant


@dataclass(frozen=True, slots=True)
class ElectronicCertificate:
    """A person's certificate, and its key under their passphrase: None once it was revoked, and so used by nobody."""

    person_id: str
    certificate: str
    key: Secret | None
    salt: str
    enrolled_at: Instant
    ends_at: Instant
    revoked_at: Instant | None = None
    earlier: tuple[Ended, ...] = ()


ELECTRONIC_CERTIFICATES = TypedCollection("electronic_certificates", ElectronicCertificate, key=lambda it: it.person_id)


def state_at(held: ElectronicCertificate | None, now: datetime) -> SignerState:
    """Return what a person can do with what they hold."""
    if held is None:
        return SignerState.NOT_ENROLLED
    if held.revoked_at is not None or held.key is None:
        return SignerState.REVOKED
    return SignerState.ACTIVE if now < held.ends_at else SignerState.EXPIRED


class LocalSigner:
    """The signatures of one record store's people."""

    def __init__(self, records: Records, authorities: Authorities, clock: Clock) -> None:
        """Keep certificates in ``records``; the authority is asked for when somebody enrols."""
        self._records = records
        self._authorities = authorities
        self._clock = clock

    # What signs

    def sign(self, pdf: bytes, *, signer: SignerIdentity, passphrase: Secret, reason: str, location: str) -> SignedPdf:
        """Return the PDF with this person's signature."""
        if not is_pdf(pdf):
            raise PdfRefused("it does not begin as one")
        now = self._clock.now()
        held = self._usable(signer.person_id, now)
        key = _unlocked(held, passphrase)
        from shared.signatures.pades import append_signature

        certificate = x509.load_pem_x509_certificate(held.certificate.encode())
        signed = append_signature(pdf, key, certificate, now, reason, location)
        summed = SignedPdf.of(pdf, signed, "")
        return replace(summed, document_id=fingerprint(serial_of(certificate), summed.signed_sha256))

    def status(self, identity: SignerIdentity) -> SignerStatus:
        """Return whether the person can sign now."""
        held = self._held(identity.person_id)
        return SignerStatus(state_at(held, self._clock.now()), held.ends_at if held else None)

    # What enrols

    def enrol(self, identity: SignerIdentity, passphrase: Secret) -> SignerStatus:
        """Give the person a certificate in place of any earlier one."""
        wanted = normalised(passphrase)
        check_new_passphrase(wanted)
        now = self._clock.now()
        authority, key = self._authorities.current(now), ec.generate_private_key(ec.SECP256R1())
        made = personal_certificate(authority, key.public_key(), identity.name, identity.organisation, now)
        salt = secrets.token_hex(_SALT_BYTES)
        new = ElectronicCertificate(
            identity.person_id,
            made.public_bytes(serialization.Encoding.PEM).decode(),
            _locked(key, wanted, salt),
            salt,
            now,
            made.not_valid_after_utc,
        )

        def work(transaction: Transaction) -> None:
            before = transaction.get(ELECTRONIC_CERTIFICATES.stored, identity.person_id)
            earlier = _ended(ELECTRONIC_CERTIFICATES.read(before), now) if before else ()
            _put(transaction, replace(new, earlier=earlier), before, now)

        self._records.transact(work)
        return SignerStatus(SignerState.ACTIVE, new.ends_at)

    def change_passphrase(self, identity: SignerIdentity, passphrase: Secret, new: Secret) -> None:
        """Lock the same key by another passphrase."""
        wanted = normalised(new)
        check_new_passphrase(wanted)
        now = self._clock.now()
        held = self._usable(identity.person_id, now)
        key, salt = _unlocked(held, passphrase), secrets.token_hex(_SALT_BYTES)
        locked = _locked(key, wanted, salt)

        def work(transaction: Transaction) -> None:
            before = transaction.get(ELECTRONIC_CERTIFICATES.stored, identity.person_id)
            if before is None or ELECTRONIC_CERTIFICATES.read(before) != held:
                raise SignerUnavailable("the certificate was changed at the same moment")
            _put(transaction, replace(held, key=locked, salt=salt), before, now)

        self._records.transact(work)

    def revoke(self, identity: SignerIdentity) -> None:
        """End the certificate, and forget its key."""
        now = self._clock.now()

        def work(transaction: Transaction) -> None:
            before = transaction.get(ELECTRONIC_CERTIFICATES.stored, identity.person_id)
            held = ELECTRONIC_CERTIFICATES.read(before) if before else None
            if held is not None and held.revoked_at is None:
                _put(transaction, replace(held, key=None, salt="", revoked_at=now), before, now)

        self._records.transact(work)

    def _held(self, person_id: str) -> ElectronicCertificate | None:
        body = self._records.get(ELECTRONIC_CERTIFICATES.stored, person_id)
        return ELECTRONIC_CERTIFICATES.read(body) if body else None

    def _usable(self, person_id: str, now: datetime) -> ElectronicCertificate:
        held = self._held(person_id)
        state = state_at(held, now)
        if held is None:
            raise NotEnrolled
        if state is not SignerState.ACTIVE:
            raise CertificateNotValid(state)
        return held


def _ended(held: ElectronicCertificate, now: datetime) -> tuple[Ended, ...]:
    serial = serial_of(x509.load_pem_x509_certificate(held.certificate.encode()))
    return (*held.earlier, Ended(serial, held.revoked_at or min(held.ends_at, now)))


def _put(transaction: Transaction, held: ElectronicCertificate, before: Body | None, now: datetime) -> None:
    body = ELECTRONIC_CERTIFICATES.write(held, by="signer", at=now, before=before)
    transaction.put(ELECTRONIC_CERTIFICATES.stored, held.person_id, body)


def _locked(key: ec.EllipticCurvePrivateKey, passphrase: Secret, salt: str) -> Secret:
    encryption = serialization.BestAvailableEncryption(_stretched(passphrase, salt))
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, encryption)
    return Secret(pem.decode())


def _unlocked(held: ElectronicCertificate, passphrase: Secret) -> ec.EllipticCurvePrivateKey:
    """Return the person's key. Raises WrongPassphrase."""
    pem = held.key.reveal().encode() if held.key else b""
    try:
        key = serialization.load_pem_private_key(pem, _stretched(normalised(passphrase), held.salt))
    except ValueError:
        raise WrongPassphrase from None
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise WrongPassphrase
    return key


def _stretched(passphrase: Secret, salt: str) -> bytes:
    """Return what encrypts: as much work as RFC 9106 recommends where memory is scarce, in text, as PKCS#8 takes it."""
    from argon2.low_level import hash_secret_raw
    from argon2.profiles import RFC_9106_LOW_MEMORY as WORK

    made = hash_secret_raw(
        passphrase.reveal().encode(),
        bytes.fromhex(salt),
        WORK.time_cost,
        WORK.memory_cost,
        WORK.parallelism,
        _KEY_BYTES,
        WORK.type,
    )
    return made.hex().encode()
