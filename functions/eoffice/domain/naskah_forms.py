"""The form of each kind of naskah: its parts, and what stands in them when one is begun (Permendagri 1/2023)."""

from __future__ import annotations

from functions.eoffice.domain.naskah_kind import Form, Layout, NaskahKind, Section, SectionStyle
from shared.rules.rich_text import item, paragraph, table

_ISI = Section("isi", "Isi")
_DASAR = Section("dasar", "DASAR", SectionStyle.LABELLED)


def _headed(*labels: str) -> tuple[Section, ...]:
    return tuple(Section(it.casefold().replace(" ", "_"), it, SectionStyle.HEADED) for it in labels)


FORMS = {
    NaskahKind.SURAT_DINAS: Form("Surat dinas", Layout.LETTER, (_ISI,), has_address=True),
    NaskahKind.SURAT_UNDANGAN: Form(
        "Surat undangan",
        Layout.LETTER,
        (
            Section(
                "isi",
                "Isi",
                starter=(
                    paragraph("Dalam rangka [kegiatan], kami mengundang Saudara untuk hadir pada:"),
                    table(
                        ("Hari, tanggal", "[hari, tanggal]"),
                        ("Waktu", "[pukul]"),
                        ("Tempat", "[tempat]"),
                        ("Acara", "[acara]"),
                    ),
                    paragraph("Demikian atas perhatian dan kehadirannya diucapkan terima kasih."),
                ),
            ),
        ),
        has_address=True,
    ),
    NaskahKind.NOTA_DINAS: Form("Nota dinas", Layout.NOTE, (_ISI,), has_address=True),
    NaskahKind.MEMO: Form("Memo", Layout.NOTE, (_ISI,), has_address=True),
    NaskahKind.SURAT_TUGAS: Form(
        "Surat tugas",
        Layout.TITLE,
        (_DASAR, Section("untuk", "UNTUK", SectionStyle.LABELLED, lead="MENUGASKAN")),
        about="Tugas",
        has_people=True,
    ),
    NaskahKind.SURAT_PERINTAH: Form(
        "Surat perintah",
        Layout.TITLE,
        (_DASAR, Section("untuk", "UNTUK", SectionStyle.LABELLED, lead="MEMERINTAHKAN")),
        about="Perintah",
        has_people=True,
    ),
    NaskahKind.SURAT_EDARAN: Form("Surat edaran", Layout.TITLE, (_ISI,), about="Tentang", has_address=True),
    NaskahKind.PENGUMUMAN: Form("Pengumuman", Layout.TITLE, (_ISI,), about="Tentang"),
    NaskahKind.INSTRUKSI: Form(
        "Instruksi",
        Layout.TITLE,
        (
            Section("pembuka", "Pembuka", starter=(paragraph("Dalam rangka [tujuan], dengan ini menginstruksikan:"),)),
            Section("kepada", "Kepada", SectionStyle.LABELLED, starter=(item("[jabatan]"),)),
            Section("untuk", "Untuk", SectionStyle.DIKTUM),
        ),
        about="Tentang",
        names_signer=True,
    ),
    NaskahKind.KEPUTUSAN: Form(
        "Keputusan",
        Layout.TITLE,
        (
            Section("menimbang", "Menimbang", SectionStyle.LABELLED, lettered=True),
            Section("mengingat", "Mengingat", SectionStyle.LABELLED),
            Section("memperhatikan", "Memperhatikan", SectionStyle.LABELLED, is_needed=False),
            Section("menetapkan", "Menetapkan", SectionStyle.DIKTUM, lead="MEMUTUSKAN:"),
        ),
        about="Tentang",
        names_signer=True,
        decides=True,
    ),
    NaskahKind.SURAT_PENGANTAR: Form(
        "Surat pengantar",
        Layout.TITLE,
        (
            Section(
                "isi",
                "Yang dikirim",
                starter=(
                    table(
                        ("No.", "Naskah atau barang yang dikirim", "Banyaknya", "Keterangan"),
                        ("1.", "[naskah]", "[jumlah]", "[keterangan]"),
                    ),
                ),
            ),
        ),
        has_address=True,
    ),
    NaskahKind.SURAT_KETERANGAN: Form("Surat keterangan", Layout.TITLE, (_ISI,)),
    NaskahKind.SURAT_PERNYATAAN_TUGAS: Form("Surat pernyataan melaksanakan tugas", Layout.TITLE, (_ISI,)),
    NaskahKind.SURAT_IZIN: Form("Surat izin", Layout.TITLE, (_DASAR, _ISI), about="Tentang"),
    NaskahKind.REKOMENDASI: Form("Rekomendasi", Layout.TITLE, (_DASAR, _ISI), about="Tentang"),
    NaskahKind.SURAT_KUASA: Form(
        "Surat kuasa",
        Layout.TITLE,
        (
            Section(
                "isi",
                "Isi",
                starter=(
                    paragraph("Yang bertanda tangan di bawah ini memberi kuasa kepada:"),
                    table(("Nama", "[nama]"), ("Jabatan", "[jabatan]")),
                    paragraph("untuk [hal yang dikuasakan]."),
                ),
            ),
        ),
    ),
    NaskahKind.SURAT_PANGGILAN: Form(
        "Surat panggilan",
        Layout.LETTER,
        (
            Section(
                "isi",
                "Isi",
                starter=(
                    paragraph("Dengan ini diminta kedatangan Saudara di [kantor] pada:"),
                    table(
                        ("Hari, tanggal", "[hari, tanggal]"),
                        ("Waktu", "[pukul]"),
                        ("Tempat", "[tempat]"),
                        ("Menghadap kepada", "[jabatan]"),
                        ("Untuk", "[keperluan]"),
                    ),
                ),
            ),
        ),
        has_address=True,
    ),
    NaskahKind.BERITA_ACARA: Form(
        "Berita acara",
        Layout.TITLE,
        (
            Section(
                "isi",
                "Isi",
                starter=(
                    paragraph("Pada hari ini [hari, tanggal dengan huruf] telah dilaksanakan [kegiatan] oleh:"),
                    item("[nama, jabatan], selanjutnya disebut PIHAK PERTAMA; dan"),
                    item("[nama, jabatan], selanjutnya disebut PIHAK KEDUA."),
                ),
            ),
        ),
        about="Tentang",
        has_parties=True,
    ),
    NaskahKind.LAPORAN: Form(
        "Laporan",
        Layout.TITLE,
        _headed("Pendahuluan", "Kegiatan yang dilaksanakan", "Hasil yang dicapai", "Simpulan dan saran", "Penutup"),
        about="Tentang",
    ),
    NaskahKind.TELAAHAN_STAF: Form(
        "Telaahan staf",
        Layout.NOTE,
        _headed("Persoalan", "Praanggapan", "Fakta yang mempengaruhi", "Analisis", "Simpulan", "Saran"),
        has_address=True,
    ),
    NaskahKind.NOTA_KESEPAKATAN: Form(
        "Nota kesepakatan",
        Layout.TITLE,
        (
            Section("para_pihak", "Para pihak"),
            *_headed("Maksud dan tujuan", "Ruang lingkup", "Pelaksanaan", "Jangka waktu", "Penutup"),
        ),
        about="Tentang",
        has_parties=True,
    ),
    NaskahKind.RADIOGRAM: Form("Radiogram", Layout.NOTE, (_ISI,), has_address=True),
}
