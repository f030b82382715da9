"""A kiosk as the tests need it: a tablet at the door of a meeting."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from functions.eagenda.domain.kiosk_scan import ScanByHand, SentKioskScan
from functions.eagenda.kiosks import SCANS, scan_key
from functions.eagenda.open_kiosk import KioskToOpen, open_kiosk
from functions.eagenda.record_kiosk_scans import KioskScans, record_kiosk_scans

if TYPE_CHECKING:
    from datetime import datetime

    from functions.eagenda.domain.kiosk_scan import KioskScan, TakenScan
    from shared.actor import Actor
    from tests.eagenda.meeting import Meeting

_NONCES = itertools.count(1)


class Kiosk:
    """A tablet that the organiser opened; what it saw is sent by hand of the test."""

    def __init__(self, meeting: Meeting, name: str = "pintu-utama-0001", *, attended: bool = False) -> None:
        self.meeting = meeting
        desk = meeting.desk
        opened = desk.call(open_kiosk, KioskToOpen(meeting.id, name, attended), by=meeting.organiser)
        self.token: str = opened.kiosk_token

    @property
    def actor(self) -> Actor:
        """Return the kiosk as its token speaks for it."""
        return self.meeting.desk.identity.actor(self.token, self.meeting.desk.clock.now())

    def sees(self, code: str, at: datetime | None = None) -> SentKioskScan:
        """Keep what the camera read, as it will be sent."""
        return SentKioskScan(f"nonce-of-kiosk-{next(_NONCES):04}", at or self.meeting.desk.clock.now(), code)

    def writes_down(self, nip: str = "", person_id: str = "", reason: str = "Ponsel tertinggal") -> SentKioskScan:
        """Keep what was typed by hand."""
        by_hand = ScanByHand(reason, nip, person_id)
        return SentKioskScan(f"nonce-of-kiosk-{next(_NONCES):04}", self.meeting.desk.clock.now(), by_hand=by_hand)

    def send(self, *scans: SentKioskScan) -> list[TakenScan]:
        """Send what was kept."""
        taken = self.meeting.desk.call(record_kiosk_scans, KioskScans(scans), by=self.actor)
        return list(taken.scans)

    def row_of(self, scan: SentKioskScan) -> KioskScan:
        """Return what is kept of a scan."""
        row = self.meeting.desk.found(SCANS, scan_key(self.meeting.id, scan.nonce))
        assert row is not None
        return row
