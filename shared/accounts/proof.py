"""A fresh proof for what must not be done at a desk that somebody has left: suspending, resetting, giving rights."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from shared.kernel.collections import TypedCollection
from shared.refusals import Refusal
from shared.values import Instant

if TYPE_CHECKING:
    from shared.kernel.context import ReadContext

RECENT = timedelta(minutes=5)


class ProofNeeded(Refusal):
    """The session is signed in, and whoever sits before it has not shown for a while that it is still the same person.

    A portal asks for the password and sends the same request again.
    """

    status: ClassVar[int] = 403
    title: ClassVar[str] = "Pastikan dulu bahwa ini Anda."


@dataclass(frozen=True, slots=True)
class RecentProof:
    """When somebody last proved themselves in a session, beside the sign-in that began it."""

    session_id: str
    person_id: str
    proved_at: Instant


PROOFS = TypedCollection("recent_proofs", RecentProof, key=lambda it: it.session_id)


def require_recent_proof(ctx: ReadContext) -> None:
    """Refuse a caller who has not proved themselves again in the last minutes. Raises ProofNeeded."""
    proof = ctx.find(PROOFS, ctx.actor.session_id, right_from="the caller's own session")
    if proof is None or proof.person_id != ctx.actor.id or ctx.now - proof.proved_at > RECENT:
        raise ProofNeeded("Isi kata sandi Anda sekali lagi, lalu tindakan ini dilanjutkan.")
