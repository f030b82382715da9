"""A proposed row, from one person's proposal to another's decision."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from shared.refusals import InvalidField, Refusal
from shared.rules.calendar import clock_time, long_date, wib_date
from shared.rules.dated import DatedRow
from shared.values import Instant

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

# What a spreadsheet would take for a formula when the table is opened in one (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@")


class ProposalState(StrEnum):
    """What became of a proposal."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class OwnProposal(Refusal):
    """Nobody decides on what they proposed themselves."""

    status = 403
    title = "Usulan sendiri diputus orang lain."


class ProposalDecided(Refusal):
    """Somebody else has decided, or it is in force."""

    title = "Usulan ini sudah diputus."


@dataclass(frozen=True, slots=True)
class Deed:
    """Who did it, when, and why where a reason was asked for."""

    by: str
    at: Instant
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row that somebody proposed for a table, and who decided on it."""

    id: str
    table_id: str
    row: DatedRow
    proposed: Deed
    state: ProposalState = ProposalState.PROPOSED
    decided: Deed | None = None


def check_row(row: DatedRow, rows: Iterable[DatedRow], today: date, *, may_end: bool) -> None:
    """Refuse a row that would change the past, that ends before it begins, or that meets another one's dates."""
    if row.valid_from <= today:
        raise InvalidField("/valid_from", "Paling cepat besok: yang sudah berlaku tidak diubah mundur.")
    if row.valid_to is not None and not may_end:
        raise InvalidField("/valid_to", "Kosongkan: tabel ini selalu punya baris yang berlaku.")
    if row.valid_to is not None and row.valid_to < row.valid_from:
        raise InvalidField("/valid_to", "Berakhir sebelum mulai. Pilih tanggal sesudah tanggal mulai.")
    later = [other.valid_from for other in rows if other.key == row.key and other.valid_from >= row.valid_from]
    if later:
        begins = long_date(max(later))
        detail = f"Sudah ada baris yang berlaku mulai {begins}. Pilih tanggal sesudahnya, atau tarik dulu baris itu."
        raise InvalidField("/valid_from", detail)
    for name, text in row.values.items():
        if text.startswith(_FORMULA) or not text.isprintable():
            detail = "Jangan mulai dengan = + - atau @, dan tulis dalam satu baris."
            raise InvalidField(f"/values/{name}", detail)


def approve(proposal: Proposal, rows: Iterable[DatedRow], by: str, now: datetime, *, may_end: bool) -> Proposal:
    """Approve another's proposal: its row will hold from its day on. Raises a refusal."""
    _require_open(proposal)
    _require_other(proposal, by)
    check_row(proposal.row, rows, wib_date(now), may_end=may_end)
    return replace(proposal, state=ProposalState.APPROVED, decided=Deed(by, now))


def reject(proposal: Proposal, by: str, reason: str, now: datetime) -> Proposal:
    """Say no to another's proposal. Raises a refusal."""
    _require_open(proposal)
    _require_other(proposal, by)
    return replace(proposal, state=ProposalState.REJECTED, decided=Deed(by, now, reason))


def withdraw(proposal: Proposal, by: str, reason: str, now: datetime) -> Proposal:
    """Take one's own proposal back, or before its first day a row that was approved. Raises a refusal."""
    is_waiting = proposal.state is ProposalState.PROPOSED
    if is_waiting and proposal.proposed.by != by:
        raise OwnProposal("Hanya pengusul yang dapat menarik usulan yang belum diputus. Anda dapat menolaknya.")
    is_to_come = proposal.state is ProposalState.APPROVED and wib_date(now) < proposal.row.valid_from
    if not (is_waiting or is_to_come):
        raise ProposalDecided(_decision(proposal) + " Usulkan baris baru.")
    return replace(proposal, state=ProposalState.WITHDRAWN, decided=Deed(by, now, reason))


def _require_open(proposal: Proposal) -> None:
    if proposal.state is not ProposalState.PROPOSED:
        raise ProposalDecided(_decision(proposal) + " Muat ulang halaman.")


def _require_other(proposal: Proposal, by: str) -> None:
    if proposal.proposed.by == by:
        raise OwnProposal("Minta administrator lain memutus usulan ini, atau tarik usulan Anda.")


_SAID = {
    ProposalState.PROPOSED: "Diusulkan",
    ProposalState.APPROVED: "Disetujui",
    ProposalState.REJECTED: "Ditolak",
    ProposalState.WITHDRAWN: "Ditarik",
}


def _decision(proposal: Proposal) -> str:
    deed = proposal.decided or proposal.proposed
    return f"{_SAID[proposal.state]} {long_date(wib_date(deed.at))} pukul {clock_time(deed.at)}."
