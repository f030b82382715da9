"""Make the caller an electronic certificate of the office's own authority, opened by a passphrase of theirs."""

from __future__ import annotations

from dataclasses import dataclass

from functions.portal.own_enrolment import SigningElsewhere, own_enrolment
from shared.directory.signers import own_identity
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import SIGNED_IN
from shared.ports.signer import SignerIdentity
from shared.rules.passphrase import PassphraseTooWeak, check_new_passphrase, normalised
from shared.values import Instant, Secret


@dataclass(frozen=True, slots=True)
class SigningToEnrol:
    """The passphrase that will open it; nobody else ever knows it, so one that is forgotten is a new certificate."""

    passphrase: Secret


@dataclass(frozen=True, slots=True)
class Enrolling:
    """Whose certificate is made."""

    identity: SignerIdentity
    passphrase: Secret


@dataclass(frozen=True, slots=True)
class SigningEnrolled:
    """The caller can sign, until then."""

    ends_at: Instant | None


def enrol(enrolling: Enrolling, ctx: ReadContext) -> SigningEnrolled:
    """Make the certificate; it is kept by the authority, in a transaction of its own."""
    status = own_enrolment(ctx).enrol(enrolling.identity, enrolling.passphrase)
    return SigningEnrolled(status.ends_at)


def answer(enrolled: SigningEnrolled, _: Context) -> SigningEnrolled:
    """Answer what was made."""
    return enrolled


@operation(
    permission=SIGNED_IN,
    refuses=(PassphraseTooWeak, SigningElsewhere),
    limit=PerActor(per_minute=6, burst=6),
    secret=True,
    call=enrol,
    complete=answer,
)
def enrol_signing(wanted: SigningToEnrol, ctx: Context) -> Enrolling:
    """Make a certificate for the caller in place of an earlier one."""
    own_enrolment(ctx)
    check_new_passphrase(normalised(wanted.passphrase))
    return Enrolling(own_identity(ctx), wanted.passphrase)
