"""Two offices: what one of them has, and people of the other with each right there is."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from contextlib import contextmanager
from dataclasses import astuple, dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from functions.directory.assign_aide import NewAide, assign_aide
from functions.directory.begin_rotation import NewRotation, begin_rotation
from functions.directory.declare_absence import NewAbsence, declare_absence
from functions.directory.plan_rotation import SentRotation, plan_rotation
from functions.eagenda.add_room import add_room
from functions.eagenda.count_attendance import count_attendance
from functions.eagenda.create_series import create_series
from functions.eagenda.domain.draft import AgendaDraft
from functions.eagenda.domain.kiosk_scan import SentKioskScan
from functions.eagenda.domain.room import RoomFacts
from functions.eagenda.domain.series import SeriesPlan
from functions.eagenda.drafts import AGENDA_DRAFTS
from functions.eagenda.open_kiosk import KioskToOpen, open_kiosk
from functions.eagenda.record_kiosk_scans import KioskScans
from functions.eagenda.records import participation_key
from functions.eagenda.spot_check_records import SPOT_CHECKS
from functions.eagenda.start_spot_check import SpotCheckToStart, start_spot_check
from functions.portal.domain.device import enrolment_text
from functions.portal.domain.notice import Notice
from functions.portal.enrol_device import DeviceToEnrol
from functions.portal.notices import NOTICES
from shared.accounts.proof import PROOFS, RecentProof
from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.adapters.smtp_mail import SmtpMail
from shared.directory.model import PERSON_CARDS, POSITIONS, Person, Position
from shared.directory.people import card_of
from shared.directory.standing import ROLES, Role
from shared.events.eagenda import AttendanceClosed
from shared.kernel.http import run_inner
from shared.kernel.problems import CONTENT_TYPE
from shared.permissions import OF_THE_REGENCY, Permission
from shared.rules.acting_for import AbsenceKind, AideKind
from shared.rules.notice import NoticeKind
from shared.tasks.task import TaskKind, task_id
from shared.values import fingerprint
from tests.desk import MORNING, Desk
from tests.directory.importing import BUDI, WRONG, Importer, table
from tests.directory.rotating import BASIS, FIRST_DAY, TODAY, moves_file
from tests.eagenda.guests_by_mail import invite, only, token
from tests.eagenda.locating import asking
from tests.eagenda.meeting import Meeting
from tests.eagenda.uploading import Sender
from tests.mail.post_office import PostOffice
from tests.papers.letters import Letters
from tests.papers.office import Office as PaperOffice
from tests.phone import Phone
from tests.portal.accounts import open_account, sign_in_as
from tests.portal.dead_letters import give_up
from tests.rights.following_up import FollowUps, follow_up
from tests.rights.letters import MailThings, letters_of
from tests.tables.table_desk import TableDesk
from tests.tools.launch import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Response

    from functions.eagenda.sent_scan import SentScan
    from functions.portal.send_heartbeat import SentHeartbeat
    from shared.actor import Actor
    from shared.kernel.catalogue import Declaration
    from shared.ports.records import Records

NIP = "199203142024212003"
OF_AN_OFFICE = tuple(sorted(set(Permission) - OF_THE_REGENCY))
STRANGERS = {"no right": (), **{it.value: (it,) for it in Permission}, "all of an office": OF_AN_OFFICE}
ANONYMOUS, HALL, KIOSK = "anonymous", "hall ", "kiosk "
TABLET = "kios-pintu-rahasia"
PEOPLE: dict[str, tuple[str, tuple[Permission, ...]]] = {
    "Dewi": ("diskominfo", tuple(Permission)),
    "Kirana": ("diskominfo", tuple(Permission)),
    "Ratna": ("diskominfo", (Permission.MANAGE_OFFICE, Permission.READ_DIRECTORY)),
    "Budi": ("diskominfo", ()),
    "Tini": ("diskominfo", ()),
    "Aditya": ("bapenda", (Permission.ATTEND,)),
    "Citra": ("bapenda", (Permission.ATTEND,)),
}
NIPS = {"Dewi": NIP, "Budi": "198609262015051001"}
NO_LETTERS = MailThings("", "", "", "", "", "")
NAMES = frozenset(
    {*PEOPLE, "Dinas Rahasia", "Rapat rahasia", "rahasia.pdf", "Jalan Rahasia", "Ruang Rahasia", *NIPS.values()}
)


@dataclass(frozen=True)
class Belongings:
    """What the first office has, as the payloads name it."""

    agenda: str
    closed: str
    code: str
    short_code: str
    ticket: str
    attachment: str
    announced: str
    guest: str
    scan: str
    kept_scan: SentScan
    enrolment: DeviceToEnrol
    device: str
    kiosk_scans: KioskScans
    heartbeat: SentHeartbeat
    checked_import: str
    sent_import: str
    running_job: str
    proposal: str
    table_version: int
    dead_letter: str
    letter: str
    issued_letter: str
    logo: str
    session: str
    task: str
    notice: str
    absence: str
    planned_rotation: str
    sent_rotation: str
    room: str
    invited_guest: str
    guest_link: str
    series_agenda: str
    draft: str
    spot_choice: str
    follow_ups: FollowUps
    letters: MailThings

    def marks(self) -> frozenset[str]:
        """Return the ids and names by which a leak is known."""
        ids = {self.room, self.agenda, self.closed, self.attachment, self.announced, self.guest, self.scan, self.device}
        imports = {self.checked_import, self.sent_import, self.running_job, self.proposal, self.letter, self.logo}
        imports |= {self.session, self.task, self.notice, self.absence, self.planned_rotation, self.sent_rotation}
        imports |= {self.issued_letter, self.invited_guest, self.series_agenda, self.draft, *astuple(self.follow_ups)}
        imports |= set(astuple(self.letters))
        return NAMES | ids | imports | {f"p-{name.lower()}" for name in PEOPLE}


class Offices:
    """A desk on which both offices stand; the first one with or without anything of its own."""

    def __init__(self, folder: Path, records: Records | None = None) -> None:
        self.folder = folder
        self.desk = Desk(records or SqliteRecords(folder / "records.db"), folder)

    def found(self) -> None:
        """Let the people of both offices be there, and nothing else."""
        desk = self.desk
        desk.organisation("setda")
        desk.organisation("diskominfo", "setda")
        desk.organisation("uptd", "diskominfo")
        self._people()
        for name, permissions in STRANGERS.items():
            self._employee(f"Luar {name}", *permissions, organisation="dinsos")
        desk.given(POSITIONS, Position("vacant", "diskominfo", "Pranata Komputer"))
        desk.given(ROLES, Role("unused", "Peran lepas"))
        open_account(desk, desk.signed_in("p-dewi"), NIP)

    def fill(self) -> Belongings:
        """Let the first office have something of everything."""
        desk = self.desk
        dewi, kirana, citra = (desk.signed_in(f"p-{name}") for name in ("dewi", "kirana", "citra"))
        meeting = asking(desk, citra, title="Rapat rahasia Alfa", admit_guests=True)
        Meeting(desk, citra, title="Rapat rahasia Beta").cancel()
        phone, other = Phone(desk, citra), Phone(desk, kirana)
        phone.enrol()
        kept = phone.keep(meeting.id, meeting.code(), desk.clock.now())
        phone.send(kept)
        desk.call(open_kiosk, KioskToOpen(meeting.id, TABLET, attended=True), by=dewi)
        importer = Importer(desk, dewi)
        checked, _ = importer.check(table(BUDI, WRONG))
        tables = TableDesk(desk, kirana, dewi)
        series_agenda = self._series_agenda(dewi, citra)
        desk.deliver()
        belongings = Belongings(
            meeting.id,
            self._closed(),
            meeting.code(),
            meeting.short_code(),
            meeting.form().ticket,
            Sender(meeting, dewi).send("rahasia.pdf").id,
            self._announced(Sender(meeting, dewi)),
            self._guest(meeting),
            participation_key(meeting.id, citra.id),
            kept,
            DeviceToEnrol(other.public_key, other.sign(enrolment_text(kirana.id, other.id)), "Galaxy A15"),
            phone.id,
            KioskScans((SentKioskScan("nonce-of-a-kiosk", desk.clock.now(), phone.code()),)),
            phone.heartbeat(),
            checked,
            importer.send(table(BUDI)),
            "",  # begun below: what delivers events ends it
            tables.propose(),
            tables.shown().version,
            give_up(desk, next(event for row in desk.journal() for event in row.events), "eagenda_notify_participants"),
            self._letter(),
            self._issued_letter(),
            self._logo(dewi),
            self._session(),
            task_id(TaskKind.PROVISIONAL_SCANS, meeting.id),
            self._notice(),
            self._absence(desk.signed_in("p-aditya"), dewi),
            self._rotation(dewi, is_planned=True),
            self._rotation(dewi, is_planned=False),
            desk.call(add_room, RoomFacts("Ruang Rahasia", 12, "Proyektor", is_shared=False), by=dewi).id,
            *self._invited_guest(meeting),
            series_agenda,
            self._draft(dewi),
            self._spot_check(meeting),
            follow_up(desk),
            NO_LETTERS,  # below, when everybody holds their own post again
        )
        running = importer.start_check(importer.send(table(BUDI))).job_id
        belongings = replace(belongings, running_job=running)
        counted = AttendanceClosed(belongings.closed, 1)
        run_inner(count_attendance.declaration, counted, "counted", desk, "counted")  # type: ignore[attr-defined]
        self._people()  # meetings and letters are made by people who may less, with roles of their own names
        return replace(belongings, letters=letters_of(desk))

    def _people(self) -> None:
        for name, (office, permissions) in PEOPLE.items():
            self._employee(name, *permissions, organisation=office)

    def _employee(self, name: str, *permissions: Permission, organisation: str) -> None:
        nip = NIPS.get(name)
        person = self.desk.employee(name, *permissions, organisation=organisation, nip=nip)
        role = person.position_id.replace("post-", "role-")
        self.desk.given(PROOFS, RecentProof(_session_of(person.id), person.id, self.desk.clock.now()))
        self.desk.given(PERSON_CARDS, card_of(Person(person.id, name, nip), person.position_title))
        self.desk.given(ROLES, Role(role, f"Peran {fingerprint(name)[:6]}", permissions))  # a role is nobody's own

    def _announced(self, sender: Sender) -> str:
        begun = sender.begin("rahasia.pdf")
        sender.put(begun)
        return begun.attachment_id

    def _series_agenda(self, organiser: Actor, invited: Actor) -> str:
        starts_at = MORNING + timedelta(days=6)
        plan = SeriesPlan(
            "Rapat rahasia Delta",
            "Aula",
            starts_at,
            starts_at + timedelta(hours=1),
            (invited.id,),
            rule="FREQ=WEEKLY;COUNT=2",
        )
        agenda_id: str = self.desk.call(create_series, plan, by=organiser).agenda_id
        return agenda_id

    def _draft(self, asked: Actor) -> str:
        draft = AgendaDraft(
            "draft-of-dewi",
            "surat-1",
            asked.position_id,
            is_to_attend=False,
            revision=1,
            drafted_at=MORNING,
            hal="Rapat rahasia Epsilon",
            place="Aula",
            sender="Bappeda",
            number="005/1",
            link="",
            starts_at=MORNING,
            ends_at=None,
            position_ids=(),
            person_ids=(),
            disposisi_id="",
            is_secret=False,
        )
        self.desk.given(AGENDA_DRAFTS, draft)
        return draft.id

    def _guest(self, meeting: Meeting) -> str:
        meeting.write_down("Bu Ratna")
        meeting.scan(meeting.guest)
        [guest] = meeting.guests()
        return guest.id

    def _invited_guest(self, meeting: Meeting) -> tuple[str, str]:
        self.desk.mail = SmtpMail(PostOffice(free_port()).settings())
        invite(meeting)
        self.desk.mail = None
        return only(meeting).id, token(meeting)

    def _spot_check(self, meeting: Meeting) -> str:
        self.desk.call(start_spot_check, SpotCheckToStart(meeting.id), by=meeting.organiser)
        checks = self.desk.found(SPOT_CHECKS, meeting.id)
        assert checks is not None
        return checks.checks[0].shown

    def _letter(self) -> str:
        office = PaperOffice(self.desk)
        office.change(number_code="416-114", address="Jalan Rahasia 7")
        return Letters(office).prepare().letter_id

    def _issued_letter(self) -> str:
        letters = Letters(PaperOffice(self.desk))
        letter_id = letters.prepare().letter_id
        letters.issue(letter_id)
        return letter_id

    def _logo(self, by: Actor) -> str:
        office = PaperOffice(self.desk)
        begun = office.begin(by=by)
        office.put(begun)
        return begun.upload_id

    def _session(self) -> str:
        signed_in, _ = sign_in_as(self.desk, NIP)
        return self.desk.identity.actor(signed_in.access_token, self.desk.clock.now()).session_id

    def _notice(self) -> str:
        title = "Rapat rahasia dibatalkan"
        notice = Notice("notice-of-dewi", "p-dewi", next(iter(NoticeKind)), title, "", "/", MORNING, is_urgent=False)
        self.desk.given(NOTICES, notice)
        return notice.id

    def _absence(self, away: Actor, chief: Actor) -> str:
        self.desk.call(assign_aide, NewAide(chief.position_id, "p-budi", AideKind.SEKRETARIS, TODAY), by=chief)
        new = NewAbsence(AbsenceKind.CUTI, TODAY, TODAY + timedelta(days=9))
        absence_id: str = self.desk.call(declare_absence, new, by=away).absence_id
        return absence_id

    def _rotation(self, planner: Actor, *, is_planned: bool) -> str:
        content = moves_file((NIPS["Budi"], "vacant"))
        new = NewRotation(FIRST_DAY, BASIS, "mutasi.csv", len(content), hashlib.sha256(content).hexdigest())
        began = self.desk.call(begin_rotation, new, by=planner)
        self.desk.files.put(urlsplit(began.url).path, data=content, headers=began.headers)
        if is_planned:
            self.desk.call(plan_rotation, SentRotation(began.rotation_id), by=planner)
        rotation_id: str = began.rotation_id
        return rotation_id

    def _closed(self) -> str:
        meeting = Meeting(self.desk, title="Rapat rahasia Gama")
        meeting.scan(meeting.guest)
        meeting.close()
        return meeting.id

    @contextmanager
    def copied(self, folder: Path) -> Iterator[Offices]:
        """Lend the same in another folder; this one is left as it is."""
        self.desk.records.close()
        shutil.copytree(self.folder, folder)
        copy = Offices(folder)
        copy.desk.clock.set(self.desk.clock.now())
        yield copy
        copy.desk.records.close()

    def answer(self, declared: Declaration, payload: dict[str, Any], caller: str) -> Response:
        """Return what a caller is answered."""
        sent = {"json_body": payload} if declared.body else {"params": {name: str(it) for name, it in payload.items()}}
        return self.desk.request(declared.function, token=self._token(caller), **sent)

    def _token(self, caller: str) -> str:
        now = self.desk.clock.now()
        if caller == ANONYMOUS:
            return ""
        if caller.startswith(HALL):
            agenda = caller.removeprefix(HALL) or "of-another-office"
            return self.desk.identity.display_token(agenda, now, now + timedelta(hours=1)).text
        if caller.startswith(KIOSK):
            agenda = caller.removeprefix(KIOSK) or "of-another-office"
            return self.desk.identity.kiosk_token(agenda, TABLET, now + timedelta(hours=1)).text
        person = f"p-luar-{caller.replace(' ', '-')}" if caller in STRANGERS else caller
        return self.desk.identity.access_token(person, _session_of(person), now).text

    def kept(self, marks: frozenset[str]) -> dict[tuple[str, str], str]:
        """Return every stored record in which one of the marks stands."""
        with sqlite3.connect(self.folder / "records.db") as store:
            names = [name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            rows = {
                (name, key): body
                for name in names
                if "#" not in name
                for key, body in store.execute(f'SELECT key, body FROM "{name}"')  # noqa: S608 -- the store's own names
            }
        store.close()
        return {place: body for place, body in rows.items() if any(mark in place[1] + body for mark in marks)}


def _session_of(person_id: str) -> str:
    return f"session of {person_id}"


def told(response: Response) -> tuple[int, Any]:
    """Return a response as it can be compared: its status, and what it says without what names this very request."""
    if response.mimetype != CONTENT_TYPE:
        return response.status_code, response.get_data()
    said = {name: value for name, value in json.loads(response.get_data()).items() if name != "instance"}
    return response.status_code, said
