"""Those who draft, check and sign a naskah in the offices of the mail room.

Joni (staff) drafts; Bayu (head of a field) and Siti (secretary) check; Nurul (head) signs.
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from functions.eoffice.add_checker import CheckerAdded, CheckerToAdd, add_checker
from functions.eoffice.approve_naskah import NaskahApproved, NaskahToApprove, approve_naskah
from functions.eoffice.begin_naskah import NaskahBegun, NaskahToBegin, begin_naskah
from functions.eoffice.domain.naskah import Checker, Destination, NaskahSays, SectionText
from functions.eoffice.domain.naskah_kind import NaskahKind
from functions.eoffice.naskah import NASKAH, WhichNaskah
from functions.eoffice.return_naskah import BackTo, NaskahReturned, NaskahToReturn, return_naskah
from functions.eoffice.show_naskah import NaskahShown, show_naskah
from functions.eoffice.sign_naskah import NaskahSigned, NaskahToSign, sign_naskah
from functions.eoffice.submit_naskah import NaskahSubmitted, NaskahToSubmit, submit_naskah
from functions.eoffice.write_naskah import NaskahToWrite, NaskahWritten, write_naskah
from functions.portal.enrol_signing import SigningToEnrol, enrol_signing
from shared import codec
from shared.events.event import EventEnvelope
from shared.letterheads import LETTERHEADS, Letterhead
from shared.rules.rich_text import item, paragraph
from shared.values import Secret
from tests.desk import MORNING
from tests.eoffice.mail_room import MailRoom

if TYPE_CHECKING:
    from functions.eoffice.domain.naskah import Naskah
    from shared.actor import Actor
    from shared.events.event import Event
    from tests.desk import Desk

PASSPHRASE = "kunci saya sendiri"
HAL = "Permohonan narasumber bimbingan teknis"
TEXT = (paragraph("Kami mohon Saudara menugaskan narasumber."), item("materi keamanan informasi;"), item("satu hari."))
SAYS = NaskahSays(
    hal=HAL,
    klasifikasi="000.1.5",
    destinations=(Destination("Kepala Badan", "Mojokerto", "kaban"),),
    copies=(Destination("Bupati Mojokerto", "", "bupati"),),
    sections=(SectionText("isi", TEXT),),
    checkers=(Checker("kabid", 1), Checker("sekdis", 2)),
    signer_id="kadis",
)


class DraftingRoom(MailRoom):
    """The mail room, whose office has a kode unit, and what is done with naskah in it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.number_code("416-114")

    def start(self, kind: NaskahKind = NaskahKind.SURAT_DINAS, by: Actor | None = None, answers_id: str = "") -> str:
        """Begin a naskah as the staff; return its id."""
        new = NaskahToBegin(kind, answers_id)
        begun: NaskahBegun = self.desk.call(begin_naskah, new, by=by or self.staff)
        return begun.naskah_id

    def version(self, naskah_id: str) -> int:
        """Return the version of a naskah as it is stored."""
        body = self.desk.records.get(NASKAH.stored, naskah_id)
        assert body is not None
        return int(body["version"])

    def naskah(self, naskah_id: str) -> Naskah:
        """Return a naskah as it is stored."""
        found = self.desk.found(NASKAH, naskah_id)
        assert found is not None
        return found

    def write(
        self,
        naskah_id: str,
        says: NaskahSays = SAYS,
        *,
        by: Actor | None = None,
        version: int = 0,
        **changes: Any,  # noqa: ANN401 -- fields of what is typed
    ) -> int:
        """Write a naskah as the staff; return its version."""
        typed = NaskahToWrite(naskah_id, version or self.version(naskah_id), replace(says, **changes))
        written: NaskahWritten = self.desk.call(write_naskah, typed, by=by or self.staff)
        return written.version

    def drafted(self, says: NaskahSays = SAYS, **changes: Any) -> str:  # noqa: ANN401 -- as above
        """Let a whole draft exist; return its id."""
        naskah_id = self.start()
        self.write(naskah_id, says, **changes)
        return naskah_id

    def submit(self, naskah_id: str, by: Actor | None = None, *, deliver: bool = True) -> NaskahSubmitted:
        """Submit it; those who follow have heard of it then."""
        which = NaskahToSubmit(naskah_id, self.version(naskah_id))
        submitted: NaskahSubmitted = self.desk.call(submit_naskah, which, by=by or self.staff)
        if deliver:
            self.desk.deliver()
        return submitted

    def submitted(self, **changes: Any) -> str:  # noqa: ANN401 -- as above
        """Let a naskah lie before its first checkers; return its id."""
        naskah_id = self.drafted(**changes)
        self.submit(naskah_id)
        return naskah_id

    def approve(self, naskah_id: str, by: Actor, note: str = "", *, version: int = 0) -> NaskahApproved:
        """Put a paraf under it; those who follow have heard of it then."""
        which = NaskahToApprove(naskah_id, version or self.version(naskah_id), note)
        approved: NaskahApproved = self.desk.call(approve_naskah, which, by=by)
        self.desk.deliver()
        return approved

    def checked(self, **changes: Any) -> str:  # noqa: ANN401 -- as above
        """Let a naskah wait for who signs it; return its id."""
        naskah_id = self.submitted(**changes)
        for by in (self.field, self.secretary) if self.naskah(naskah_id).says.checkers else ():
            self.approve(naskah_id, by)
        return naskah_id

    def give_back(
        self, naskah_id: str, by: Actor, to: BackTo = BackTo.DRAFTER, note: str = "Perbaiki"
    ) -> NaskahReturned:
        """Give it back; those who follow have heard of it then."""
        which = NaskahToReturn(naskah_id, self.version(naskah_id), to, note)
        returned: NaskahReturned = self.desk.call(return_naskah, which, by=by)
        self.desk.deliver()
        return returned

    def add(self, naskah_id: str, position_id: str, by: Actor) -> CheckerAdded:
        """Have one more post check it; those who follow have heard of it then."""
        which = CheckerToAdd(naskah_id, self.version(naskah_id), position_id)
        added: CheckerAdded = self.desk.call(add_checker, which, by=by)
        self.desk.deliver()
        return added

    def number_code(self, code: str) -> None:
        """Let the office have a kode unit, or none."""
        self.desk.given(LETTERHEADS, Letterhead("diskominfo", number_code=code))

    def enrol(self, by: Actor) -> None:
        """Let somebody be able to sign."""
        self.desk.call(enrol_signing, SigningToEnrol(Secret(PASSPHRASE)), by=by)

    def sign(
        self, naskah_id: str, passphrase: str = PASSPHRASE, *, by: Actor | None = None, edition: int = 1
    ) -> NaskahSigned:
        """Sign it, as the head unless said otherwise; those who follow have heard of it then."""
        which = NaskahToSign(naskah_id, edition, Secret(passphrase))
        signed: NaskahSigned = self.desk.call(sign_naskah, which, by=by or self.head)
        self.desk.deliver()
        return signed

    def open(self, naskah_id: str, by: Actor | None = None) -> NaskahShown:
        """Open it, as the staff unless said otherwise."""
        shown: NaskahShown = self.desk.call(show_naskah, WhichNaskah(naskah_id), by=by or self.staff)
        return shown


def hear(drafting: DraftingRoom, event: Event) -> None:
    """Let an event be heard that was told elsewhere, or is heard of once more under another id."""
    data = codec.encode_stored(type(event), event)
    envelope = EventEnvelope(secrets.token_hex(8), event.event_name(), MORNING, "joni", "diskominfo", "request", data)
    drafting.desk.bus.publish([envelope])
    drafting.desk.deliver()
