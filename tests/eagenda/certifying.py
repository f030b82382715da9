"""A bimtek and its certificates, as the tests need them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from pypdf import PdfReader

from functions.eagenda.domain.agenda_kind import AgendaKind
from functions.eagenda.domain.sertifikat import (
    Subject,
)
from functions.eagenda.find_sertifikat import FoundSertifikats, SertifikatSearch, find_sertifikat
from functions.eagenda.issue_sertifikat import issue_sertifikat
from functions.eagenda.issuing_sertifikat import SertifikatIssuing, SertifikatToIssue
from functions.eagenda.list_own_sertifikat import OwnSertifikats, WhichOwnSertifikat, list_own_sertifikat
from functions.eagenda.list_sertifikat import ListedSertifikats, WhichSertifikat, list_sertifikat
from functions.eagenda.print_sertifikat import WhoseSertifikat, print_sertifikat
from functions.eagenda.withdraw_sertifikat import SertifikatToWithdraw, SertifikatWithdrawn, withdraw_sertifikat
from functions.portal.verify_paper import TypedPaperCode, verify_paper
from shared.actor import guest
from tests.eagenda.meeting import Meeting
from tests.papers.office import Office

if TYPE_CHECKING:
    from shared.actor import Actor
    from shared.answers import Pdf
    from tests.desk import Desk

SUBJECTS = (Subject("Kebijakan keamanan informasi", 2), Subject("Praktik tanda tangan elektronik", 4))


class Bimtek:
    """Dewi's bimtek, to which Aditya came; Tini of her office signs."""

    def __init__(
        self,
        desk: Desk,
        *,
        kind: AgendaKind = AgendaKind.BIMTEK,
        title: str = "Keamanan Informasi",
        meeting: Meeting | None = None,
    ) -> None:
        """Call it, unless it is called already, and give the office its code."""
        self.desk = desk
        self.meeting = meeting or Meeting(desk, title=title, kind=kind)
        self.id, self.dewi, self.aditya = self.meeting.id, self.meeting.organiser, self.meeting.guest
        self.tini = desk.employee("Tini", nip="197005121995031001")
        Office(desk).change(number_code="416-114")

    def close(self) -> None:
        """Let Aditya come, and close the attendance."""
        self.meeting.scan(self.aditya)
        self.desk.clock.set(self.meeting.ends_at)
        self.meeting.close()

    def issue(self, by: Actor | None = None, signer: str = "p-tini", *subjects: Subject) -> SertifikatIssuing:
        """Issue them and let the job run to its end."""
        asked = SertifikatToIssue(self.id, subjects or SUBJECTS, signer)
        answer: SertifikatIssuing = self.desk.call(issue_sertifikat, asked, by=by or self.dewi)
        self.desk.deliver()
        return answer

    def listed(self, by: Actor | None = None) -> ListedSertifikats:
        """Return the list of those who run it."""
        answer: ListedSertifikats = self.desk.call(list_sertifikat, WhichSertifikat(self.id), by=by or self.dewi)
        return answer

    def found(self, text: str, by: Actor | None = None) -> FoundSertifikats:
        """Return what a search finds."""
        search = SertifikatSearch(self.id, text)
        answer: FoundSertifikats = self.desk.call(find_sertifikat, search, by=by or self.dewi)
        return answer

    def own(self, person: Actor) -> OwnSertifikats:
        """Return a person's own."""
        answer: OwnSertifikats = self.desk.call(list_own_sertifikat, WhichOwnSertifikat(), by=person)
        return answer

    def printed(self, by: Actor, person_id: str = "") -> Pdf:
        """Return the paper: the caller's own, or that of a person."""
        answer: Pdf = self.desk.call(print_sertifikat, WhoseSertifikat(self.id, person_id), by=by)
        return answer

    def withdraw(self, by: Actor | None = None, person_id: str = "p-aditya") -> SertifikatWithdrawn:
        """Withdraw one."""
        which = SertifikatToWithdraw(self.id, person_id, "Tidak mengikuti sampai akhir")
        answer: SertifikatWithdrawn = self.desk.call(withdraw_sertifikat, which, by=by or self.dewi)
        return answer

    def verified(self, code: str) -> str:
        """Return the page that whoever holds a copy sees."""
        page = self.desk.call(verify_paper, TypedPaperCode(code), by=guest("10.0.0.9"))
        return str(page.content.decode())


def words(pdf: Pdf) -> str:
    """Return what a paper says."""
    pages = PdfReader(io.BytesIO(pdf.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
