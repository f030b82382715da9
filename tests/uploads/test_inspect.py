"""Looking at files: what offices send passes, and what hides, acts or bursts does not."""

from __future__ import annotations

import io
import time
import zipfile
import zlib

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.actions import JavaScript

from shared.rules.files import FileFault, FileKind
from shared.uploads.faulty import Faulty
from shared.uploads.inspect import inspect
from tests.uploads.files import office, pdf, picture, xlsx

WEB_PAGE = b"<!doctype html><html><script>alert(document.domain)</script></html>"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TEMPLATE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def fault(kind: FileKind, content: bytes, seconds: float = 20.0) -> FileFault:
    with pytest.raises(Faulty) as found:
        inspect(kind, content, seconds=seconds)
    return found.value.fault


def changed_pdf(change: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf()))
    match change:
        case "script":
            writer.add_open_action(JavaScript("app.alert('halo')"))
        case "attachment":
            writer.add_attachment("makro.exe", b"MZ")
        case "password":
            writer.encrypt("rahasia", algorithm="RC4-128")
        case "no changes allowed":
            writer.encrypt("", "pemilik", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def relations(kind: str, target: str) -> bytes:
    text = f'<Relationship Id="r1" Type="{kind}" Target="{target}" TargetMode="External"/>'
    return office(parts={"word/_rels/settings.xml.rels": f'<Relationships xmlns="{RELATIONS}">{text}</Relationships>'})


def bomb(unpacked: int) -> bytes:
    return office(parts={"word/media/image1.bmp": bytes(unpacked)})


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (FileKind.PDF, pdf(pages=3)),
        (FileKind.PDF, pdf() + b"\r\n\n"),
        (FileKind.PDF, changed_pdf("no changes allowed")),
        (FileKind.DOCX, office("docx")),
        (FileKind.PPTX, office("pptx", parts={"ppt/embeddings/Microsoft_Excel_Sheet1.xlsx": xlsx()})),
        (FileKind.XLSX, xlsx()),
        (FileKind.DOCX, relations(LINK, "https://mojokertokab.go.id")),
        (FileKind.DOCX, relations(TEMPLATE, "file:///C:\\Users\\dewi\\Dinas.dotm")),
    ],
)
def test_what_offices_send_is_kept_to_the_last_byte(kind: FileKind, content: bytes) -> None:
    assert inspect(kind, content) == content


@pytest.mark.parametrize("kind", list(FileKind))
@pytest.mark.parametrize("content", [WEB_PAGE, DRAWING, b""])
def test_content_of_another_kind_is_refused(kind: FileKind, content: bytes) -> None:
    assert fault(kind, content) is FileFault.OTHER_CONTENT


def test_a_file_of_one_kind_under_the_name_of_another_is_refused() -> None:
    assert fault(FileKind.PNG, picture("JPEG")) is FileFault.OTHER_CONTENT
    assert fault(FileKind.JPEG, picture("GIF")) is FileFault.OTHER_CONTENT
    assert fault(FileKind.XLSX, office("docx")) is FileFault.OTHER_CONTENT
    assert fault(FileKind.PDF, office("docx")) is FileFault.OTHER_CONTENT
    assert fault(FileKind.DOCX, zipped("a.txt")) is FileFault.OTHER_CONTENT


def test_a_picture_keeps_its_dots_and_loses_what_was_beside_them() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Kamera"
    exif[0x8825] = {1: "S", 2: (7.0, 28.0, 0.0)}  # where it was taken
    exif[0x0112] = 6  # held upright
    taken = picture("JPEG", exif=exif, comment=b"<script>alert(1)</script>")
    kept = inspect(FileKind.JPEG, taken)
    drawn = Image.open(io.BytesIO(kept))
    assert drawn.size == (30, 40)
    assert drawn.convert("RGB").getpixel((15, 5)) == pytest.approx((255, 0, 0), abs=5)
    assert drawn.convert("RGB").getpixel((15, 35)) == pytest.approx((255, 255, 255), abs=5)
    assert not drawn.getexif()
    assert b"script" not in kept
    assert b"Kamera" not in kept


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_what_hangs_on_a_picture_is_cut_off(form: str) -> None:
    polyglot = picture(form) + office() + WEB_PAGE
    assert zipfile.is_zipfile(io.BytesIO(polyglot))
    kept = inspect(FileKind(form.lower()), polyglot)
    assert not zipfile.is_zipfile(io.BytesIO(kept))
    assert b"<script" not in kept


def test_the_same_picture_is_drawn_the_same() -> None:
    assert inspect(FileKind.JPEG, picture()) == inspect(FileKind.JPEG, picture())


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "I;16"])
def test_a_picture_of_any_colours_stays_a_picture(mode: str) -> None:
    made = io.BytesIO()
    Image.new(mode, (20, 10)).save(made, "PNG")
    assert Image.open(io.BytesIO(inspect(FileKind.PNG, made.getvalue()))).size == (20, 10)


def test_a_printers_picture_becomes_one_for_screens() -> None:
    made = io.BytesIO()
    Image.new("CMYK", (20, 10)).save(made, "JPEG")
    assert Image.open(io.BytesIO(inspect(FileKind.JPEG, made.getvalue()))).mode == "RGB"


def test_a_picture_that_bursts_is_refused() -> None:
    dots = b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", (50_000).to_bytes(4) + (50_000).to_bytes(4) + b"\x08\x02\x00\x00\x00"),
            _chunk(b"IDAT", zlib.compress(bytes(1_000_000))),
            _chunk(b"IEND", b""),
        ]
    )
    assert fault(FileKind.PNG, dots) is FileFault.TOO_MUCH


def test_a_cut_picture_is_damaged() -> None:
    assert fault(FileKind.JPEG, picture(size=(400, 300))[:-200]) is FileFault.DAMAGED


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"\n" + pdf(), FileFault.OTHER_CONTENT),
        (WEB_PAGE + pdf(), FileFault.OTHER_CONTENT),
        (pdf() + office(), FileFault.FOREIGN),
        (pdf() + WEB_PAGE, FileFault.FOREIGN),
        (pdf()[:-30], FileFault.FOREIGN),
        (b"%PDF-1.7\n%%EOF", FileFault.DAMAGED),
        (b"%PDF-1.7\n" + b"1 0 obj" * 100 + b"\n%%EOF\n", FileFault.DAMAGED),
        (changed_pdf("script"), FileFault.ACTIVE),
        (changed_pdf("attachment"), FileFault.ACTIVE),
        (changed_pdf("password"), FileFault.LOCKED),
    ],
)
def test_a_pdf_that_is_more_or_less_than_a_document_is_refused(content: bytes, expected: FileFault) -> None:
    assert fault(FileKind.PDF, content) is expected


def test_a_script_is_found_in_packed_objects_too() -> None:
    assert inspect(FileKind.PDF, packed_pdf("<</S/URI/URI(https://mojokertokab.go.id)>>"))
    hidden = packed_pdf("<</S/J#61vaScript/J#53(app.alert\\(1\\))>>")
    assert b"alert" not in hidden
    assert len(PdfReader(io.BytesIO(hidden)).pages) == 1
    assert fault(FileKind.PDF, hidden) is FileFault.ACTIVE


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"x" + office(), FileFault.OTHER_CONTENT),
        (office() + WEB_PAGE, FileFault.FOREIGN),
        (picture() + office(), FileFault.OTHER_CONTENT),
        (office()[:-10], FileFault.DAMAGED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), FileFault.LOCKED),
        (office(parts={"word/vbaProject.bin": b"macro"}), FileFault.ACTIVE),
        (office(parts={"word/embeddings/oleObject1.bin": b"ole"}), FileFault.ACTIVE),
        (office(parts={"word/embeddings/setup.exe": b"MZ"}), FileFault.ACTIVE),
        (office(parts={"word/afchunk.html": WEB_PAGE}), FileFault.ACTIVE),
        (office(main="application/vnd.ms-word.document.macroEnabled.main+xml"), FileFault.ACTIVE),
        (relations(TEMPLATE, "https://evil.example/a.dotm"), FileFault.ACTIVE),
        (relations(TEMPLATE, "\\\\evil.example\\share\\a.dotm"), FileFault.ACTIVE),
        (relations(TEMPLATE, "file://evil.example/a.dotm"), FileFault.ACTIVE),
        (office(parts={"../../etc/cron.d/x": b"x"}), FileFault.FOREIGN),
        (office(parts={"/etc/passwd": b"x"}), FileFault.FOREIGN),
        (office(parts={"MAIN.xml": b"x"}), FileFault.FOREIGN),
        (bomb(60_000_000), FileFault.TOO_MUCH),
    ],
)
def test_an_office_file_that_hides_or_acts_or_bursts_is_refused(content: bytes, expected: FileFault) -> None:
    assert fault(FileKind.DOCX, content) is expected


def test_entities_that_grow_without_end_are_not_read() -> None:
    laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><Relationships>&b;</Relationships>'
    assert fault(FileKind.DOCX, office(parts={"_rels/.rels": laughs})) is FileFault.ACTIVE


def test_parts_that_share_their_bytes_are_refused() -> None:
    """A bomb whose directory names one packed part many times (D. Fifield, A better zip bomb, 2019)."""
    whole = office(parts={"a": bytes(100_000)})
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        directory = archive.start_dir
    entries = whole[directory:-22]
    end = bytearray(whole[-22:])
    end[8:12] = (6).to_bytes(2, "little") * 2
    end[12:16] = (2 * len(entries)).to_bytes(4, "little")
    renamed = entries.replace(b"main.xml", b"niam.xml").replace(b"[Content", b"]Content")[:-1] + b"b"
    assert fault(FileKind.DOCX, whole[:directory] + entries + renamed + bytes(end)) is FileFault.FOREIGN


def test_a_locked_part_is_refused() -> None:
    locked = bytearray(office())
    with zipfile.ZipFile(io.BytesIO(bytes(locked))) as archive:
        directory = archive.start_dir
    locked[6] |= 1
    locked[directory + 8] |= 1
    assert fault(FileKind.DOCX, bytes(locked)) is FileFault.LOCKED


def test_a_file_that_takes_too_long_is_given_up() -> None:
    began = time.monotonic()
    assert fault(FileKind.JPEG, picture(size=(9000, 6000)), seconds=0.05) is FileFault.TOO_MUCH
    assert time.monotonic() - began < 5


def packed_pdf(action: str) -> bytes:
    """Return a PDF whose objects lie packed in one stream, the action among them (ISO 32000-2, 7.5.7 and 7.5.8)."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        action,
    ]
    offsets = [sum(len(earlier) + 1 for earlier in objects[:number]) for number in range(len(objects))]
    head = " ".join(f"{number} {offset}" for number, offset in enumerate(offsets, 1)) + " "
    packed = zlib.compress((head + " ".join(objects)).encode())
    start = b"%PDF-1.7\n"
    stream = _stream(5, f"/Type/ObjStm/N 4/First {len(head)}", packed)
    rows = [(0, 0, 255), *((2, 5, index) for index in range(4)), (1, len(start), 0), (1, len(start + stream), 0)]
    table = zlib.compress(b"".join(bytes([kind]) + where.to_bytes(2) + bytes([last]) for kind, where, last in rows))
    xref = _stream(6, "/Type/XRef/Size 7/W[1 2 1]/Root 1 0 R", table)
    return start + stream + xref + f"startxref\n{len(start + stream)}\n%%EOF\n".encode()


def _stream(number: int, described: str, packed: bytes) -> bytes:
    head = f"{number} 0 obj\n<<{described}/Filter/FlateDecode/Length {len(packed)}>>stream\n"
    return head.encode() + packed + b"\nendstream\nendobj\n"


def zipped(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, "halo")
    return made.getvalue()


def _chunk(name: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4) + name + content + zlib.crc32(name + content).to_bytes(4)
