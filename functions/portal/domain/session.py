"""Sessions: staying signed in by refresh tokens of which each is used once.

A refresh gives the next generation and ends the one before. Two tabs of one browser may refresh at the same moment, so
the generation before is given the same successor for ten seconds; later, or an older generation, is a stolen token, and
the session ends (OAuth 2.0 Security BCP, RFC 9700 section 4.14).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from shared.refusals import Refusal
from shared.values import Instant

LIFETIME = timedelta(days=14)
TWO_TABS = timedelta(seconds=10)


class SessionEnded(Refusal):
    """There is no session to go on with."""

    status = 403
    title = "Sesi berakhir."


class AccountSuspended(Refusal):
    """The person may not use the portal for now, however they prove who they are."""

    status = 403
    title = "Akun Anda sedang dinonaktifkan."


@dataclass(frozen=True, slots=True)
class Session:
    """One browser in which a person is signed in; the issuer's name and sign-out page when they came from one."""

    id: str
    person_id: str
    started_at: Instant
    rotated_at: Instant
    generation: int = 1
    ended: bool = False
    issuer_name: str = ""
    issuer_sign_out_url: str = ""
    browser: str = ""


def lasts(session: Session, now: datetime) -> bool:
    """Whether the session can still be gone on with."""
    return not session.ended and now < session.started_at + LIFETIME


def refresh(session: Session | None, generation: int, now: datetime) -> Session:
    """Return the session with the generation to give out. Raises SessionEnded, which keeps the end of a stolen one."""
    if session is None or not lasts(session, now):
        raise SessionEnded("Masuk lagi; isian Anda tetap ada.")
    if generation == session.generation:
        return replace(session, generation=generation + 1, rotated_at=now)
    if generation == session.generation - 1 and now < session.rotated_at + TWO_TABS:
        return session
    detail = "Sesi ini diakhiri karena dipakai dari dua tempat. Masuk lagi, dan ganti kata sandi bila itu bukan Anda."
    raise SessionEnded(detail, keep=(replace(session, ended=True),))
