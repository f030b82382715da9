"""A pasted list of NIPs, row by row."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.nip_list import NipRow, NipRowState
from functions.eagenda.holders import FoundInvitee


@dataclass(frozen=True, slots=True)
class CheckedNipRow:
    """One row: the number as it was pasted, and who that is or what is wrong."""

    number: int
    text: str
    state: NipRowState
    reason: str
    person: FoundInvitee | None


def checked_row(row: NipRow, person: FoundInvitee | None) -> CheckedNipRow:
    """Return a row with whom it names, or what is wrong with it."""
    if row.reason:
        return CheckedNipRow(row.number, row.text, NipRowState.WRONG, row.reason, None)
    if person is None:
        return CheckedNipRow(row.number, row.text, NipRowState.UNKNOWN, "NIP ini tidak ada di direktori.", None)
    return CheckedNipRow(row.number, row.text, NipRowState.FOUND, "", person)
