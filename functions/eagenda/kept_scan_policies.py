"""How scans that were kept on phones are judged: dated rows, as a regulation that changes them would."""

from __future__ import annotations

from datetime import date, timedelta

from functions.eagenda.domain.kept_scan import KeptScanPolicy

KEPT_SCAN_POLICIES = (
    KeptScanPolicy(
        valid_from=date(2026, 1, 1),
        send_within=timedelta(hours=12),
        clock_tolerance=timedelta(minutes=2),
        basis="none known: chosen for the pilot, until a Peraturan Bupati on attendance says otherwise",
    ),
)
