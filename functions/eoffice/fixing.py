"""What is fixed when a naskah is about to be signed: its number, the code on its paper, and who signs as what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eoffice.domain.naskah import Naskah
from functions.eoffice.domain.naskah_signature import Signing
from functions.eoffice.domain.signing import Measure, NotAuthorised, limits_of
from functions.eoffice.naskah import naskah_link
from functions.eoffice.signing_posts import deciding
from functions.eoffice.tables import ACTING_LIMITS, NASKAH_NUMBERS
from shared.letterheads import number_code_of
from shared.papers import check_address, paper_code
from shared.refusals import Refusal
from shared.register import Numbering, key_of, take_number
from shared.rules.appointment import AppointmentKind
from shared.rules.calendar import wib_date
from shared.rules.signature import signature_lines
from shared.tables.rows import values_on

if TYPE_CHECKING:
    from functions.eoffice.domain.signing import ActingLimit
    from functions.eoffice.signing_posts import Deciding
    from shared.kernel.context import Context, ReadContext

BOOK = "surat-keluar"  # the one that surat keterangan of *Naskah* are counted in too
_ACTING = {AppointmentKind.PLT, AppointmentKind.PLH}


class NaskahNumberMissing(Refusal):
    """No office on the way up has a kode unit, so there is no number."""

    title = "OPD ini belum punya kode unit untuk nomor naskah."


class NaskahAddressMissing(Refusal):
    """Nobody but this machine would find what the QR code names."""

    title = "Alamat portal belum ditetapkan."


def require_signable(naskah: Naskah, ctx: ReadContext) -> Deciding:
    """Return who signs, as what; nothing of it is guarded. Raises what keeps a naskah from being signed at all."""
    if check_address("any", ctx.ports.public_url, demo=ctx.ports.demo) is None:
        raise NaskahAddressMissing("Naskah ber-QR baru terbit setelah alamat portal ditetapkan. Hubungi Diskominfo.")
    require_number_code(naskah, ctx)
    signs = deciding(naskah.says.signer_id, ctx)
    if signs is None or signs.person_id != ctx.actor.id:
        raise NotAuthorised("Yang menandatangani adalah pejabat jabatan itu hari ini. Muat ulang halaman.")
    limit = acting_limit(naskah, signs, ctx)
    if limit and limit.measure is Measure.BARRED:
        raise NotAuthorised(
            f"Keputusan berklasifikasi {naskah.says.klasifikasi} menunggu pejabat definitif (UU 30/2014 pasal 14)."
        )
    return signs


def require_number_code(naskah: Naskah, ctx: ReadContext) -> None:
    """Refuse a naskah of an office that cannot number it."""
    if not number_code_of(naskah.organisation_path, ctx):
        raise NaskahNumberMissing("Minta administrator OPD mengisi kode unit pada halaman Identitas.")


def acting_limit(naskah: Naskah, signs: Deciding, ctx: ReadContext) -> ActingLimit | None:
    """Return what limits who would sign; None for a holder for good, and for what decides nothing."""
    if signs.kind not in _ACTING or not naskah.form.decides:
        return None
    return limits_of(naskah.says.klasifikasi, values_on(wib_date(ctx.now), ACTING_LIMITS, ctx))


def fixed(naskah: Naskah, signs: Deciding, ctx: Context) -> Signing:
    """Return what is fixed: under the number that it has from an earlier try, or under the next one of its office."""
    says = naskah.says
    lines = signature_lines(signs.title, says.in_name_of, says.through)
    if naskah.signing:
        return replace(
            naskah.signing,
            since=ctx.now,
            by=signs.person_id,
            by_name=signs.name,
            nip=signs.nip or None,
            golongan=signs.golongan,
            lines=lines,
        )
    pattern = next(it.pattern for it in values_on(wib_date(ctx.now), NASKAH_NUMBERS, ctx) if it.kind is naskah.kind)
    entry = take_number(
        Numbering(BOOK, says.klasifikasi, pattern),
        number_code_of(naskah.organisation_path, ctx),
        naskah.called,
        naskah.id,
        ctx,
        page=naskah_link(naskah.id),
        organisation_path=naskah.organisation_path,
    )
    return Signing(
        entry.number,
        key_of(entry),
        paper_code(ctx.new_id()),
        ctx.now,
        signs.person_id,
        signs.name,
        signs.nip or None,
        signs.golongan,
        lines,
    )
