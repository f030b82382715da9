"""A meeting as the tests of E-Agenda need one: who calls it, who is invited, and what its hall shows."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from functions.eagenda.cancel_agenda import Cancellation, Cancelled, cancel_agenda
from functions.eagenda.close_attendance import Closed, Closing, close_attendance
from functions.eagenda.confirm_provisional_scans import (
    ScansConfirmed,
    ScansToConfirm,
    confirm_provisional_scans,
)
from functions.eagenda.create_agenda import create_agenda
from functions.eagenda.domain.agenda import Agenda
from functions.eagenda.domain.arranging import PlannedSitting
from functions.eagenda.domain.codes import link_code, short_code, slot_of
from functions.eagenda.domain.edit import Edit
from functions.eagenda.domain.guest import Guest, GuestForm, GuestState
from functions.eagenda.domain.materials import Materials
from functions.eagenda.domain.plan import Plan
from functions.eagenda.domain.sitting import Sitting, hall_id, sitting_id_at
from functions.eagenda.edit_agenda import Edited, edit_agenda
from functions.eagenda.guests import GUESTS, OF_AGENDA_BY_STATE
from functions.eagenda.provisional_scans import PROVISIONAL_SCANS
from functions.eagenda.record_attendance import Scan, record_attendance
from functions.eagenda.record_attendance_by_short_code import TypedCode, record_attendance_by_short_code
from functions.eagenda.record_guest import FilledGuestForm, GuestRecorded, record_guest
from functions.eagenda.records import (
    AGENDAS,
    ATTENDANCE,
    OF_AGENDA_IN_ORDER,
    OF_AGENDA_LATEST_FIRST,
    QR_SECRETS,
    REFUSED_SCANS,
    participation_key,
)
from functions.eagenda.reject_provisional_scan import ScanRejected, ScanToReject, reject_provisional_scan
from functions.eagenda.share_materials import MaterialsShared, MaterialsToShare, share_materials
from functions.eagenda.show_guest_form import HallLink, ShownGuestForm, show_guest_form
from shared.actor import guest
from shared.permissions import Permission

if TYPE_CHECKING:
    from functions.eagenda.domain.provisional_scan import ProvisionalScan
    from functions.eagenda.present import Present
    from shared.actor import Actor
    from shared.values import Secret
    from tests.desk import Desk

ALL = (Permission.ORGANISE_AGENDA, Permission.ATTEND, Permission.READ_DIRECTORY)

PHONE = "10.0.0.7"  # the address of a guest's phone


def as_planned(sitting: Sitting) -> PlannedSitting:
    """Return a sitting as an organiser writes it who leaves it as it is."""
    return PlannedSitting(
        sitting.title, sitting.starts_at, sitting.ends_at, sitting.opens_at, sitting.closes_at, sitting.id
    )


class Meeting:
    """Dewi of Diskominfo, an office of the Setda, calls a meeting from nine to ten and invites Aditya of Bapenda.

    The desk's clock stands at half past eight, when attendance opens.
    """

    def __init__(
        self,
        desk: Desk,
        *others: Actor,
        title: str = "Rapat Koordinasi SPBE",
        starts_at: datetime | None = None,
        lasts: timedelta = timedelta(hours=1),
        **planned: Any,  # noqa: ANN401 -- further fields of the plan
    ) -> None:
        self.desk = desk
        desk.organisation("setda")
        desk.organisation("diskominfo", "setda")
        self.organiser = desk.employee("Dewi", *ALL)
        self.guest = desk.employee("Aditya", Permission.ATTEND, organisation="bapenda", nip="199409222019031903")
        self.starts_at = starts_at or desk.clock.now() + timedelta(minutes=30)
        self.ends_at = self.starts_at + lasts
        self.opens_at = self.starts_at - timedelta(minutes=30)
        invited = tuple(person.id for person in (self.guest, *others))
        plan = Plan(
            title,
            "Aula Majapahit",
            self.starts_at,
            self.ends_at,
            invited,
            **planned,
        )
        self.id: str = desk.call(create_agenda, plan, by=self.organiser).id

    def secret(self) -> Secret:
        """Return what no answer may hold."""
        kept = self.desk.found(QR_SECRETS, self.id)
        assert kept is not None
        return kept.secret

    def hall(self, at: datetime) -> str:
        """Return that for which the hall shows codes at a moment."""
        return hall_id(self.id, sitting_id_at(self.agenda().sittings, at))

    def code(self, at: datetime | None = None) -> str:
        """Return the code of the link that the hall shows, now or at another moment."""
        moment = at or self.desk.clock.now()
        return link_code(self.secret(), self.hall(moment), slot_of(moment))

    def short_code(self, at: datetime | None = None) -> str:
        """Return the letters that the hall shows, now or at another moment."""
        moment = at or self.desk.clock.now()
        return short_code(self.secret(), self.hall(moment), slot_of(moment))

    def scan(self, by: Actor, code: str = "", key: str = "") -> Present:
        """Scan the hall's code, or a given one."""
        answer: Present = self.desk.call(record_attendance, Scan(self.id, code or self.code()), by=by, key=key)
        return answer

    def type(self, by: Actor, letters: str = "") -> Present:
        """Type the hall's letters, or given ones."""
        typed = TypedCode(letters or self.short_code())
        answer: Present = self.desk.call(record_attendance_by_short_code, typed, by=by)
        return answer

    def form(self, code: str = "", address: str = PHONE) -> ShownGuestForm:
        """Follow the hall's link on a phone on which nobody is signed in, and get the form for guests."""
        link = HallLink(self.id, code or self.code())
        answer: ShownGuestForm = self.desk.call(show_guest_form, link, by=guest(address))
        return answer

    def write_down(
        self,
        name: str = "Bu Ratna",
        ticket: str = "",
        telephone: str | None = None,
        address: str = PHONE,
    ) -> GuestRecorded:
        """Fill in the form as a guest who has just scanned, or with an earlier ticket."""
        form = GuestForm(name, "PT Angin Timur", "Direktur", telephone)
        filled = FilledGuestForm(ticket or self.form(address=address).ticket, form)
        answer: GuestRecorded = self.desk.call(record_guest, filled, by=guest(address))
        return answer

    def guests(self, state: GuestState = GuestState.PRESENT) -> list[Guest]:
        """Return the stored guests, in order of arrival."""
        return self.desk.all(GUESTS, OF_AGENDA_BY_STATE, self.id, state.value)

    def cancel(self, reason: str = "Narasumber berhalangan", by: Actor | None = None, version: int = 0) -> Cancelled:
        """Cancel the meeting as its organiser sees it now."""
        cancellation = Cancellation(self.id, version or self.version(), reason)
        answer: Cancelled = self.desk.call(cancel_agenda, cancellation, by=by or self.organiser)
        return answer

    def edit(self, by: Actor | None = None, version: int = 0, **changed: Any) -> Edited:  # noqa: ANN401 -- any field
        """Write the agenda anew as its organiser sees it now, with these fields changed."""
        said = self.agenda()
        kept = {field.name: getattr(said, field.name) for field in fields(Edit) if hasattr(said, field.name)}
        kept["room_id"] = said.room.id if said.room else None
        kept["sittings"] = tuple(as_planned(it) for it in said.sittings)
        if said.sittings:
            kept |= {"opens_at": None, "closes_at": None}
        usual = {"opens_at": None, "closes_at": None} if "starts_at" in changed else {}
        wanted = Edit(agenda_id=self.id, version=version or self.version(), **{**kept, **usual, **changed})
        answer: Edited = self.desk.call(edit_agenda, wanted, by=by or self.organiser)
        return answer

    def move(self, later: timedelta, reason: str = "Narasumber berhalangan", **changed: Any) -> Edited:  # noqa: ANN401 -- whatever a test changes
        """Move the meeting by so much, with the usual times of attendance."""
        said = self.agenda()
        return self.edit(starts_at=said.starts_at + later, ends_at=said.ends_at + later, reason=reason, **changed)

    def close(self, by: Actor | None = None, version: int = 0, *, leave_waiting: bool = False) -> Closed:
        """Close the attendance as the organiser sees it now."""
        closing = Closing(self.id, version or self.version(), leave_waiting)
        answer: Closed = self.desk.call(close_attendance, closing, by=by or self.organiser)
        return answer

    def provisional(self, person: Actor | None = None) -> ProvisionalScan | None:
        """Return the kept scan that was received from a person, the guest by default."""
        return self.desk.found(PROVISIONAL_SCANS, participation_key(self.id, (person or self.guest).id))

    def confirm(self, *persons: Actor, by: Actor | None = None) -> ScansConfirmed:
        """Confirm the kept scans of these people."""
        return self.confirm_scans(*(participation_key(self.id, person.id) for person in persons), by=by)

    def confirm_scans(self, *scan_ids: str, by: Actor | None = None) -> ScansConfirmed:
        """Confirm these kept scans."""
        which = ScansToConfirm(self.id, scan_ids)
        answer: ScansConfirmed = self.desk.call(confirm_provisional_scans, which, by=by or self.organiser)
        return answer

    def reject(self, person: Actor, reason: str = "Tidak terlihat di aula", by: Actor | None = None) -> ScanRejected:
        """Reject the kept scan of a person."""
        which = ScanToReject(self.id, participation_key(self.id, person.id), reason)
        answer: ScanRejected = self.desk.call(reject_provisional_scan, which, by=by or self.organiser)
        return answer

    def share(self, recording_link: str, slides_link: str = "", by: Actor | None = None) -> MaterialsShared:
        """Share links as the organiser sees the agenda now."""
        shared = MaterialsToShare(self.id, self.version(), Materials(recording_link, slides_link))
        answer: MaterialsShared = self.desk.call(share_materials, shared, by=by or self.organiser)
        return answer

    def agenda(self) -> Agenda:
        """Return the stored agenda."""
        agenda = self.desk.found(AGENDAS, self.id)
        assert agenda is not None
        return agenda

    def version(self) -> int:
        """Return the version of the stored agenda."""
        body = self.desk.records.get(AGENDAS.stored, self.id)
        assert body is not None
        return int(body["version"])

    def present(self) -> list[str]:
        """Return who is present, in order of arrival."""
        return [it.attendee.person_id for it in self.desk.all(ATTENDANCE, OF_AGENDA_IN_ORDER, self.id)]

    def refused(self) -> list[str]:
        """Return the reasons of the refused scans, the latest first."""
        return [it.reason for it in self.desk.all(REFUSED_SCANS, OF_AGENDA_LATEST_FIRST, self.id)]
