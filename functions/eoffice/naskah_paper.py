"""A naskah as a paper: what is typed, with the kop, the number's form and who signs as they stand today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.domain.letter import SIFAT_WORDS
from functions.eoffice.signing_posts import deciding
from functions.eoffice.tables import NASKAH_NUMBERS
from shared.directory.model import PERSONS
from shared.directory.standing import ACTING_PREFIX, find_standing
from shared.letterheads import kop_of, number_code_of
from shared.letters import naskah as paper
from shared.letters.check_block import check_block
from shared.refusals import InvalidField
from shared.rules.calendar import wib_date
from shared.rules.numbering import write_number
from shared.rules.pangkat import pangkat, pangkat_golongan
from shared.rules.rank_class import rank_order
from shared.rules.signature import signature_lines
from shared.tables.rows import values_on

if TYPE_CHECKING:
    from functions.eoffice.domain.naskah import Destination, Naskah
    from functions.eoffice.domain.naskah_kind import Form
    from functions.eoffice.domain.naskah_signature import Signing
    from functions.eoffice.signing_posts import Deciding
    from shared.kernel.context import ReadContext

_SIGNED = (
    "Dokumen ini ditandatangani secara elektronik dengan sertifikat elektronik. Keasliannya diperiksa dengan memindai "
    "kode QR, atau pada berkas PDF-nya."
)
_PLACES = ("IV", "III", "II", "I")  # golongan, the highest first; those without one come last


def on_paper(naskah: Naskah, ctx: ReadContext, signing: Signing | None = None) -> paper.NaskahPaper:
    """Return the paper of a naskah as it would be printed now: a draft, with dots where its number will be.

    With what is fixed for signing it bears the number, the day and the code, and says how it is signed.
    """
    says, form = naskah.says, naskah.form
    signs = deciding(says.signer_id, ctx) if says.signer_id else None
    return paper.NaskahPaper(
        kop=kop_of(naskah.organisation_id, naskah.organisation_name, ctx),
        kind=_title(form, signs, says.in_name_of),
        layout=form.layout.value,
        about=form.about,
        number=number_without_serial(naskah, ctx),
        hal=says.hal,
        sifat=SIFAT_WORDS[says.sifat],
        enclosure=says.enclosure,
        destinations=[_address(it) for it in says.destinations],
        copies=[_address(it) for it in says.copies],
        sections=[
            paper.SectionOnPaper(part.label, part.style.value, said.blocks, part.lead, part.lettered)
            for part, said in zip(form.sections, says.sections, strict=True)
            if part.is_needed or said.blocks
        ],
        people=_people(says.person_ids, ctx),
        attachment=says.attachment,
        signature=_fixed(signing) if signing else _signature(signs, says.in_name_of, says.through),
        party=paper.PartyOnPaper(says.party.name, says.party.title) if form.has_parties else None,
        made_at=signing.since if signing else ctx.now,
        check=check_block(signing.code, ctx.ports.public_url, demo=ctx.ports.demo) if signing else None,
        signed=_SIGNED if signing else "",
        demo=ctx.ports.demo,
    )


def number_without_serial(naskah: Naskah, ctx: ReadContext) -> str:
    """Return how the number of a naskah will be written, with dots where its serial will be, unless it has it."""
    if naskah.signing:
        return naskah.signing.number
    day = wib_date(ctx.now)
    pattern = next(it.pattern for it in values_on(day, NASKAH_NUMBERS, ctx) if it.kind is naskah.kind)
    unit_code = number_code_of(naskah.organisation_path, ctx) or "…"
    return write_number(pattern, naskah.says.klasifikasi or "…", None, unit_code, day)


def _title(form: Form, signs: Deciding | None, in_name_of: str) -> str:
    """Return what it is called: a keputusan by whose it is, however they hold the post."""
    if not form.names_signer or signs is None:
        return form.title
    held = signs.title.removeprefix(ACTING_PREFIX[signs.kind]) if signs.kind else signs.title
    return f"{form.title} {in_name_of or held}"


def _signature(signs: Deciding | None, in_name_of: str, through: str) -> paper.SignatureOnPaper:
    if signs is None:
        return paper.SignatureOnPaper(("[jabatan],",), "", "", "")
    try:
        lines = signature_lines(signs.title, in_name_of, through)
    except InvalidField:  # told when it is submitted; until then the page shows what is right of it
        lines = signature_lines(signs.title)
    return paper.SignatureOnPaper(lines, signs.name, signs.nip, pangkat(signs.golongan))


def _fixed(signing: Signing) -> paper.SignatureOnPaper:
    rank, day = pangkat(signing.golongan), wib_date(signing.since)
    return paper.SignatureOnPaper(signing.lines, signing.by_name, signing.nip or "", rank, day)


def _address(destination: Destination) -> paper.AddressOnPaper:
    return paper.AddressOnPaper(destination.name, destination.place)


def _people(person_ids: tuple[str, ...], ctx: ReadContext) -> list[paper.PersonOnPaper]:
    """Return those whom it sends, the highest golongan first, then the highest post; who is unknown is passed over."""
    found = []
    for person_id in person_ids:
        body = ctx.ports.cached.get(PERSONS.stored, person_id)
        standing = find_standing(ctx.ports.cached, person_id, ctx.now)
        if body is None or standing is None:
            continue
        person, held = PERSONS.read(body), standing.on(wib_date(ctx.now))
        title = held[0].position_title if held else ""
        post = deciding(held[0].position_id, ctx) if held else None
        by = (*_golongan_order(person.golongan), rank_order(post.rank_class if post else ""), person.name)
        found.append((by, paper.PersonOnPaper(person.name, person.nip or "", pangkat_golongan(person.golongan), title)))
    return [it for _, it in sorted(found, key=lambda each: each[0])]


def _golongan_order(golongan: str) -> tuple[int, int]:
    group, _, step = golongan.partition("/")
    return (_PLACES.index(group) if group in _PLACES else len(_PLACES), -ord(step) if step else 0)
