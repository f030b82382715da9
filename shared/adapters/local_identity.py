"""Identity with local accounts: tokens signed within the deployment, passwords hashed with Argon2id.

Tokens are signed by `itsdangerous`, which Flask has loaded already; a token names its kind by its salt, so that none
can stand for another. Every key in the key folder verifies; the newest one (by name) signs: adding a file rotates.
"""

from __future__ import annotations

import threading
import time
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from itsdangerous import BadData, URLSafeSerializer

from shared.actor import Actor, ActorKind, Proof
from shared.directory.standing import find_standing, permissions_of
from shared.ports.identity import NotSignedIn, PositionNotHeld, Token
from shared.rules.calendar import wib_date
from shared.values import Secret

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from argon2 import PasswordHasher

    from shared.directory.standing import Held
    from shared.ports.records import Reads

_ACCESS = timedelta(minutes=5)
_SERVICE = timedelta(minutes=1)
_ACTOR_SECONDS = 60.0


def rfc_9106_hasher() -> PasswordHasher:
    """Return what hashes passwords with as much work as RFC 9106 recommends where memory is scarce."""
    from argon2 import PasswordHasher
    from argon2.profiles import RFC_9106_LOW_MEMORY

    return PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)


class LocalIdentity:
    """Local accounts and this deployment's own tokens."""

    def __init__(
        self,
        keys: Callable[[], list[str]],
        reads: Reads,
        make_hasher: Callable[[], PasswordHasher] = rfc_9106_hasher,
    ) -> None:
        """Sign with the last of ``keys`` (read on first use), look people up through ``reads``."""
        self._keys = keys
        self._reads = reads
        self._make_hasher = make_hasher
        self._signers: dict[str, URLSafeSerializer] = {}
        self._actors: dict[tuple[str, str, str], tuple[float, Actor]] = {}
        self._hasher: PasswordHasher | None = None
        self._nobody: str = ""
        self._mutex = threading.Lock()

    def actor(self, token: str, now: datetime, position_id: str = "") -> Actor:
        """Return the person of an access token, acting as that position, or the device of a device's token."""
        claims = next(filter(None, (self._read(kind, token, now) for kind in ("access", "display", "kiosk"))), None)
        if claims is None:
            raise NotSignedIn
        if "kiosk" in claims:
            return Actor(ActorKind.DEVICE, claims["agenda"], Proof.KIOSK_TOKEN, session_id=claims["kiosk"])
        if "agenda" in claims:
            return Actor(ActorKind.DEVICE, claims["agenda"], Proof.DISPLAY_TOKEN)
        return self._person((claims["person"], claims["session"], position_id), now)

    def access_token(self, person_id: str, session_id: str, now: datetime) -> Token:
        """Return a token of five minutes that holds the person and the session only."""
        return self._write("access", {"person": person_id, "session": session_id}, now + _ACCESS)

    def display_token(self, agenda_id: str, now: datetime, until: datetime) -> Token:  # noqa: ARG002 -- the port's form
        """Return a token for the screen of one meeting."""
        return self._write("display", {"agenda": agenda_id}, until)

    def kiosk_token(self, agenda_id: str, kiosk_id: str, until: datetime) -> Token:
        """Return a token for one kiosk of one meeting."""
        return self._write("kiosk", {"agenda": agenda_id, "kiosk": kiosk_id}, until)

    def refresh_token(self, session_id: str, generation: int) -> Secret:
        """Return the token of a generation: derived, so that it need not be stored to be given twice."""
        return Secret(str(self._signer("refresh").dumps([session_id, generation])))

    def read_refresh_token(self, token: Secret) -> tuple[str, int]:
        """Return the session and the generation."""
        try:
            session_id, generation = self._signer("refresh").loads(token.reveal())
        except BadData:
            raise NotSignedIn from None
        return session_id, generation

    def service_token(self, target: str, now: datetime) -> Token:
        """Return a token of one minute for one inner target."""
        return self._write("service", {"target": target}, now + _SERVICE)

    def is_service_token(self, token: str, target: str, now: datetime) -> bool:
        """Whether the token is ours, for that target, and of this minute."""
        return (self._read("service", token, now) or {}).get("target") == target

    def ticket(self, purpose: str, facts: dict[str, Any]) -> str:
        """Return the facts, signed and readable: nothing secret belongs in them."""
        return str(self._signer(f"ticket.{purpose}").dumps(facts))

    def read_ticket(self, purpose: str, text: str) -> dict[str, Any] | None:
        """Return the facts of a ticket of this purpose, or None."""
        try:
            facts: dict[str, Any] = self._signer(f"ticket.{purpose}").loads(text)
        except BadData:
            return None
        return facts

    def hash_password(self, password: Secret) -> Secret:
        """Return the Argon2id hash."""
        return Secret(self._argon2().hash(password.reveal()))

    def password_matches(self, stored: Secret | None, password: Secret) -> bool:
        """Compare with the stored hash, or with nobody's hash for the same time."""
        from argon2.exceptions import VerifyMismatchError

        hasher = self._argon2()
        try:
            hasher.verify(stored.reveal() if stored else self._nobody, password.reveal())
        except VerifyMismatchError:
            return False
        return stored is not None

    def _person(self, key: tuple[str, str, str], now: datetime) -> Actor:
        clock = time.monotonic()
        known = self._actors.get(key)
        if known is not None and clock - known[0] < _ACTOR_SECONDS:
            return known[1]
        actor = self._look_up(*key, now)
        with self._mutex:
            if len(self._actors) > 20_000:  # noqa: PLR2004 -- more people than a regency employs
                self._actors.clear()
            self._actors[key] = (clock, actor)
        return actor

    def _look_up(self, person_id: str, session_id: str, position_id: str, now: datetime) -> Actor:
        standing = find_standing(self._reads, person_id, now)
        if standing is None or standing.suspended:
            raise NotSignedIn
        held = standing.on(wib_date(now))
        acting = _acting_as(held, position_id)
        return Actor(
            ActorKind.PERSON,
            person_id,
            Proof.SESSION,
            name=standing.name,
            nip=standing.nip,
            session_id=session_id,
            position_id=acting.position_id if acting else "",
            position_title=acting.position_title if acting else "",
            organisation_id=acting.organisation_id if acting else "",
            organisation_name=acting.organisation_name if acting else "",
            organisation_path=acting.organisation_path if acting else (),
            position_ids=tuple(it.position_id for it in held),
            permissions=permissions_of(self._reads, acting) if acting else frozenset(),
        )

    def _argon2(self) -> PasswordHasher:
        if self._hasher is None:
            hasher = self._make_hasher()
            self._nobody = hasher.hash("nobody's password")
            self._hasher = hasher
        return self._hasher

    def _write(self, kind: str, claims: dict[str, Any], until: datetime) -> Token:
        text = self._signer(kind).dumps({**claims, "until": int(until.timestamp())})
        return Token(str(text), until)

    def _read(self, kind: str, token: str, now: datetime) -> dict[str, Any] | None:
        try:
            claims = self._signer(kind).loads(token)
        except BadData:
            return None
        return claims if isinstance(claims, dict) and now.timestamp() < claims["until"] else None

    def _signer(self, kind: str) -> URLSafeSerializer:
        signer = self._signers.get(kind)
        if signer is None:
            signer = self._signers[kind] = URLSafeSerializer(self._keys(), salt=f"trowulan.{kind}")
        return signer


def _acting_as(held: tuple[Held, ...], position_id: str) -> Held | None:
    if not position_id:
        return held[0] if held else None
    named = next((it for it in held if it.position_id == position_id), None)
    if named is None:
        raise PositionNotHeld("Pilih jabatan lain di menu pengguna, lalu ulangi.")
    return named
