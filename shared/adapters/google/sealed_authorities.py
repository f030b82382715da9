"""The authority for signatures where no disk is the office's own: a record, sealed by the deployment's keys.

Firestore's readers (backups, exports, whoever may look at the project's data) learn nothing from it; it opens only with
`TROWULAN_KEYS`, which functions get from Secret Manager. Whoever rotates those keys leaves the old one there until
somebody was enrolled: the authority is then sealed anew by the newest.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from shared.kernel.collections import TypedCollection
from shared.ports.records import BY_KEY, Query
from shared.signatures.authority import Authority, AuthorityDamaged, new_authority
from shared.values import Instant, Secret

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from cryptography.fernet import Fernet

    from shared.ports.records import Records, Transaction

_MOST = 100
_PURPOSE = b"trowulan: authority for signatures"


@dataclass(frozen=True, slots=True)
class SealedAuthority:
    """One authority: its number, its certificate, and both key and certificate sealed."""

    number: str
    root: str
    sealed: Secret
    made_at: Instant


SEALED_AUTHORITIES = TypedCollection("signing_authorities", SealedAuthority, key=lambda it: it.number)


class SealedAuthorities:
    """The authorities of one record store."""

    def __init__(self, records: Records, keys: Callable[[], Sequence[str]]) -> None:
        """Keep them in ``records``, sealed by the last of ``keys``; each of them opens."""
        self._records = records
        self._keys = keys

    def current(self, now: datetime) -> Authority:
        """Return the newest, or make one where it would end too soon or is missing."""
        found = self._all()
        if found:
            authority = self._opened(found[-1], now)
            if authority.can_sign_at(now):
                return authority
        made, number = new_authority(now), f"{len(found) + 1:04}"
        kept = SealedAuthority(number, made.root, _sealed(made, self._fernets()[0]), now)

        def work(transaction: Transaction) -> SealedAuthority:
            before = transaction.get(SEALED_AUTHORITIES.stored, number)
            if before is not None:  # another function was first
                return SEALED_AUTHORITIES.read(before)
            transaction.put(SEALED_AUTHORITIES.stored, number, _body(kept, None, now))
            return kept

        return self._opened(self._records.transact(work), now)

    def roots(self) -> tuple[str, ...]:
        """Return their certificates, for which no key is needed."""
        return tuple(it.root for it in self._all())

    def _all(self) -> list[SealedAuthority]:
        found = self._records.query(Query(SEALED_AUTHORITIES.stored, BY_KEY, limit=_MOST))
        return [SEALED_AUTHORITIES.read(document.body) for document in found]

    def _opened(self, kept: SealedAuthority, now: datetime) -> Authority:
        from cryptography.fernet import InvalidToken

        newest, *older = self._fernets()
        for fernet in (newest, *older):
            try:
                authority = Authority.read(fernet.decrypt(kept.sealed.reveal()).decode())
            except InvalidToken:
                continue
            if fernet is not newest:
                self._seal_anew(replace(kept, sealed=_sealed(authority, newest)), now)
            return authority
        raise AuthorityDamaged("none of TROWULAN_KEYS opens the authority: add the key that sealed it")

    def _seal_anew(self, kept: SealedAuthority, now: datetime) -> None:
        def work(transaction: Transaction) -> None:
            before = transaction.get(SEALED_AUTHORITIES.stored, kept.number)
            transaction.put(SEALED_AUTHORITIES.stored, kept.number, _body(kept, before, now))

        self._records.transact(work)

    def _fernets(self) -> list[Fernet]:
        """Return what opens, the newest first."""
        return [_fernet(key) for key in reversed(self._keys())]


def _fernet(key: str) -> Fernet:
    from cryptography.fernet import Fernet
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    derived = HKDF(SHA256(), length=32, salt=None, info=_PURPOSE).derive(key.encode())
    return Fernet(base64.urlsafe_b64encode(derived))


def _sealed(authority: Authority, fernet: Fernet) -> Secret:
    return Secret(fernet.encrypt(authority.pem.encode()).decode())


def _body(kept: SealedAuthority, before: dict[str, object] | None, now: datetime) -> dict[str, object]:
    return SEALED_AUTHORITIES.write(kept, by="signing_authority", at=now, before=before)
