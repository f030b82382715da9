"""Sign a naskah with the caller's electronic certificate: number, paper, signature, file."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.eoffice.domain.naskah import Naskah, NaskahState
from functions.eoffice.domain.naskah_decision import Verdict
from functions.eoffice.domain.naskah_signature import Signing
from functions.eoffice.domain.signing import (
    NaskahMoved,
    PassphraseTries,
    begun_signing,
    require_edition,
    require_no_pause,
)
from functions.eoffice.fixing import fixed, require_signable
from functions.eoffice.naskah import NASKAH
from functions.eoffice.naskah_moves import move
from functions.eoffice.naskah_signing import (
    PASSPHRASE_TRIES,
    SIGNING_REFUSALS,
    Outcome,
    file_paper,
    peeked,
    refusal_of,
    sign_paper,
)
from shared.events.eoffice_letters import NaskahSigned as SignedEvent
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.register import SERIES
from shared.rules.chain import NotAsked, StepRole, asked_step
from shared.values import Secret


@dataclass(frozen=True, slots=True)
class NaskahToSign:
    """Which naskah, in the edition that the caller read, and the passphrase, which lives in this call alone."""

    naskah_id: str
    edition: int
    passphrase: Secret


@dataclass(frozen=True, slots=True)
class ToSign:
    """A naskah with what is fixed of it; None when it was signed before."""

    naskah: Naskah
    signing: Signing | None
    passphrase: Secret


@dataclass(frozen=True, slots=True)
class NaskahSigned:
    """It is signed under this number; ``already`` when it was before."""

    number: str
    already: bool


def sign(to_sign: ToSign, ctx: ReadContext) -> Outcome:
    """Make the paper and have it signed, outside any transaction."""
    if to_sign.signing is None:
        return Outcome(to_sign.naskah, None, None)
    return sign_paper(to_sign.naskah, to_sign.signing, to_sign.passphrase, ctx)


def file(outcome: Outcome, ctx: Context) -> NaskahSigned:
    """Enter the signed naskah, or keep why it is not."""
    naskah = ctx.get(NASKAH, outcome.naskah.id, right_from="the caller's turn")
    ctx.version(NASKAH, naskah.id)
    tries = ctx.find(PASSPHRASE_TRIES, ctx.actor.id, right_from="the caller's own") or PassphraseTries(ctx.actor.id)

    if naskah.state is NaskahState.SIGNED or outcome.signed is None:
        if outcome.failure:
            raise refusal_of(outcome.failure, naskah, tries, ctx.now)
        return NaskahSigned(naskah.signing.number if naskah.signing else "", already=True)
    signed = file_paper(naskah, outcome, ctx)
    move(naskah, signed, Verdict.SIGNED, ctx)
    ctx.emit(SignedEvent(naskah.id))
    if tries.wrong or tries.paused_until:
        ctx.put(PASSPHRASE_TRIES, PassphraseTries(ctx.actor.id))
    return NaskahSigned(signed.signing.number if signed.signing else "", already=False)


@operation(
    permission=SIGNED_IN,
    refuses=(RecordMissing, NotAsked, NaskahMoved, *SIGNING_REFUSALS),
    keeps=(PASSPHRASE_TRIES, NASKAH),
    limit=PerActor(per_minute=60, burst=30),
    secret=True,
    series=True,
    gets=lambda _, actor: ((SERIES, actor.organisation_id),),  # those of one office take turns
    taken_first=True,
    call=sign,
    complete=file,
)
def sign_naskah(typed: NaskahToSign, ctx: Context) -> ToSign:
    """Sign a naskah as the post whose turn it is: it takes its number now, whatever becomes of the signer."""
    # A series guards only what it writes, so what refuses is looked at before.
    before, tries = peeked(typed.naskah_id, ctx)
    if before.state is NaskahState.SIGNED:
        return ToSign(before, None, typed.passphrase)
    asked_step(before.chain, ctx.actor.position_id, StepRole.SIGN)
    require_edition(before, typed.edition)
    require_no_pause(tries, ctx.now)
    signs = require_signable(before, ctx)

    naskah = ctx.get(NASKAH, typed.naskah_id, right_from="the caller's turn")
    signing = fixed(naskah, signs, ctx)
    after = begun_signing(naskah, signing)
    ctx.put(NASKAH, after)
    if (naskah.says, naskah.chain) != (before.says, before.chain):
        raise NaskahMoved("Muat ulang halaman, lalu periksa sekali lagi.")
    return ToSign(replace(after, signing=signing), signing, typed.passphrase)
