"""A batch of a kiosk's scans: everything is looked at first, then each is judged in its turn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from functions.eagenda.domain.attendance import ByHand, RefusedScan
from functions.eagenda.domain.kiosk import (
    ByHandNotAllowed,
    PersonSuspended,
    PersonUnknown,
    require_one_kind,
    require_time,
    take_down,
)
from functions.eagenda.domain.kiosk_scan import KioskScan, ScanOutcome, said
from functions.eagenda.domain.personal_code import read_personal_code
from functions.eagenda.kiosks import RIGHT, SCANS, look_up, person_of_nip, require_signed, scan_key
from shared.refusals import Refusal

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.attendance import Attendance
    from functions.eagenda.domain.kiosk import Kiosk, KioskPolicy
    from functions.eagenda.domain.kiosk_scan import SentKioskScan
    from functions.eagenda.domain.provisional_scan import ProvisionalScan
    from functions.eagenda.kiosks import Seen
    from shared.kernel.context import Context

_NOBODY = "Tidak dikenal"


@dataclass(slots=True)
class Looked:
    """What there is about a scan before anything is written: what became of it earlier, or who it is, or a refusal."""

    scan: SentKioskScan
    earlier: KioskScan | None = None
    seen: Seen | None = None
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a scan, and what is new by it."""

    row: KioskScan
    is_new: bool = False
    attendance: Attendance | None = None
    refused: RefusedScan | None = None
    waiting: ProvisionalScan | None = None  # what the person's phone kept, which has now been seen to be true


class Desk:
    """A kiosk and its agenda, in one transaction."""

    def __init__(self, agenda: Agenda, kiosk: Kiosk, policy: KioskPolicy, ctx: Context) -> None:
        """Keep what every scan is judged by."""
        self._agenda = agenda
        self._kiosk = kiosk
        self._policy = policy
        self._ctx = ctx

    def look(self, scan: SentKioskScan) -> Looked:
        """Look everything up that the scan is judged by, before any write."""
        looked = Looked(scan)
        looked.earlier = self._ctx.find(SCANS, scan_key(self._agenda.id, scan.nonce), right_from=RIGHT)
        if looked.earlier is None:
            try:
                self._identify(looked)
            except Refusal as refusal:
                looked.refusal = refusal
        return looked

    def _identify(self, looked: Looked) -> None:
        scan, ctx = looked.scan, self._ctx
        require_one_kind(scan)
        require_time(scan, self._policy, ctx.now)
        if scan.by_hand is not None:
            if not self._kiosk.attended:
                raise ByHandNotAllowed("Panggil penyelenggara.")
            person_id = person_of_nip(scan.by_hand.nip, ctx) if scan.by_hand.nip else scan.by_hand.person_id
            looked.seen = look_up(self._agenda, person_id, scan.scanned_at, ctx)
            return
        code = read_personal_code(scan.code)
        looked.seen = look_up(self._agenda, code.person_id, scan.scanned_at, ctx)
        if looked.seen.suspended:
            raise PersonSuspended("Hubungi administrator OPD Anda.")
        require_signed(code, scan.scanned_at, ctx)

    def judge(self, all_looked: list[Looked]) -> list[Judged]:
        """Judge the scans in their turn: the second of one person finds what the first has made."""
        present: dict[tuple[str, str], Attendance] = {}
        judged: dict[str, Judged] = {}
        for looked in all_looked:
            if looked.scan.nonce not in judged:
                one = judged[looked.scan.nonce] = self._judge(looked, present)
                if one.attendance is not None:
                    present[one.row.person_id, one.attendance.sitting_id] = one.attendance
        return list(judged.values())

    def _judge(self, looked: Looked, present: dict[tuple[str, str], Attendance]) -> Judged:
        if looked.earlier is not None:
            return Judged(looked.earlier)
        seen, refusal = looked.seen, looked.refusal
        row = self._row(looked)
        if seen is not None and refusal is None:
            before = present.get((row.person_id, seen.sitting_id)) or seen.standing.attendance
            standing = replace(seen.standing, attendance=before)
            try:
                attendance = take_down(self._agenda, standing, looked.scan.scanned_at, self._hand(looked.scan))
            except Refusal as raised:
                refusal = raised
            else:
                outcome = _outcome(before, attendance)
                at = attendance.left_at if outcome is ScanOutcome.LEFT else attendance.at
                row = replace(row, outcome=outcome, attended_at=at)
                new = None if attendance == before else attendance
                return Judged(row, is_new=True, attendance=new, waiting=None if before else seen.waiting)
        refusal = refusal or PersonUnknown("")
        row = replace(row, refusal=said(refusal))
        refused = RefusedScan(self._agenda.id, row.person_id, row.name, refusal.slug(), row.scanned_at)
        return Judged(row, is_new=True, refused=refused)

    def _hand(self, scan: SentKioskScan) -> ByHand | None:
        return ByHand(scan.by_hand.reason, self._kiosk.opened_by) if scan.by_hand else None

    def _row(self, looked: Looked) -> KioskScan:
        scan, attendee = looked.scan, looked.seen.standing.attendee if looked.seen else None
        return KioskScan(
            scan.nonce,
            self._agenda.id,
            self._kiosk.id,
            attendee.person_id if attendee else "",
            attendee.name if attendee else _NOBODY,
            scan.scanned_at,
            self._ctx.now,
            ScanOutcome.REFUSED,
            reason=scan.by_hand.reason if scan.by_hand else "",
        )


def _outcome(before: Attendance | None, after: Attendance) -> ScanOutcome:
    if before is None:
        return ScanOutcome.RECORDED
    return ScanOutcome.ALREADY if after == before else ScanOutcome.LEFT
