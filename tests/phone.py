"""A person's phone as the tests need it: a key of its own, and what it signs."""

from __future__ import annotations

import base64
import itertools
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256

from functions.eagenda.domain import personal_code
from functions.eagenda.domain.codes import slot_of
from functions.eagenda.domain.kept_scan import KeptScan, signed_text
from functions.eagenda.sent_scan import SentScan
from functions.eagenda.submit_kept_scan import submit_kept_scan
from functions.portal.domain.device import enrolment_text
from functions.portal.domain.heartbeat import heartbeat_text
from functions.portal.enrol_device import DeviceEnrolled, DeviceToEnrol, enrol_device
from functions.portal.send_heartbeat import HeartbeatTaken, SentHeartbeat, send_heartbeat
from shared.rules.device import PublicKey

if TYPE_CHECKING:
    from datetime import datetime

    from functions.eagenda.domain.distance import Position
    from functions.eagenda.kept_scan_taken import KeptScanTaken
    from shared.actor import Actor
    from tests.desk import Desk

_NONCES = itertools.count(1)


class DeviceKey:
    """A key as a browser makes one, and what it signs."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        numbers = self._key.public_key().public_numbers()
        self.public_key = PublicKey("EC", "P-256", _base64url(numbers.x, 32), _base64url(numbers.y, 32))
        self.id = self.public_key.thumbprint

    def sign(self, text: str) -> str:
        """Sign as a browser does: r and s one after the other."""
        r, s = utils.decode_dss_signature(self._key.sign(text.encode(), ec.ECDSA(SHA256())))
        return _base64url(r << 256 | s, 64)

    def code_of(self, person_id: str, at: datetime) -> str:
        """Return the person's own code of that moment, as their phone shows it."""
        slot = slot_of(at)
        code = personal_code.PersonalCode(person_id, self.id, slot, "")
        return f"tkh1.{person_id}.{self.id}.{slot}.{self.sign(personal_code.signed_text(code))}"


class Phone(DeviceKey):
    """A phone in somebody's hand; its key was made on it."""

    def __init__(self, desk: Desk, owner: Actor, name: str = "Galaxy A14") -> None:
        super().__init__()
        self.desk = desk
        self.owner = owner
        self.name = name

    def enrol(self, replaces: str | None = None, signature: str = "") -> DeviceEnrolled:
        """Enrol it for its owner."""
        proof = signature or self.sign(enrolment_text(self.owner.id, self.id))
        wanted = DeviceToEnrol(self.public_key, proof, self.name, replaces)
        answer: DeviceEnrolled = self.desk.call(enrol_device, wanted, by=self.owner)
        return answer

    def keep(self, agenda_id: str | None, code: str, at: datetime, position: Position | None = None) -> SentScan:
        """Keep a scan, signed, as it will be sent."""
        nonce = f"nonce-of-scan-{next(_NONCES):04}"
        return self.signed(SentScan(agenda_id, code, nonce, at, self.id, "", position))

    def signed(self, sent: SentScan) -> SentScan:
        """Sign a scan as it stands."""
        scan = KeptScan(sent.agenda_id, sent.code, sent.nonce, sent.scanned_at, sent.position)
        return replace(sent, signature=self.sign(signed_text(scan, self.owner.id)))

    def code(self, at: datetime | None = None) -> str:
        """Show its owner's own code, of now or of another moment."""
        return self.code_of(self.owner.id, at or self.desk.clock.now())

    def beat(self, at: datetime | None = None) -> HeartbeatTaken:
        """Tell that it is in touch, by its own clock."""
        answer: HeartbeatTaken = self.desk.call(send_heartbeat, self.heartbeat(at), by=self.owner)
        return answer

    def heartbeat(self, at: datetime | None = None) -> SentHeartbeat:
        """Sign that it is in touch, as it will be sent."""
        moment = at or self.desk.clock.now()
        return SentHeartbeat(self.id, moment, self.sign(heartbeat_text(self.owner.id, self.id, moment)))

    def send(self, kept: SentScan, by: Actor | None = None) -> KeptScanTaken:
        """Send it, as its own person does under the nonce, or as somebody else."""
        key = "" if by else kept.nonce
        answer: KeptScanTaken = self.desk.call(submit_kept_scan, kept, by=by or self.owner, key=key)
        return answer


def tampered(kept: SentScan, **changes: Any) -> SentScan:  # noqa: ANN401 -- a test names the field and its value
    """Return what was kept, changed after it was signed."""
    return replace(kept, **changes)


def _base64url(number: int, size: int) -> str:
    return base64.urlsafe_b64encode(number.to_bytes(size)).decode().rstrip("=")
