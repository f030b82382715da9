"""The desk of an office, where letters come in, and those to whom they go.

Diskominfo has a head (Nurul), a secretary (Siti), a head of a field (Bayu), a clerk at the desk (Dewi) and somebody
else (Joni). Above are the Bupati (Surya) and the Sekda (Gatot); beside it stands Bapenda with its head (Tono) and its
desk (Citra).
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import typst

from functions.eoffice.begin_letter_scan import LetterScanBegun, NewLetterScan, begin_letter_scan
from functions.eoffice.domain.letter import LetterSays
from functions.eoffice.domain.letter_scan import LetterScan, LetterScanState
from functions.eoffice.finish_letter_scan import LetterScanFinished, SentLetterScan, finish_letter_scan
from functions.eoffice.give_disposisi import DisposisiGiven, give_disposisi
from functions.eoffice.giving import DisposisiToGive
from functions.eoffice.letter_scans import LETTER_SCANS
from functions.eoffice.list_surat_masuk import ListOfSuratMasuk, list_surat_masuk
from functions.eoffice.register_surat_masuk import SuratMasukRegistered, register_surat_masuk
from functions.eoffice.registering import SuratMasukToRegister
from functions.eoffice.show_surat_masuk import SuratMasukShown, show_surat_masuk
from functions.eoffice.surat_masuk import SURAT_MASUK, WhichSuratMasuk
from shared.directory.model import (
    APPOINTMENTS,
    ORGANISATIONS,
    PERSONS,
    POSITIONS,
    SEATS,
    Organisation,
    OrganisationKind,
    Person,
    Position,
    Seat,
)
from shared.directory.standing import ROLES, Role
from shared.letters import press
from shared.permissions import Permission
from shared.rules.appointment import Appointment, AppointmentKind
from shared.rules.calendar import wib_date
from shared.rules.files import FileKind
from tests.desk import MORNING
from tests.portal.tasks import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from functions.eoffice.domain.surat_masuk import SuratMasuk
    from functions.portal.listed_task import ListedTask
    from shared.actor import Actor
    from shared.kernel.collections import TypedCollection
    from tests.desk import Desk

TODAY = wib_date(MORNING)
DEWI, CITRA = "petugas", "petugas-bapenda"
LETTER = """PEMERINTAH PROVINSI JAWA TIMUR
DINAS KOMUNIKASI DAN INFORMATIKA
Jalan Ahmad Yani 242-244 Surabaya 60235

Surabaya, 20 November 2026

Nomor : 000.1.5/1234/114.3/2026
Sifat : Segera
Lampiran : 1 (satu) berkas
Hal : Undangan Rapat Koordinasi SPBE
se-Jawa Timur

Kepada
Yth. Kepala Dinas Kominfo Kabupaten Mojokerto
di Mojokerto

Dengan hormat, mengharap kehadiran Saudara pada:
hari, tanggal : Senin, 30 November 2026
"""
SAYS = LetterSays(
    sender="Dinas Komunikasi dan Informatika Provinsi Jawa Timur",
    number="000.1.5/1234/114.3/2026",
    dated_on=date(2026, 11, 20),
    received_on=TODAY,
    hal="Undangan Rapat Koordinasi SPBE",
    klasifikasi="000.1.5",
)


OFFICES = tuple(
    Organisation(name, OrganisationKind.OPD, f"Dinas {name.title()}", name, parent)
    for name, parent in (
        ("pemkab", None),
        ("setda", None),
        ("bag-umum", "setda"),
        ("diskominfo", None),
        ("bapenda", None),
    )
)
PEOPLE = {
    "bupati": "surya",
    "sekda": "gatot",
    "head": "nurul",
    "secretary": "siti",
    "field": "bayu",
    "staff": "joni",
    "clerk": "dewi",
    "other_head": "tono",
    "other_clerk": "citra",
}
HOLDERS = (
    ("surya", "bupati", "pemkab", "kepala-daerah"),
    ("gatot", "sekda", "setda", "II.a"),
    ("nurul", "kadis", "diskominfo", "II.b"),
    ("siti", "sekdis", "diskominfo", "III.a"),
    ("bayu", "kabid", "diskominfo", "III.b"),
    ("joni", "staf", "diskominfo", "pelaksana"),
    ("dewi", DEWI, "diskominfo", "IV.a", Permission.REGISTER_LETTERS),
    ("tono", "kaban", "bapenda", "II.b"),
    ("citra", CITRA, "bapenda", "IV.a", Permission.REGISTER_LETTERS),
)


def _held(
    person: str, post: str, office: str, rank_class: str, *permissions: Permission
) -> Iterator[tuple[TypedCollection[Any], object]]:
    role, held = f"role-{post}", Appointment(post, person, AppointmentKind.DEFINITIF, date(2024, 1, 2))
    yield PERSONS, Person(person, person.title())
    yield ROLES, Role(role, post, permissions)
    yield POSITIONS, Position(post, office, f"Jabatan {post}", rank_class, (role,))
    yield APPOINTMENTS, held
    yield SEATS, Seat(post, (held,), office)


@cache
def letter_pdf(text: str = LETTER, pages: int = 1) -> bytes:
    """Return a PDF that says so, as a program that writes letters makes it."""
    line = '#for line in sys.inputs.text.split("\\n") [#line \\ ]'
    source = '#set text(font: "Arimo")\n' + "\n#pagebreak()\n".join([line] * pages)
    folder = str(Path(press.__file__).parent / "fonts")
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    made = typst.compile(source.encode(), font_paths=fonts, sys_inputs={"text": text})
    assert isinstance(made, bytes)
    return made


class MailRoom:
    """The offices and their people."""

    bupati: Actor
    sekda: Actor
    head: Actor
    secretary: Actor
    field: Actor
    staff: Actor
    clerk: Actor
    other_head: Actor
    other_clerk: Actor

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        offices = ((ORGANISATIONS, it) for it in OFFICES)
        desk.given_together(*offices, *(record for it in HOLDERS for record in _held(*it)))

    def __getattr__(self, name: str) -> Actor:
        """Let somebody of the offices be signed in, once somebody asks for them: most tests need few of them."""
        if name not in PEOPLE:
            raise AttributeError(name)
        actor = self.desk.signed_in(PEOPLE[name])
        setattr(self, name, actor)
        return actor

    def holder(self, person: str, post: str, office: str, rank_class: str, *permissions: Permission) -> Actor:
        """Let somebody hold a post for good; return them signed in."""
        self.desk.given_together(*_held(person, post, office, rank_class, *permissions))
        return self.desk.signed_in(person)

    def begin(self, content: bytes, name: str = "surat.pdf", by: Actor | None = None) -> LetterScanBegun:
        """Announce a scan."""
        new = NewLetterScan(name, len(content), hashlib.sha256(content).hexdigest())
        begun: LetterScanBegun = self.desk.call(begin_letter_scan, new, by=by or self.clerk)
        return begun

    def send(self, begun: LetterScanBegun, content: bytes) -> int:
        """Send it by the link; return the status."""
        return self.desk.files.put(urlsplit(begun.url).path, data=content, headers=begun.headers).status_code

    def finish(self, scan_id: str, by: Actor | None = None) -> LetterScanFinished:
        """Have it looked at."""
        finished: LetterScanFinished = self.desk.call(finish_letter_scan, SentLetterScan(scan_id), by=by or self.clerk)
        return finished

    def scan(self, content: bytes | None = None, name: str = "surat.pdf", by: Actor | None = None) -> str:
        """Lay a scan on the desk; return its id."""
        content = content or letter_pdf()
        begun = self.begin(content, name, by)
        assert self.send(begun, content) == 200
        return self.finish(begun.scan_id, by).scan.id

    def desk_scan(self, number: int) -> str:
        """Let a scan lie on the desk without sending it; return its id."""
        scan = LetterScan(
            f"scan-{number}",
            "diskominfo",
            "surat.pdf",
            FileKind.PDF,
            10,
            "0" * 64,
            self.desk.clock.now(),
            "Dewi",
            LetterScanState.READY,
            1,
        )
        self.desk.given(LETTER_SCANS, scan)
        return scan.id

    def register(
        self,
        says: LetterSays = SAYS,
        to: str = "kadis",
        *,
        by: Actor | None = None,
        scan_id: str = "",
        reason: str = "",
        key: str = "",
        **changes: Any,  # noqa: ANN401 -- fields of what the letter says
    ) -> SuratMasukRegistered:
        """Enter a letter, which is for the head unless said otherwise."""
        typed = SuratMasukToRegister(scan_id or self.scan(by=by), replace(says, **changes), to, reason)
        registered: SuratMasukRegistered = self.desk.call(register_surat_masuk, typed, by=by or self.clerk, key=key)
        return registered

    def letter(self, letter_id: str) -> SuratMasuk:
        """Return a letter as it is stored."""
        found = self.desk.found(SURAT_MASUK, letter_id)
        assert found is not None
        return found

    def show(self, letter_id: str, by: Actor | None = None) -> SuratMasukShown:
        """Open a letter, as the head unless said otherwise."""
        shown: SuratMasukShown = self.desk.call(show_surat_masuk, WhichSuratMasuk(letter_id), by=by or self.head)
        return shown

    def listed(self, by: Actor, which: ListOfSuratMasuk | None = None) -> list[str]:
        """Return the ids of the letters that somebody lists."""
        return [it.id for it in self.desk.call(list_surat_masuk, which or ListOfSuratMasuk(), by=by).items]

    def dispose(
        self,
        letter_id: str,
        *to: str,
        by: Actor | None = None,
        through: str = "",
        phrases: tuple[str, ...] = ("Tindak lanjuti",),
        note: str = "",
        days: int = 3,
    ) -> str:
        """Hand a letter down, as the head unless said otherwise; return the id of the disposisi."""
        typed = DisposisiToGive(letter_id, to, phrases, TODAY + timedelta(days=days), note, through)
        given: DisposisiGiven = self.desk.call(give_disposisi, typed, by=by or self.head)
        return given.disposisi_id

    def waiting(self, by: Actor) -> list[ListedTask]:
        """Return what waits for somebody."""
        return list(listed(self.desk, by).items)
