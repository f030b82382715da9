"""The kinds of naskah dinas that an office drafts (Permendagri 1/2023): how each is laid out and of what it is made.

Daftar hadir, notulen and sertifikat are made by E-Agenda out of what is recorded there.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shared.rules.rich_text import Blocks


class NaskahKind(StrEnum):
    """A kind of naskah dinas."""

    SURAT_DINAS = "surat_dinas"
    SURAT_UNDANGAN = "surat_undangan"
    NOTA_DINAS = "nota_dinas"
    MEMO = "memo"
    SURAT_TUGAS = "surat_tugas"
    SURAT_PERINTAH = "surat_perintah"
    SURAT_EDARAN = "surat_edaran"
    PENGUMUMAN = "pengumuman"
    INSTRUKSI = "instruksi"
    KEPUTUSAN = "keputusan"
    SURAT_PENGANTAR = "surat_pengantar"
    SURAT_KETERANGAN = "surat_keterangan"
    SURAT_PERNYATAAN_TUGAS = "surat_pernyataan_tugas"
    SURAT_IZIN = "surat_izin"
    REKOMENDASI = "rekomendasi"
    SURAT_KUASA = "surat_kuasa"
    SURAT_PANGGILAN = "surat_panggilan"
    BERITA_ACARA = "berita_acara"
    LAPORAN = "laporan"
    TELAAHAN_STAF = "telaahan_staf"
    NOTA_KESEPAKATAN = "nota_kesepakatan"
    RADIOGRAM = "radiogram"


class Layout(StrEnum):
    """Where a naskah says what it is: beside the address, between two lines, or as a title in the middle."""

    LETTER = "as-letter"
    NOTE = "as-note"
    TITLE = "as-title"


class SectionStyle(StrEnum):
    """How a part of the text is set.

    ``PLAIN``: as it is. ``LABELLED``: beside its label, as Menimbang. ``DIKTUM``: each item is KESATU, KEDUA and so on.
    ``HEADED``: below a heading of its own.
    """

    PLAIN = "plain"
    LABELLED = "labelled"
    DIKTUM = "diktum"
    HEADED = "headed"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the text; ``starter`` is what stands in it when a naskah is begun. ``lead`` stands above, centred.

    ``lettered``: its items are a., b., c.
    """

    name: str
    label: str
    style: SectionStyle = SectionStyle.PLAIN
    starter: Blocks = ()
    is_needed: bool = True
    lead: str = ""
    lettered: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """What a kind is made of. ``about`` is how its hal is called; ``has_address``: it goes to somebody by name."""

    title: str
    layout: Layout
    sections: tuple[Section, ...]
    about: str = "Hal"
    has_address: bool = False
    has_people: bool = False  # those whom it sends or orders
    has_parties: bool = False  # two sides sign it
    names_signer: bool = False  # its title says whose it is: Keputusan Kepala Dinas …
    decides: bool = False  # settles something for good, as who only acts may not where it is strategic
