"""What follows the first office's meetings: notulen in each state, a decision, certificates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from functions.eagenda.approve_notulen import NotulenToApprove, approve_notulen
from functions.eagenda.decisions import decision_id
from functions.eagenda.domain.agenda_kind import AgendaKind
from functions.eagenda.domain.notulen_text import DraftDecision, NotulenText
from functions.eagenda.domain.sertifikat import Subject
from functions.eagenda.issue_sertifikat import issue_sertifikat
from functions.eagenda.issuing_sertifikat import SertifikatToIssue
from functions.eagenda.submit_notulen import NotulenToSubmit, submit_notulen
from functions.eagenda.write_notulen import NotulenToWrite, write_notulen
from shared.rules.calendar import wib_date
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from tests.desk import Desk

ROW = "11111111-aaaa"


@dataclass(frozen=True)
class FollowUps:
    """Agendas by how far their notulen is, a decision, and those whose certificates can be or are issued."""

    drafted: str
    submitted: str
    minuted: str
    decision: str
    certifiable: str
    certified: str


def follow_up(desk: Desk) -> FollowUps:
    """Let Dewi hold five meetings and follow them up."""
    certified = _closed(desk, "Rapat rahasia Dzeta", AgendaKind.BIMTEK)
    asked = SertifikatToIssue(certified, (Subject("Materi rahasia", 2),), "p-tini")
    desk.call(issue_sertifikat, asked, by=desk.signed_in("p-dewi"))
    desk.deliver()
    minuted = _written(desk, "Rapat rahasia Eta", upto=2)
    return FollowUps(
        _written(desk, "Rapat rahasia Delta", upto=0),
        _written(desk, "Rapat rahasia Epsilon", upto=1),
        minuted,
        decision_id(minuted, ROW),
        _closed(desk, "Rapat rahasia Teta", AgendaKind.BIMTEK),
        certified,
    )


def _closed(desk: Desk, title: str, kind: AgendaKind = AgendaKind.RAPAT) -> str:
    meeting = Meeting(desk, title=title, kind=kind)
    meeting.scan(meeting.guest)
    meeting.close()
    return meeting.id


def _written(desk: Desk, title: str, *, upto: int) -> str:
    agenda, dewi = _closed(desk, title), desk.signed_in("p-dewi")
    due = wib_date(desk.clock.now()) + timedelta(days=1)
    row = DraftDecision(ROW, "Rapat rahasia menugasi Dewi", "p-dewi", due_on=due)
    text = NotulenText(discussion="Rapat rahasia membahas data.", decisions=(row,))
    desk.call(write_notulen, NotulenToWrite(agenda, 0, text), by=dewi)
    if upto > 0:
        desk.call(submit_notulen, NotulenToSubmit(agenda, 1), by=dewi)
    if upto > 1:
        desk.call(approve_notulen, NotulenToApprove(agenda, 2), by=dewi)
    return agenda
