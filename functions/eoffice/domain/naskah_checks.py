"""What a naskah may be while it is typed, and what it must have before it is submitted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.refusals import InvalidField
from shared.rules.rich_text import blanks_in, check_blocks, is_empty

if TYPE_CHECKING:
    from collections.abc import Mapping

    from functions.eoffice.domain.naskah import Destination, Naskah, NaskahSays
    from shared.rules.rich_text import Blocks

MOST_DESTINATIONS = 100
_MOST_PEOPLE = 60


def check_typed(says: NaskahSays, naskah: Naskah) -> None:
    """Refuse what no draft of the kind can be: another form's parts, too much of anything. Raises InvalidField."""
    names = [it.name for it in naskah.form.sections]
    if [it.name for it in says.sections] != names:
        raise InvalidField("/says/sections", "Bagian naskah ini tidak sesuai jenisnya. Muat ulang halaman.")
    for place, section in enumerate(says.sections):
        check_blocks(section.blocks, f"/says/sections/{place}/blocks")
    check_blocks(says.attachment, "/says/attachment")
    if len(says.destinations) > MOST_DESTINATIONS or len(says.copies) > MOST_DESTINATIONS:
        raise InvalidField("/says/destinations", f"Paling banyak {MOST_DESTINATIONS} tujuan dan tembusan.")
    if len(says.person_ids) > _MOST_PEOPLE:
        raise InvalidField("/says/person_ids", f"Paling banyak {_MOST_PEOPLE} orang pada satu naskah.")


def check_complete(naskah: Naskah, titles: Mapping[str, str]) -> None:
    """Refuse to submit what lacks something, each fault with its place. ``titles`` are those of posts that exist.

    Raises InvalidField.
    """
    says, form = naskah.says, naskah.form
    _require(says.hal, "hal", f"Isi {form.about.casefold()} naskah ini.")
    _require(says.klasifikasi, "klasifikasi", "Pilih kode klasifikasi; nomor naskah disusun dengannya.")
    if form.has_address:
        _require(says.destinations, "destinations", "Isi kepada siapa naskah ini ditujukan.")
    if form.has_people:
        _require(says.person_ids, "person_ids", "Pilih siapa yang ditugasi.")
    if form.has_parties:
        words = "Isi nama dan jabatan pihak lain yang ikut menandatangani."
        _require(says.party.name and says.party.title, "party", words)
    _check_destinations(says.destinations, "/says/destinations", titles)
    _check_destinations(says.copies, "/says/copies", titles)
    for place, (part, said) in enumerate(zip(form.sections, says.sections, strict=True)):
        if part.is_needed and is_empty(said.blocks):
            raise InvalidField(f"/says/sections/{place}/blocks", f"Bagian {part.label} masih kosong.")
        _check_blanks(said.blocks, f"/says/sections/{place}/blocks")
    _check_blanks(says.attachment, "/says/attachment")
    _require(says.signer_id, "signer_id", "Pilih siapa yang menandatangani.")


def _check_destinations(destinations: tuple[Destination, ...], pointer: str, titles: Mapping[str, str]) -> None:
    for place, it in enumerate(destinations):
        if it.position_id and it.position_id not in titles:
            raise InvalidField(f"{pointer}/{place}", f"{it.name or 'Jabatan ini'} sudah tidak ada. Pilih yang lain.")
        if not it.position_id and not it.name:
            raise InvalidField(f"{pointer}/{place}", "Isi nama tujuannya, atau hapus baris ini.")


def _require(value: object, name: str, words: str) -> None:
    if not value:
        raise InvalidField(f"/says/{name}", words)


def _check_blanks(blocks: Blocks, pointer: str) -> None:
    if blanks := blanks_in(blocks):
        raise InvalidField(pointer, f"Masih ada isian kosong: {', '.join(blanks[:5])}.")
