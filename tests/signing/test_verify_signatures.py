"""What a file's signatures are worth: each way in which somebody may have tampered with it."""

from __future__ import annotations

import io
import re
import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from pyhanko.pdf_utils.generic import NameObject, NumberObject, TextStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pypdf import PdfWriter

from shared.adapters.embedded.signing_authority import FileAuthorities
from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.adapters.local_signer import LocalSigner
from shared.rules.files import FileFault
from shared.signatures.verify import Checked, FoundSignature, Integrity, integrity_of, verify_signatures
from shared.uploads.faulty import Faulty
from tests.desk import MORNING, Clock
from tests.signing.papers import ARDI, PASSPHRASE, SITI, paper, signed_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Office = tuple[LocalSigner, tuple[str, ...]]


@contextmanager
def office_in(folder: Path) -> Iterator[Office]:
    records, authorities = SqliteRecords(folder / "records.db"), FileAuthorities(folder / "keys")
    signer = LocalSigner(records, authorities, Clock(MORNING))
    for who in (SITI, ARDI):
        signer.enrol(who, PASSPHRASE)
    yield signer, authorities.roots()
    records.close()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with office_in(tmp_path_factory.mktemp("office")) as made:
        yield made


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Return an office whose authority has the same name as ours, and another key."""
    with office_in(tmp_path_factory.mktemp("foreign")) as made:
        yield made


@pytest.fixture(scope="module")
def signed(office: Office) -> bytes:
    return signed_by(office[0]).pdf


def fault_of(content: bytes, *, seconds: float = 20.0) -> FileFault:
    with pytest.raises(Faulty) as faulty:
        verify_signatures(content, (), MORNING, seconds=seconds)
    return faulty.value.fault


def only(content: bytes, office: Office) -> FoundSignature:
    [found] = verify_signatures(content, office[1], MORNING)
    return found


def updated(content: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """Return the file with a change appended, as an editor of PDFs saves one."""
    writer, made = IncrementalPdfFileWriter(io.BytesIO(content)), io.BytesIO()
    change(writer)
    writer.write(made)
    return made.getvalue()


def other_language(writer: IncrementalPdfFileWriter) -> None:
    writer.root[NameObject("/Lang")] = TextStringObject("en")
    writer.update_root()


def other_page(writer: IncrementalPdfFileWriter) -> None:
    page, _ = writer.find_page_for_modification(0)
    page.get_object()[NameObject("/Rotate")] = NumberObject(90)
    writer.mark_update(page)


def test_it_tells_who_when_and_by_whose_root(signed: bytes, office: Office) -> None:
    found = only(signed, office)
    assert (found.signer, found.organisation, found.signed_at) == (SITI.name, SITI.organisation, MORNING)
    assert found.issuer == found.root == "CA Tanda Tangan Trowulan"
    assert (found.is_unaltered, found.is_known, found.holds) == (True, True, True)
    assert re.fullmatch("[0-9a-f]{8,40}", found.serial)


def test_an_unsigned_paper_has_none(office: Office) -> None:
    assert verify_signatures(paper(), office[1], MORNING) == ()


def test_one_altered_byte_breaks_it_wherever_it_is(signed: bytes, office: Office) -> None:
    for at in (20, len(paper()) // 2, len(paper()) - 900, len(paper()) + 40, signed.rindex(b"/ID") + 5):
        altered = signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1 :]
        try:
            found = verify_signatures(altered, office[1], MORNING)
        except Faulty:
            continue  # it can't even be read any more
        assert [it.holds for it in found] == [False] * len(found), at


def test_an_altered_content_is_broken_and_leads_to_no_root(signed: bytes, office: Office) -> None:
    at = signed.index(b"6", signed.index(b"/MediaBox"))  # of the page's width
    found = only(signed[:at] + b"5" + signed[at + 1 :], office)
    assert (found.integrity, found.root, found.holds) == (Integrity.BROKEN, "", False)


def test_an_altered_signature_is_broken(signed: bytes, office: Office) -> None:
    at = signed.index(b"/Contents <3082") + 2_000
    other = b"0" if signed[at : at + 1] != b"0" else b"1"
    assert not only(signed[:at] + other + signed[at + 1 :], office).holds


def test_a_note_in_the_room_that_a_signature_left_breaks_it(signed: bytes, office: Office) -> None:
    at = signed.rindex(b"0000>") - 20
    assert not only(signed[:at] + b"6869" + signed[at + 4 :], office).holds


@pytest.mark.parametrize("change", [other_language, other_page])
def test_what_was_saved_over_it_is_told(
    signed: bytes, office: Office, change: Callable[[IncrementalPdfFileWriter], None]
) -> None:
    found = only(updated(signed, change), office)
    assert (found.integrity, found.is_known, found.holds) == (Integrity.CHANGED, True, False)


def test_bytes_that_belong_to_nothing_are_told(signed: bytes, office: Office) -> None:
    at = re.findall(rb"startxref\s+(\d+)", signed)[-1]
    for added in (b"\n% catatan\n", b"% catatan\nstartxref\n" + at + b"\n%%EOF\n"):
        assert only(signed + added, office).integrity is Integrity.CHANGED


def test_a_change_between_two_signatures_is_told_of_the_first(signed: bytes, office: Office) -> None:
    both = signed_by(office[0], updated(signed, other_language), ARDI).pdf
    first, second = verify_signatures(both, office[1], MORNING)
    assert (first.integrity, second.integrity) == (Integrity.CHANGED, Integrity.UNALTERED)


def test_a_change_after_two_signatures_is_told_of_both(signed: bytes, office: Office) -> None:
    both = updated(signed_by(office[0], signed, ARDI).pdf, other_language)
    assert [it.integrity for it in verify_signatures(both, office[1], MORNING)] == [Integrity.CHANGED] * 2


def test_a_signature_of_another_authority_is_whole_and_unknown(signed: bytes, foreign: Office) -> None:
    found = only(signed, foreign)
    assert (found.integrity, found.root, found.holds) == (Integrity.UNALTERED, "", False)
    assert not only(signed, (foreign[0], ())).holds


def test_roots_may_come_several_in_one_file(signed: bytes, office: Office, foreign: Office) -> None:
    assert only(signed, (office[0], ("\n".join([*foreign[1], *office[1]]),))).holds


def test_a_certificate_is_judged_at_the_moment_that_the_signature_states(signed: bytes, office: Office) -> None:
    [later] = verify_signatures(signed, office[1], MORNING + timedelta(days=4000))
    assert later.holds
    [before] = verify_signatures(signed, office[1], MORNING - timedelta(days=2))  # it states a moment to come
    assert not before.is_known


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", FileFault.OTHER_CONTENT),
        (b"PK\x03\x04", FileFault.OTHER_CONTENT),
        (b"%PDF-1.7\n" + b"\x00" * 5000, FileFault.DAMAGED),
        (b"%PDF-1.7\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n", FileFault.DAMAGED),
        (paper()[: len(paper()) // 2], FileFault.DAMAGED),
    ],
)
def test_what_is_no_whole_pdf_is_called_so(content: bytes, fault: FileFault) -> None:
    assert fault_of(content) is fault


def test_an_encrypted_pdf_is_locked() -> None:
    writer, locked = PdfWriter(io.BytesIO(paper())), io.BytesIO()
    writer.encrypt("", owner_password=PASSPHRASE.reveal(), algorithm="AES-256")
    writer.write(locked)
    assert fault_of(locked.getvalue()) is FileFault.LOCKED


def test_a_file_that_takes_too_long_is_left(signed: bytes) -> None:
    began = time.monotonic()
    assert fault_of(signed, seconds=0.05) is FileFault.TOO_MUCH
    assert time.monotonic() - began < 5


GOOD = Checked(is_sound=True, covers_file=True, added="none", is_allowed=True)
FOLLOWED = replace(GOOD, covers_file=False, added="form_filling")
PROVEN = replace(GOOD, covers_file=False, added="lta_updates")
BROKEN = replace(GOOD, is_sound=False)
EXTENDED, CHANGED, UNALTERED = Integrity.EXTENDED, Integrity.CHANGED, Integrity.UNALTERED


@pytest.mark.parametrize(
    ("checked", "ends_well", "judged"),
    [
        ([], True, []),
        ([GOOD], True, [UNALTERED]),
        ([BROKEN], True, [Integrity.BROKEN]),
        ([FOLLOWED], True, [CHANGED]),  # a form filled in by nobody who signed
        ([PROVEN], True, [EXTENDED]),
        ([PROVEN], False, [CHANGED]),
        ([replace(PROVEN, is_allowed=False)], True, [CHANGED]),
        ([replace(PROVEN, added="none")], True, [CHANGED]),
        ([replace(PROVEN, added="other")], True, [CHANGED]),
        ([FOLLOWED, GOOD], True, [EXTENDED, UNALTERED]),
        ([FOLLOWED, PROVEN], True, [EXTENDED, EXTENDED]),
        ([FOLLOWED, BROKEN], True, [CHANGED, Integrity.BROKEN]),
        ([FOLLOWED, FOLLOWED, GOOD], True, [EXTENDED, EXTENDED, UNALTERED]),
        ([FOLLOWED, FOLLOWED], True, [CHANGED, CHANGED]),
    ],
)
def test_what_was_added_counts_as_signatures_only_when_the_last_one_holds(
    checked: list[Checked], judged: list[Integrity], *, ends_well: bool
) -> None:
    assert integrity_of(checked, ends_well=ends_well) == judged
