"""Begin the second step: draw a secret for an authenticator to read."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from functions.portal.domain.second_step import SecondStep, SecondStepOn, new_second_step
from functions.portal.records import SECOND_STEPS
from shared.accounts.proof import ProofNeeded, require_recent_proof
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN

_ISSUER = "Trowulan"


@dataclass(frozen=True, slots=True)
class SecondStepToBegin:
    """Nothing: the caller's own."""


@dataclass(frozen=True, slots=True)
class SecondStepBegun:
    """The secret as text for typing, and as the address that the QR code holds; shown this once."""

    secret: str
    uri: str


@operation(permission=SIGNED_IN, refuses=(ProofNeeded, SecondStepOn), secret=True)
def begin_second_step(_: SecondStepToBegin, ctx: Context) -> SecondStepBegun:
    """Draw the secret of the caller's second step; it is asked for only once a code was shown."""
    require_recent_proof(ctx)
    before = ctx.find(SECOND_STEPS, ctx.actor.id, right_from="the caller's own second step")
    if before is not None and before.is_on:
        raise SecondStepOn("Matikan dulu bila ingin memindahkannya ke ponsel lain.")

    step = new_second_step(ctx.actor.id, ctx.new_secret())

    ctx.put(SECOND_STEPS, step)
    return SecondStepBegun(step.secret.reveal(), key_uri(step, ctx.actor.name))


def key_uri(step: SecondStep, name: str) -> str:
    """Return what an authenticator reads off a QR code."""
    return f"otpauth://totp/{quote(f'{_ISSUER}:{name}')}?secret={step.secret.reveal()}&issuer={_ISSUER}"
