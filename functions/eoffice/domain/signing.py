"""Signing a naskah: what is fixed before, what a failed signer leaves, and how often a passphrase may be wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from functions.eoffice.domain.naskah import Naskah, NaskahState
from functions.eoffice.domain.naskah_signature import Signed, Signing
from shared.refusals import Refusal
from shared.rules.calendar import clock_time
from shared.rules.chain import StepRole, approved, asked_step
from shared.rules.numbering import Classification
from shared.values import Instant

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_TRIES = 3  # of the signer under one number, before somebody has to look
_MOST_WRONG = 3
_PAUSE = timedelta(minutes=15)
SIGNING_WITHIN = timedelta(minutes=15)  # a signer that has not answered by then never will


class WrongSigningPassphrase(Refusal):
    """It does not open the caller's certificate."""

    status = 422
    title = "Passphrase salah."


class PassphrasePaused(Refusal):
    """Too many wrong passphrases in a row."""

    status = 409
    title = "Passphrase terlalu sering salah."


class CertificateMissing(Refusal):
    """The caller has no certificate that signs."""

    title = "Anda belum memiliki sertifikat elektronik yang aktif."


class SignerSilent(Refusal):
    """The signer cannot be reached, or answers what nobody understands."""

    title = "Layanan tanda tangan tidak menjawab."


class NaskahMoved(Refusal):
    """It says something else by now, or others have it."""

    title = "Naskah ini berubah sejak Anda buka."


class NotAuthorised(Refusal):
    """Who acts as Plt. or Plh. does not decide on this."""

    status = 403
    title = "Naskah ini tidak dapat ditandatangani sebagai pelaksana."


@dataclass(frozen=True, slots=True)
class PassphraseTries:
    """How often in a row somebody's passphrase was wrong, and until when they have to wait."""

    person_id: str
    wrong: int = 0
    paused_until: Instant | None = None


class Measure(StrEnum):
    """What is done about a naskah that who acts does not decide on."""

    BARRED = "barred"
    WARNED = "warned"


@dataclass(frozen=True, slots=True)
class ActingLimit:
    """What Plt. and Plh. do not decide: keputusan of a klasifikasi and all below it."""

    klasifikasi: Classification
    measure: Measure


def require_no_pause(tries: PassphraseTries | None, now: datetime) -> None:
    """Refuse while the pause lasts."""
    if tries and tries.paused_until and now < tries.paused_until:
        raise PassphrasePaused(f"Coba lagi setelah pukul {clock_time(tries.paused_until)}.")


def require_edition(naskah: Naskah, edition: int) -> None:
    """Refuse to sign another text than the one that was read."""
    if naskah.edition != edition:
        raise NaskahMoved("Muat ulang halaman, lalu periksa sekali lagi.")


def after_wrong(tries: PassphraseTries, now: datetime) -> WrongSigningPassphrase:
    """Return the refusal of a wrong passphrase, which keeps that it was one."""
    wrong = tries.wrong + 1
    if wrong >= _MOST_WRONG:
        until = now + _PAUSE
        counted = PassphraseTries(tries.person_id, 0, until)
        return WrongSigningPassphrase(f"Tunggu sampai pukul {clock_time(until)}, lalu coba lagi.", keep=(counted,))
    left = _MOST_WRONG - wrong
    return WrongSigningPassphrase(f"Kesempatan tersisa {left}.", keep=(PassphraseTries(tries.person_id, wrong),))


def limits_of(klasifikasi: str, limits: Iterable[ActingLimit]) -> ActingLimit | None:
    """Return what limits who acts on a naskah of a klasifikasi: the deepest row at or above it (UU 30/2014 art. 14)."""
    above = [it for it in limits if klasifikasi == it.klasifikasi or klasifikasi.startswith(f"{it.klasifikasi}.")]
    return max(above, key=lambda it: len(it.klasifikasi), default=None)


def begun_signing(naskah: Naskah, signing: Signing) -> Naskah:
    """Return the naskah with what is fixed before it is signed."""
    return replace(naskah, state=NaskahState.SIGNING, signing=signing)


def signed_by(naskah: Naskah, position_id: str, signed: Signed, signing: Signing) -> Naskah:
    """Return the signed naskah. Raises NotAsked where it is no longer the signer's turn."""
    step = asked_step(naskah.chain, position_id, StepRole.SIGN)
    chain = approved(naskah.chain, step, signing.by, signing.by_name, signed.at)
    return replace(naskah, state=NaskahState.SIGNED, chain=chain, signing=signing, signed=signed, remark="")


def after_failure(naskah: Naskah, failure: str) -> Naskah:
    """Return the naskah after the signer failed it once more; its number stays."""
    if naskah.signing is None:
        return naskah
    signing = replace(naskah.signing, tries=naskah.signing.tries + 1, failure=failure)
    is_over = signing.tries >= MOST_TRIES
    return replace(naskah, signing=signing, state=NaskahState.SIGNING_FAILED if is_over else NaskahState.SIGNING)
