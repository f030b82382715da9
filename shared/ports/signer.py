"""Signing letters with a person's electronic certificate (UU 11/2008 art. 11 and 13; PP 71/2019 art. 59).

The contract: ``sign`` answers a PDF that carries one PAdES signature more (ETSI.CAdES.detached, SHA-256), invisible, by
the certificate of the person that was named, who has just given its passphrase. It is no transaction: whoever calls it
does so outside of any, and may not repeat it after `WrongPassphrase`. ``status`` tells whether that person could sign
now. Several may sign one PDF, one after the other.

A passphrase lives in one call: it is kept nowhere, and stands in no log, exception or address.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from shared.values import Secret

_PDF = b"%PDF"


class SignerState(StrEnum):
    """What keeps a person from signing, or that nothing does."""

    ACTIVE = "active"
    NOT_ENROLLED = "not-enrolled"
    WAITING = "waiting"  # for the provider, which has not made or confirmed it yet
    EXPIRED = "expired"
    SUSPENDED = "suspended"
    REVOKED = "revoked"
    UNKNOWN = "unknown"  # the provider says something that we have no word for


class SigningFailed(Exception):
    """Why there is no signed PDF; the message is for the log and tells of nobody."""

    may_be_retried = False


class WrongPassphrase(SigningFailed):
    """It was not this person's passphrase. Never repeated: a provider counts, and suspends."""


class NotEnrolled(SigningFailed):
    """The person has no certificate there."""


class CertificateNotValid(SigningFailed):
    """The person has a certificate that signs nothing now: ``state`` says why."""

    def __init__(self, state: SignerState) -> None:
        """Keep the state."""
        super().__init__(f"the certificate is {state.value}")
        self.state = state


class PdfRefused(SigningFailed):
    """What was to be signed is no PDF that can be: damaged, locked, or something else."""


class SignerUnavailable(SigningFailed):
    """The provider can't be reached, takes too long, or has too much to do; the same may be asked again later."""

    may_be_retried = True


class SignerAnswersNonsense(SigningFailed):
    """The provider answers something that is no signed PDF and no reason that we know; somebody has to look."""


@dataclass(frozen=True, slots=True)
class SignerIdentity:
    """Whose signature it is: a person as our records know them, and by their NIK, as a provider does.

    Whoever reads a signature sees ``name`` and ``organisation``; the id is random and tells nothing.
    """

    person_id: str
    name: str
    organisation: str = ""
    nik: str = field(default="", repr=False)  # tells where and when somebody was born: in no log


@dataclass(frozen=True, slots=True)
class SignerStatus:
    """Whether a person can sign, and until when their certificate lasts, where that is told."""

    state: SignerState
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SignedPdf:
    """A signed PDF, the id under which its provider knows it, and what was signed and came of it, as SHA-256."""

    pdf: bytes = field(repr=False)
    document_id: str
    unsigned_sha256: str
    signed_sha256: str

    @classmethod
    def of(cls, unsigned: bytes, signed: bytes, document_id: str) -> SignedPdf:
        """Sum both up."""
        before, after = (hashlib.sha256(content).hexdigest() for content in (unsigned, signed))
        return cls(signed, document_id, before, after)


def is_pdf(content: bytes) -> bool:
    """Whether the bytes begin as a PDF does."""
    return content.startswith(_PDF)


class Signer(Protocol):
    """Where people sign."""

    def sign(self, pdf: bytes, *, signer: SignerIdentity, passphrase: Secret, reason: str, location: str) -> SignedPdf:
        """Return the PDF with this person's signature. Raises SigningFailed, as one of its kinds."""
        ...

    def status(self, identity: SignerIdentity) -> SignerStatus:
        """Return whether the person can sign now. Raises SignerUnavailable and SignerAnswersNonsense."""
        ...


class Enrolment(Protocol):
    """The office's own authority, which gives people their certificates; a provider outside does that by itself.

    Each does its own transaction, so it is called outside of any.
    """

    def enrol(self, identity: SignerIdentity, passphrase: Secret) -> SignerStatus:
        """Give the person a certificate in place of an earlier one; its key opens by that passphrase alone.

        Raises PassphraseTooWeak (a refusal).
        """
        ...

    def change_passphrase(self, identity: SignerIdentity, passphrase: Secret, new: Secret) -> None:
        """Let the same certificate open by another passphrase.

        Raises WrongPassphrase, NotEnrolled, CertificateNotValid, and PassphraseTooWeak (a refusal).
        """
        ...

    def revoke(self, identity: SignerIdentity) -> None:
        """End the person's certificate now and for good, and forget its key; who has none is no error."""
        ...
