"""Tell whoever holds a paper whether it is ours."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Annotated, Any

from shared.answers import Page
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerAddress
from shared.pages.render import render
from shared.papers import PAPERS, Paper, PaperKind, read_code, write_code
from shared.permissions import PUBLIC
from shared.rules.calendar import clock_time, long_date, wib_date
from shared.values import Text

_TITLES = {
    PaperKind.DAFTAR_HADIR: "Daftar hadir",
    PaperKind.SURAT_KETERANGAN: "Surat keterangan",
    PaperKind.NOTULEN: "Notulen",
    PaperKind.SERTIFIKAT: "Sertifikat",
    PaperKind.NASKAH: "Naskah dinas",
}
_UNKNOWN = 404


@dataclass(frozen=True, slots=True)
class TypedPaperCode:
    """The code beside the QR code, as somebody typed it; empty for a form that asks for it."""

    kode: Annotated[str, Text(0, 40)] = ""


@query(permission=PUBLIC, limit=PerAddress(per_minute=60, burst=30), page="/v")
def verify_paper(typed: TypedPaperCode, ctx: ReadContext) -> Page:
    """Show what a paper with this code states, or that there is none."""
    if not typed.kode:
        return render("ask_for_code.html", typed="")
    code = read_code(typed.kode)
    paper = ctx.find(PAPERS, code, right_from="the code on the paper") if code else None

    if paper is None:
        return render("unknown_paper.html", status=_UNKNOWN, typed=typed.kode)
    return _shown(paper, ctx)


def _shown(paper: Paper, ctx: ReadContext) -> Page:
    told: dict[str, Any] = {
        "kind": _TITLES[paper.kind],
        "demo": paper.demo,
        "organisation": paper.organisation_name,
        "issued_on": long_date(wib_date(paper.issued_at)),
        "title": paper.title,
        "facts": paper.facts,
        "signer_name": paper.signer_name,
        "signer_position": paper.signer_position,
        "code": write_code(paper.code),
        "content_sha256": paper.content_sha256,
        "checked_at": f"{long_date(wib_date(ctx.now))} pukul {clock_time(ctx.now)}",
    }
    if paper.withdrawal is not None:
        withdrawn_on = long_date(wib_date(paper.withdrawal.at))
        return render("withdrawn_paper.html", withdrawn_on=withdrawn_on, reason=paper.withdrawal.reason, **told)
    copy = ctx.ports.documents.load(paper.document) if paper.document else None
    document_sha256 = hashlib.sha256(copy).hexdigest() if copy else ""
    return render("paper.html", version=paper.version, document_sha256=document_sha256, **told)
