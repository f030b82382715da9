"""Signing in at an issuer: an attempt is bound to the browser that began it by one secret in a cookie.

Everything that the attempt needs is derived from that secret and the attempt's state, so that nothing is stored: the
state itself (RFC 9700 section 4.7), the nonce of the ID token and the verifier of the code (RFC 7636).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from datetime import datetime, timedelta

from shared.refusals import Refusal
from shared.values import Secret

TIME_TO_SIGN_IN = timedelta(minutes=10)
_CLOCKS_DIFFER = 30  # seconds, between the issuer's and ours


class NoIssuer(Refusal):
    """This deployment has local accounts only."""

    status = 403
    title = "Masuk lewat layanan lain tidak tersedia."


class SignInNotBegun(Refusal):
    """The way back from the issuer belongs to no attempt of this browser, or to one that was begun too long ago."""

    status = 403
    title = "Proses masuk ini bukan dari peramban ini, atau sudah terlalu lama."


class SignInNotConfirmed(Refusal):
    """The issuer does not confirm that this person has just signed in for us."""

    status = 403
    title = "Proses masuk ini tidak dibenarkan."


class IssuerSilent(Refusal):
    """The issuer does not answer, or not as an issuer."""

    status = 409
    title = "Layanan masuk belum menjawab."


class PersonNotRegistered(Refusal):
    """The issuer knows the person, and nobody here has that login."""

    status = 403
    title = "Akun Anda belum terdaftar di Trowulan."


class NotProvedAnew(Refusal):
    """The issuer confirms who is signed in there, and not that they have just shown it again."""

    status = 403
    title = "Layanan masuk tidak meminta bukti baru."


class ProvedByAnother(Refusal):
    """Somebody else has shown who they are than is signed in here."""

    status = 403
    title = "Yang membuktikan diri orang lain."


def new_state(secret: Secret, attempt: str, now: datetime) -> str:
    """Return the state of a new attempt: when it began, its id, and the mark of the browser's secret."""
    begun = f"{int(now.timestamp())}.{attempt}"
    return f"{begun}.{derived(secret, 'state', begun)}"


def check_state(secret: Secret | None, state: str, now: datetime) -> Secret:
    """Return the browser's secret. Raises SignInNotBegun when the state isn't of its making, or too old."""
    begun, _, mark = state.rpartition(".")
    seconds = begun.partition(".")[0]
    is_ours = secret is not None and hmac.compare_digest(mark.encode(), derived(secret, "state", begun).encode())
    if secret is None or not is_ours or now.timestamp() >= int(seconds) + TIME_TO_SIGN_IN.total_seconds():
        raise SignInNotBegun("Mulai lagi dari halaman Masuk.")
    return secret


def require_anew(authenticated_at: datetime | None, state: str) -> datetime:
    """Return when somebody showed who they are, in this attempt and not before it. Raises NotProvedAnew."""
    begun = float(state.partition(".")[0])
    if authenticated_at is None or authenticated_at.timestamp() < begun - _CLOCKS_DIFFER:
        raise NotProvedAnew(
            "Keluar dari layanan itu, lalu ulangi. Atau minta kode dari administrator OPD Anda, lalu pilih kata sandi"
            " Trowulan di /kata-sandi."
        )
    return authenticated_at


def derived(secret: Secret, purpose: str, state: str) -> str:
    """Return 43 characters that only the browser's secret can make, for one purpose of one attempt."""
    digest = hmac.new(secret.reveal().encode(), f"{purpose}\x1f{state}".encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
