"""Have a picture that was sent looked at, and put it on the office's kop."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.papers.domain.letterhead import FINISH_WITHIN, LOGO_SIDE, KopOfAnother
from functions.papers.letterheads import document_name, managed_organisation
from functions.papers.records import LOGO_UPLOADS, LogoUpload
from shared.directory.model import Organisation
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.kernel.limits import PerActor
from shared.letterheads import LETTERHEADS, find_letterhead
from shared.permissions import Permission
from shared.refusals import RecordMissing, Refusal
from shared.rules.files import FileRefused, UploadDiffers, UploadMissing
from shared.uploads.take_in import Expected, take_in
from shared.values import fingerprint

_AGAIN = "Unggah logonya sekali lagi."


@dataclass(frozen=True, slots=True)
class SentLogo:
    """The picture that was announced, and now sent."""

    upload_id: str


@dataclass(frozen=True, slots=True)
class LogoLookedAt:
    """What became of the picture: None when it is kept, else why not."""

    upload: LogoUpload
    refusal: Refusal | None


@dataclass(frozen=True, slots=True)
class LogoSet:
    """The kop bears the logo; ``already`` when it did before."""

    already: bool


def look_at_logo(upload: LogoUpload, ctx: ReadContext) -> LogoLookedAt:
    """Look at the picture and keep it, drawn anew and no larger than paper needs, outside any transaction."""
    expected = Expected(
        fingerprint("papers", "logo", upload.id),
        document_name(upload.organisation_id, upload.id),
        upload.kind,
        upload.size,
        upload.sha256,
        longest_side=LOGO_SIDE,
    )
    try:
        take_in(ctx.ports.documents, expected)
    except (FileRefused, UploadDiffers, UploadMissing) as refusal:  # answered by the last step, which is journaled
        return LogoLookedAt(upload, refusal)
    return LogoLookedAt(upload, None)


def set_logo(looked: LogoLookedAt, ctx: Context) -> LogoSet:
    """Put the picture on the kop, unless it was refused."""
    organisation = _managed(looked.upload, ctx)
    before = find_letterhead(organisation.id, ctx)

    if looked.refusal is not None:
        raise looked.refusal
    logo = document_name(organisation.id, looked.upload.id)
    if before.logo == logo:
        return LogoSet(already=True)

    ctx.put(LETTERHEADS, replace(before, logo=logo))
    return LogoSet(already=False)


@operation(
    permission=Permission.MANAGE_OFFICE,
    refuses=(RecordMissing, UploadMissing, UploadDiffers, FileRefused),
    limit=PerActor(per_minute=20, burst=10),
    call=look_at_logo,
    complete=set_logo,
)
def finish_logo_upload(sent: SentLogo, ctx: Context) -> LogoUpload:
    """Have a sent logo looked at and put it on the office's kop; doing it again answers the same."""
    upload = ctx.find(LOGO_UPLOADS, sent.upload_id, right_from="the office whose logo it is")
    if upload is None:
        raise RecordMissing(_AGAIN)
    _managed(upload, ctx)

    if upload.announced_at + FINISH_WITHIN <= ctx.now:
        raise UploadMissing("Unggahan ini sudah terlalu lama. Unggah logonya sekali lagi.")
    return upload


def _managed(upload: LogoUpload, ctx: ReadContext) -> Organisation:
    """Return the office of an upload. Raises RecordMissing: another office's upload looks like none."""
    try:
        return managed_organisation(upload.organisation_id, ctx)
    except KopOfAnother:
        raise RecordMissing(_AGAIN) from None
