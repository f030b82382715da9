"""An office in which people sign: at its own authority, or at BSrE."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.adapters.bsre_signer import BsreSigner
from shared.adapters.egress import Limits
from tests.signing.bsre import Bsre, serving_bsre
from tests.signing.papers import ARDI, PASSPHRASE, SITI

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from shared.adapters.local_signer import LocalSigner
    from shared.ports.signer import Signer, SignerIdentity
    from shared.signatures.authority import Authorities
    from tests.desk import Clock

QUICK = Limits(seconds=10.0, longest=8 << 20)
PAUSES = (0.01, 0.01)


@dataclass
class SigningOffice:
    """Where people sign, where they were enrolled, the roots of their certificates, and the clock of both."""

    signer: Signer
    holding: LocalSigner
    authorities: Authorities
    clock: Clock
    enrol: Callable[[SignerIdentity], object]


def own(holding: LocalSigner, authorities: Authorities, clock: Clock) -> SigningOffice:
    """Return an office in which two people sign by its own authority."""
    office = SigningOffice(holding, holding, authorities, clock, lambda who: holding.enrol(who, PASSPHRASE))
    _enrol_two(office)
    return office


def at_bsre(holding: LocalSigner, authorities: Authorities, clock: Clock) -> Iterator[tuple[SigningOffice, Bsre]]:
    """Yield an office in which two people sign at BSrE, and that."""
    with serving_bsre(holding) as bsre:
        signer = BsreSigner(bsre.settings(), limits=QUICK, pauses=PAUSES)
        office = SigningOffice(signer, holding, authorities, clock, lambda who: bsre.enrol(who, PASSPHRASE))
        _enrol_two(office)
        yield office, bsre


def _enrol_two(office: SigningOffice) -> None:
    for who in (SITI, ARDI):
        office.enrol(who)
