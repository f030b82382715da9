"""A surat keterangan, from what Ratna types to what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from functions.papers.cancel_surat_keterangan import (
    SuratKeteranganCancelled,
    SuratKeteranganToCancel,
    cancel_surat_keterangan,
)
from functions.papers.domain.surat_keterangan import DataChange
from functions.papers.insert_surat_keterangan import SuratKeteranganToInsert, insert_surat_keterangan
from functions.papers.issue_surat_keterangan import (
    SuratKeteranganIssued,
    SuratKeteranganToIssue,
    issue_surat_keterangan,
)
from functions.papers.list_register import ListedNumbers, RegisterOfYear, list_register
from functions.papers.prepare_surat_keterangan import prepare_surat_keterangan
from functions.papers.records import WhichSuratKeterangan
from functions.papers.show_surat_keterangan import show_surat_keterangan
from functions.papers.shown_surat_keterangan import ShownSuratKeterangan
from functions.papers.surat_keterangan import SuratKeteranganPrepared, TypedSuratKeterangan
from functions.papers.withdraw_surat_keterangan import (
    SuratKeteranganToWithdraw,
    SuratKeteranganWithdrawn,
    withdraw_surat_keterangan,
)

if TYPE_CHECKING:
    from datetime import date

    from shared.actor import Actor
    from tests.papers.office import Office

NAME = DataChange("Nama", "Budi Santosa", "Budi Santoso, S.Kom.")


class Letters:
    """Ratna's office, its employee Budi, and Tini who signs."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.desk = office.desk
        self.ratna = office.ratna
        self.budi = self.desk.employee("Budi", nip="198609262015051001")
        self.tini = self.desk.employee("Tini")

    def typed(self, **other: Any) -> TypedSuratKeterangan:  # noqa: ANN401 -- the payload's own fields
        """Return what Ratna types."""
        usual = {"person_id": self.budi.id, "changes": (NAME,), "basis": "Ijazah S-1", "signer_id": self.tini.id}
        return TypedSuratKeterangan(**{**usual, **other})

    def prepare(self, by: Actor | None = None, key: str = "", **other: Any) -> SuratKeteranganPrepared:  # noqa: ANN401 -- whatever a test changes
        """Prepare a letter and take its number."""
        typed = self.typed(**other)
        prepared: SuratKeteranganPrepared = self.desk.call(
            prepare_surat_keterangan, typed, by=by or self.ratna, key=key
        )
        return prepared

    def insert(self, after: str, dated_on: date, by: Actor | None = None, **other: Any) -> SuratKeteranganPrepared:  # noqa: ANN401 -- whatever a test changes
        """Prepare a letter of an earlier day behind another's number."""
        late = SuratKeteranganToInsert(self.typed(**other), after, dated_on, "Konsep tertinggal")
        prepared: SuratKeteranganPrepared = self.desk.call(insert_surat_keterangan, late, by=by or self.ratna)
        return prepared

    def issue(self, letter_id: str, by: Actor | None = None, key: str = "") -> SuratKeteranganIssued:
        """Issue it."""
        which = SuratKeteranganToIssue(letter_id)
        issued: SuratKeteranganIssued = self.desk.call(issue_surat_keterangan, which, by=by or self.ratna, key=key)
        return issued

    def cancel(self, letter_id: str, reason: str = "Salah ketik", by: Actor | None = None) -> SuratKeteranganCancelled:
        """Give it up."""
        which = SuratKeteranganToCancel(letter_id, reason)
        cancelled: SuratKeteranganCancelled = self.desk.call(cancel_surat_keterangan, which, by=by or self.ratna)
        return cancelled

    def withdraw(
        self, letter_id: str, reason: str = "Gelar keliru", by: Actor | None = None
    ) -> SuratKeteranganWithdrawn:
        """Withdraw it."""
        which = SuratKeteranganToWithdraw(letter_id, reason)
        withdrawn: SuratKeteranganWithdrawn = self.desk.call(withdraw_surat_keterangan, which, by=by or self.ratna)
        return withdrawn

    def shown(self, letter_id: str, by: Actor | None = None) -> ShownSuratKeterangan:
        """Look at it."""
        which = WhichSuratKeterangan(letter_id)
        shown: ShownSuratKeterangan = self.desk.call(show_surat_keterangan, which, by=by or self.ratna)
        return shown

    def register(self, year: int = 2026, by: Actor | None = None, cursor: str | None = None) -> ListedNumbers:
        """Look at the register."""
        listed: ListedNumbers = self.desk.call(list_register, RegisterOfYear(year, cursor), by=by or self.ratna)
        return listed
