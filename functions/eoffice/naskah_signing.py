"""How a naskah gets its signature: the signed paper, its row at /v, and what a signer's failure comes to."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eoffice.domain.naskah import Naskah, NaskahSays
from functions.eoffice.domain.naskah_signature import Signed, Signing
from functions.eoffice.domain.signing import (
    CertificateMissing,
    NotAuthorised,
    PassphrasePaused,
    PassphraseTries,
    SignerSilent,
    WrongSigningPassphrase,
    after_failure,
    after_wrong,
    signed_by,
)
from functions.eoffice.fixing import NaskahAddressMissing, NaskahNumberMissing
from functions.eoffice.naskah import NASKAH
from functions.eoffice.naskah_paper import on_paper
from shared import codec
from shared.directory.signers import own_identity
from shared.kernel.collections import TypedCollection
from shared.letters.naskah import render
from shared.papers import PAPERS, Fact, Paper, PaperKind
from shared.ports.signer import CertificateNotValid, NotEnrolled, SigningFailed, WrongPassphrase
from shared.refusals import RecordMissing
from shared.register import NumberCancelled, NumberIssued, find_entry, issue_number
from shared.rules.calendar import long_date, wib_date

if TYPE_CHECKING:
    from datetime import datetime

    from shared.kernel.context import Context, ReadContext
    from shared.refusals import Refusal
    from shared.values import Secret

SIGNING_REFUSALS = (
    NotAuthorised,
    NaskahNumberMissing,
    NaskahAddressMissing,
    PassphrasePaused,
    WrongSigningPassphrase,
    CertificateMissing,
    SignerSilent,
    NumberCancelled,
    NumberIssued,
)
PASSPHRASE_TRIES = TypedCollection("passphrase_tries", PassphraseTries, key=lambda it: it.person_id)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of signing: the file, or why there is none; neither where it was signed before."""

    naskah: Naskah
    signed: Signed | None
    failure: SigningFailed | None


def peeked(naskah_id: str, ctx: Context) -> tuple[Naskah, PassphraseTries | None]:
    """Return a naskah that was once the caller's turn, and their tries; neither is guarded. Raises RecordMissing."""
    records = ctx.ports.records
    body, tries = records.get(NASKAH.stored, naskah_id), records.get(PASSPHRASE_TRIES.stored, ctx.actor.id)
    naskah = NASKAH.read(body) if body else None
    if naskah is None or ctx.actor.position_id not in naskah.shown_to:
        raise RecordMissing("Naskah ini tidak ada, atau belum sampai kepada Anda. Buka dari Kerja saya.")
    return naskah, PASSPHRASE_TRIES.read(tries) if tries else None


def sign_paper(naskah: Naskah, signing: Signing, passphrase: Secret, ctx: ReadContext) -> Outcome:
    """Make the paper, have it signed, and keep it under a name of this attempt."""
    pdf = render(on_paper(naskah, ctx, signing))
    try:
        made = ctx.ports.signer.sign(
            pdf, signer=own_identity(ctx), passphrase=passphrase, reason=naskah.form.title, location="Mojokerto"
        )
    except SigningFailed as failure:
        return Outcome(naskah, None, failure)
    name = f"eoffice/naskah/{naskah.id}-{signing.code}.pdf"
    ctx.ports.documents.save(name, made.pdf)
    return Outcome(naskah, Signed(ctx.now, name, made.signed_sha256, made.document_id), None)


def refusal_of(failure: SigningFailed, naskah: Naskah, tries: PassphraseTries, now: datetime) -> Refusal:
    """Return what a failure says to who signs, with what is kept of it."""
    if isinstance(failure, WrongPassphrase):
        return after_wrong(tries, now)
    if isinstance(failure, NotEnrolled | CertificateNotValid):
        return CertificateMissing("Buat sertifikatnya di Profil, lalu tanda tangani lagi. Nomor naskahnya tetap.")
    kept = after_failure(naskah, type(failure).__name__)
    return SignerSilent("Nomor naskahnya tetap. Coba lagi beberapa menit lagi.", keep=(kept,))


def file_paper(naskah: Naskah, outcome: Outcome, ctx: Context) -> Naskah:
    """Enter the signed paper: its number is issued, and its code tells whoever holds a copy that it is ours."""
    signing, signed = outcome.naskah.signing, outcome.signed
    if signing is None or signed is None:
        message = "nothing was signed"
        raise ValueError(message)
    entry = find_entry(signing.entry, ctx)
    after = signed_by(naskah, ctx.actor.position_id, signed, signing)
    issue_number(entry, ctx)
    ctx.create(PAPERS, _paper(after, signing, signed, demo=ctx.ports.demo))
    return after


def _paper(naskah: Naskah, signing: Signing, signed: Signed, *, demo: bool) -> Paper:
    says = naskah.says
    # What it is about stands on an open naskah alone (Permendagri 1/2023).
    about = (Fact(naskah.form.about, says.hal),) if says.sifat == "biasa" else ()
    canonical = json.dumps(codec.encode_answer(NaskahSays, says), ensure_ascii=False, sort_keys=True)
    return Paper(
        code=signing.code,
        kind=PaperKind.NASKAH,
        title=naskah.form.title,
        organisation_name=naskah.organisation_name,
        signer_name=signing.by_name,
        signer_position=signing.lines[-1].rstrip(","),
        issued_at=signing.since,
        version=1,
        content_sha256=hashlib.sha256(f"{signing.number}\n{canonical}".encode()).hexdigest(),
        document=signed.document,
        facts=(
            Fact("Nomor", signing.number),
            Fact("Tanggal", long_date(wib_date(signing.since))),
            *about,
            Fact("Tanda tangan", "Elektronik, dengan sertifikat elektronik penanda tangan di dalam berkas PDF"),
        ),
        demo=demo,
    )
