"""Let a signed naskah reach those to whom it goes within the regency: the desks of their offices, and the posts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from functions.eoffice.delivered_scan import delivered_scan, scan_id_of
from functions.eoffice.domain.naskah import Naskah
from functions.eoffice.letter_scans import LETTER_SCANS, document_name, text_name
from functions.eoffice.naskah import NASKAH
from functions.eoffice.subjects import naskah_subject
from shared.directory.model import POSITIONS
from shared.events.eoffice_letters import NaskahSigned
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context, ReadContext
from shared.notices.request import request_notices_to_positions
from shared.rules.notice import NoticeKind
from shared.uploads.paper import read_text
from shared.views.subjects import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from functions.eoffice.domain.naskah import Destination

_RIGHT = "the event of the naskah"


@dataclass(frozen=True, slots=True)
class Delivery:
    """A signed naskah, and the offices whose desks take it in; none for one that is not there."""

    naskah: Naskah | None
    organisation_ids: tuple[str, ...] = ()
    size: int = 0
    pages: int = 0


def lay_on_desks(delivery: Delivery, ctx: ReadContext) -> Delivery:
    """Keep a copy of the file and its text for each desk, outside any transaction."""
    naskah, documents = delivery.naskah, ctx.ports.documents
    if naskah is None or naskah.signed is None or not delivery.organisation_ids:
        return delivery
    content = documents.load(naskah.signed.document) or b""
    paper = read_text(content)
    for organisation_id in delivery.organisation_ids:
        scan_id = scan_id_of(naskah.id, organisation_id)
        documents.save(document_name(scan_id), content)
        documents.save(text_name(scan_id), paper.text.encode())
    return replace(delivery, size=len(content), pages=paper.pages)


def enter(delivery: Delivery, ctx: Context) -> None:
    """Let the desks have it, and tell the posts, who read it from then on."""
    if delivery.naskah is None:
        return
    naskah = ctx.get(NASKAH, delivery.naskah.id, right_from=_RIGHT)
    known = [ctx.find(LETTER_SCANS, scan_id_of(naskah.id, it), right_from=_RIGHT) for it in delivery.organisation_ids]
    subject = naskah_subject(naskah)
    ctx.find(SUBJECTS, subject.id, right_from=_RIGHT)
    posts = _posts((*naskah.says.destinations, *naskah.says.copies))
    if naskah.delivered_at:
        return

    shown = tuple(dict.fromkeys((*naskah.shown_to, *posts)))
    ctx.put(NASKAH, replace(naskah, shown_to=shown, delivered_at=ctx.now))
    for organisation_id, scan in zip(delivery.organisation_ids, known, strict=True):
        if scan is None:
            ctx.create(LETTER_SCANS, delivered_scan(naskah, organisation_id, delivery.size, delivery.pages, ctx))
    ctx.put(SUBJECTS, subject)
    request_notices_to_positions(NoticeKind.NASKAH_RECEIVED, subject.id, posts, ctx)


@reaction(to=NaskahSigned, call=lay_on_desks, complete=enter)
def deliver_naskah(signed: NaskahSigned, ctx: Context) -> Delivery:
    """Deliver a naskah once; of a secret one the desks are not told, so the posts alone have it."""
    naskah = ctx.find(NASKAH, signed.naskah_id, right_from=_RIGHT)
    if naskah is None or naskah.signed is None:
        return Delivery(None)
    offices = () if naskah.is_secret else _offices(_posts(naskah.says.destinations), ctx)
    return Delivery(naskah, tuple(it for it in offices if it != naskah.organisation_id))


def _posts(destinations: Iterable[Destination]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(it.position_id for it in destinations if it.position_id))


def _offices(position_ids: Iterable[str], ctx: ReadContext) -> tuple[str, ...]:
    bodies = (ctx.ports.cached.get(POSITIONS.stored, it) for it in position_ids)
    return tuple(dict.fromkeys(POSITIONS.read(body).organisation_id for body in bodies if body))
