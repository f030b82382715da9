"""Enter a letter that came in in the office's book, under the next agenda number, and route it to whom it is for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.eoffice.addressees import addressee_of
from functions.eoffice.domain.klasifikasi import check_klasifikasi
from functions.eoffice.domain.letter import check_dates
from functions.eoffice.domain.letter_scan import LetterScanRegistered, registered, require_ready
from functions.eoffice.domain.same_letter import LetterRegistered, Registered, require_reason
from functions.eoffice.domain.surat_masuk import BOOK
from functions.eoffice.klasifikasi import listed_codes
from functions.eoffice.letter_scans import LETTER_SCANS, find_letter_scan, require_of_desk
from functions.eoffice.letter_words import enter_letter_words
from functions.eoffice.registering import SuratMasukToRegister, entered
from functions.eoffice.same_letters import SAME_LETTERS, same_letters
from functions.eoffice.senders import KNOWN_SENDERS, KnownSender, sender_key
from functions.eoffice.subjects import as_subject
from functions.eoffice.surat_masuk import SURAT_MASUK, letter_task
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.register import SERIES, next_serial
from shared.rules.calendar import wib_date
from shared.tasks.ask import ask
from shared.views.subjects import SUBJECTS


@dataclass(frozen=True, slots=True)
class SuratMasukRegistered:
    """The letter is in the book under this number, ``0412/2026``."""

    letter_id: str
    nomor_agenda: str


@operation(
    permission=Permission.REGISTER_LETTERS,
    refuses=(RecordMissing, LetterScanRegistered, LetterRegistered),
    series=True,
    gets=lambda _, actor: ((SERIES, f"{BOOK}:{actor.organisation_id}"),),  # those of one office take turns
)
def register_surat_masuk(typed: SuratMasukToRegister, ctx: Context) -> SuratMasukRegistered:
    """Register a letter that came in: it takes the office's next agenda number and waits for whom it is for."""
    says, office = typed.says, ctx.actor.organisation_id
    found = find_letter_scan(typed.scan_id, ctx)
    same = same_letters(office, says, ctx)
    if not says.sifat.is_secret:  # who wrote in secret is offered to nobody
        ctx.find(KNOWN_SENDERS, sender_key(office, says.sender), right_from="the desk whose senders they are")
    taken = next_serial(BOOK, office, ctx)  # a refusal gives it back: a series may rest on nothing that it leaves

    scan = require_of_desk(found, ctx)
    require_ready(scan)
    check_dates(says, wib_date(ctx.now))
    check_klasifikasi(says.klasifikasi, listed_codes(ctx), "/says/klasifikasi")
    addressee = addressee_of(typed.addressee_id, ctx)
    reason = require_reason(same, typed.duplicate_reason)

    letter = entered(replace(typed, duplicate_reason=reason), scan, addressee, taken, ctx)
    ctx.create(SURAT_MASUK, letter)
    enter_letter_words(letter, ctx)
    entry = Registered(letter.id, letter.nomor_agenda)
    ctx.put(SAME_LETTERS, replace(same, letters=(*same.letters, entry)))
    if not says.sifat.is_secret:
        ctx.put(KNOWN_SENDERS, KnownSender.of(office, says.sender))
    ctx.put(LETTER_SCANS, registered(scan, letter.id, ctx.now))
    ctx.create(SUBJECTS, as_subject(letter))
    ask(letter_task(letter, ctx), ctx)
    return SuratMasukRegistered(letter.id, letter.nomor_agenda)
