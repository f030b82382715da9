"""A meeting that is over, its notulen and what was decided, as the tests need them."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader

from functions.eagenda.approve_notulen import NotulenIsFinal, NotulenToApprove, approve_notulen
from functions.eagenda.cancel_decision import DecisionIsCancelled, DecisionToCancel, cancel_decision
from functions.eagenda.correct_notulen import CorrectionOpened, NotulenToCorrect, correct_notulen
from functions.eagenda.decisions import DECISIONS, decision_id
from functions.eagenda.domain.notulen_text import DraftDecision, NotulenText
from functions.eagenda.list_decisions import ListedDecisions, WhichDecisions, WhichOf, list_decisions
from functions.eagenda.name_officers import OfficersNamed, OfficersToName, name_officers
from functions.eagenda.notulen import NOTULEN
from functions.eagenda.print_notulen import WhichEdition, print_notulen
from functions.eagenda.report_decision import DecisionReport, DecisionReported, report_decision
from functions.eagenda.return_notulen import NotulenReturned, NotulenToReturn, return_notulen
from functions.eagenda.show_notulen import WhichNotulen, show_notulen
from functions.eagenda.shown_notulen import ShownNotulen
from functions.eagenda.submit_notulen import NotulenSubmitted, NotulenToSubmit, submit_notulen
from functions.eagenda.write_notulen import NotulenToWrite, NotulenWritten, write_notulen
from functions.portal.verify_paper import TypedPaperCode, verify_paper
from shared.actor import guest
from tests.eagenda.meeting import Meeting
from tests.portal.tasks import listed

if TYPE_CHECKING:
    from functions.eagenda.domain.decision import Decision, ReportedState
    from shared.actor import Actor
    from shared.answers import Pdf
    from tests.desk import Desk

DATA = "11111111-aaaa"
BUDGET = "22222222-bbbb"
A_WORKING_DAY = date(2026, 12, 4)  # a Friday, ten days after the meeting


def decided(owner: Actor, row: str = DATA, **said: Any) -> DraftDecision:  # noqa: ANN401 -- any field of a row
    """Return a complete decision that somebody carries out."""
    return replace(DraftDecision(row, "Menyusun peta rencana data", owner.id, due_on=A_WORKING_DAY), **said)


class Minutes:
    """Dewi's meeting is over and its attendance closed: Aditya came. Budi of her office writes, Dewi leads."""

    def __init__(self, desk: Desk, **planned: Any) -> None:  # noqa: ANN401 -- further fields of the plan
        self.desk = desk
        self.meeting = Meeting(desk, **planned)
        self.id = self.meeting.id
        self.dewi = self.meeting.organiser
        self.aditya = self.meeting.guest
        self.budi = desk.employee("Budi", nip="198609262015051001")
        self.meeting.scan(self.aditya)
        desk.clock.set(self.meeting.ends_at)
        self.meeting.close()

    def name(self, notulis: Actor, chair: Actor | None = None, by: Actor | None = None) -> OfficersNamed:
        """Name who writes and who leads, by Dewi unless told otherwise."""
        named = OfficersToName(self.id, self.version(), (chair or self.dewi).id, notulis.id)
        answer: OfficersNamed = self.desk.call(name_officers, named, by=by or self.dewi)
        return answer

    def write(
        self, *decisions: DraftDecision, by: Actor | None = None, version: int = -1, **said: str
    ) -> NotulenWritten:
        """Write the draft as the notulis sees it now."""
        text = NotulenText(**{"discussion": "Dibahas.", "conclusion": "Disepakati.", **said}, decisions=decisions)
        written = NotulenToWrite(self.id, self.version() if version < 0 else version, text)
        answer: NotulenWritten = self.desk.call(write_notulen, written, by=by or self.budi)
        return answer

    def submit(self, by: Actor | None = None) -> NotulenSubmitted:
        """Submit what is written."""
        which = NotulenToSubmit(self.id, self.version())
        answer: NotulenSubmitted = self.desk.call(submit_notulen, which, by=by or self.budi)
        return answer

    def return_(self, remark: str = "Tambahkan anggaran", by: Actor | None = None) -> NotulenReturned:
        """Give it back."""
        returned = NotulenToReturn(self.id, self.version(), remark)
        answer: NotulenReturned = self.desk.call(return_notulen, returned, by=by or self.dewi)
        return answer

    def approve(self, by: Actor | None = None, version: int = 0) -> NotulenIsFinal:
        """Approve it as the chair reads it now."""
        which = NotulenToApprove(self.id, version or self.version())
        answer: NotulenIsFinal = self.desk.call(approve_notulen, which, by=by or self.dewi)
        return answer

    def correct(self, reason: str = "Penanggung jawab keliru", by: Actor | None = None) -> CorrectionOpened:
        """Open it for a correction."""
        which = NotulenToCorrect(self.id, self.version(), reason)
        answer: CorrectionOpened = self.desk.call(correct_notulen, which, by=by or self.dewi)
        return answer

    def final(self, *decisions: DraftDecision) -> NotulenIsFinal:
        """Bring it from naming to approval with these decisions."""
        if not self.version():
            self.name(self.budi)
        self.write(*decisions)
        self.submit()
        return self.approve()

    def shown(self, by: Actor) -> ShownNotulen:
        """Return the page of the notulen."""
        answer: ShownNotulen = self.desk.call(show_notulen, WhichNotulen(self.id), by=by)
        return answer

    def printed(self, by: Actor, number: int = 0) -> Pdf:
        """Return the paper."""
        answer: Pdf = self.desk.call(print_notulen, WhichEdition(self.id, number), by=by)
        return answer

    def version(self) -> int:
        """Return the version of the draft; 0 while nobody wrote one."""
        body = self.desk.records.get(NOTULEN.stored, self.id)
        return int(body["version"]) if body else 0

    def decision(self, row: str = DATA) -> Decision:
        """Return a stored decision."""
        found = self.desk.found(DECISIONS, decision_id(self.id, row))
        assert found is not None
        return found

    def report(
        self, state: ReportedState, note: str = "", by: Actor | None = None, row: str = DATA
    ) -> DecisionReported:
        """Tell how far a decision is, by Aditya unless told otherwise."""
        key = decision_id(self.id, row)
        body = self.desk.records.get(DECISIONS.stored, key)
        told = DecisionReport(key, body["version"] if body else 0, state, note)
        answer: DecisionReported = self.desk.call(report_decision, told, by=by or self.aditya)
        return answer

    def cancel(self, by: Actor | None = None, row: str = DATA) -> DecisionIsCancelled:
        """Take a decision back."""
        key = decision_id(self.id, row)
        body = self.desk.records.get(DECISIONS.stored, key)
        which = DecisionToCancel(key, body["version"] if body else 0, "Digabung dengan kegiatan lain")
        answer: DecisionIsCancelled = self.desk.call(cancel_decision, which, by=by or self.dewi)
        return answer

    def listed(self, by: Actor, sort: WhichOf = WhichOf.OPEN, agenda_id: str = "") -> ListedDecisions:
        """Return the office's list."""
        answer: ListedDecisions = self.desk.call(list_decisions, WhichDecisions(agenda_id, sort), by=by)
        return answer

    def waits_for(self, person: Actor) -> list[str]:
        """Return what waits for somebody about this meeting, by the kinds of task."""
        items = listed(self.desk, person).items
        return [it.kind.value for it in items if it.within_id == self.id and it.kind.value != "invitation"]


def words(pdf: Pdf) -> str:
    """Return the words of a paper, with single spaces."""
    pages = PdfReader(io.BytesIO(pdf.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def verified(desk: Desk, code: str) -> str:
    page = desk.call(verify_paper, TypedPaperCode(code), by=guest("10.0.0.9"))
    return str(page.content.decode())
