"""Planning a rotation from its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.domain.employee_file import ColumnsMissing
from functions.directory.domain.rotation import RotationState
from functions.directory.domain.rotation_file import MOST_MOVES, RotationEmpty, RotationTooLong
from functions.directory.plan_rotation import SentRotation, plan_rotation
from shared.directory.model import POSITIONS, SEATS, Position
from shared.refusals import RecordMissing
from shared.rules.files import FileRefused, UploadDiffers, UploadMissing
from tests.directory.rotating import TODAY, moves_file, nip_of

if TYPE_CHECKING:
    from tests.directory.rotating import Rotating


def test_a_plan_tells_every_difference_and_changes_nothing(rotating: Rotating) -> None:
    rotation_id = rotating.planned((1, "post-2"), (3, "vacant"))

    shown = rotating.shown(rotation_id)
    assert shown.state is RotationState.PLANNED
    first, second = shown.moves
    assert (first.name, first.title, first.office) == ("Pejabat 1", "Kepala Seksi 2", "Dinas Trowulan")
    assert (first.leaves, first.replaces) == (("Kepala Seksi 1",), ("Pejabat 2",))
    assert (second.leaves, second.replaces) == (("Kepala Seksi 3",), ())
    assert [it.title for it in shown.vacant] == ["Kepala Seksi 1", "Kepala Seksi 3"]
    assert shown.without_post == ("Pejabat 2",)
    assert rotating.desk.found(SEATS, "post-1") is None


def test_a_post_is_found_by_title_and_office(rotating: Rotating) -> None:
    rotation_id = rotating.send(
        moves_file(
            (nip_of(1), "", "Kepala Seksi Kosong", "dinas trowulan"),
            (nip_of(2), "", "Kepala Seksi 1", "trowulan"),
        )
    )
    assert rotating.plan(rotation_id).state is RotationState.PLANNED
    assert [it.title for it in rotating.shown(rotation_id).moves] == ["Kepala Seksi Kosong", "Kepala Seksi 1"]


def test_each_faulty_row_is_named_with_what_to_mend(rotating: Rotating) -> None:
    rotating.desk.given(POSITIONS, Position("vacant-2", "trowulan", "Kepala Seksi Kosong"))
    rotating.desk.given(POSITIONS, Position("abolished", "trowulan", "Kepala Seksi Lama", ends_on=TODAY))
    rotation_id = rotating.send(
        moves_file(
            (nip_of(1), "post-2"),
            (nip_of(7), "vacant"),
            (nip_of(2), "nowhere"),
            (nip_of(3), "", "Kepala Seksi Kosong", "trowulan"),
            (nip_of(3), "", "Kepala Seksi Kosong", "Dinas Lain"),
            ("123", "vacant"),
            (nip_of(3), "post-2"),
            (nip_of(3), "abolished"),
        )
    )
    planned = rotating.plan(rotation_id)

    assert (planned.state, planned.faults) == (RotationState.FAULTY, 7)
    said = {it.number: it.detail for it in rotating.shown(rotation_id).faults}
    assert said[3].startswith("NIP ini belum ada di direktori.")
    assert said[4].startswith("Kode jabatan tidak dikenal.")
    assert said[5].startswith("Ada 2 jabatan bernama sama")
    assert said[6].startswith("Tidak ada jabatan dengan nama itu")
    assert said[7].startswith("NIP terdiri dari 18 angka.")
    assert said[9].startswith("Jabatan ini dihapus, hari terakhirnya")
    assert said[8] == "Jabatan ini sudah diberikan pada baris 2."


def test_the_file_is_not_kept_once_it_was_read(rotating: Rotating) -> None:
    rotation_id = rotating.planned((1, "vacant"))
    assert rotating.desk.documents.load(f"directory/mutasi/{rotation_id}/berkas") is None


def test_planning_again_answers_the_same(rotating: Rotating) -> None:
    rotation_id = rotating.planned((1, "vacant"))
    assert rotating.plan(rotation_id).state is RotationState.PLANNED
    assert rotating.plan(rotation_id).faults == 0


def test_a_file_that_is_none_is_refused_and_may_be_sent_again(rotating: Rotating) -> None:
    with pytest.raises(ColumnsMissing):
        rotating.plan(rotating.send(b"Nama,Alamat\r\nBudi,Mojosari"))
    with pytest.raises(RotationEmpty):
        rotating.plan(rotating.send(moves_file()))
    with pytest.raises(RotationTooLong):
        rotating.plan(rotating.send(moves_file(*[(nip_of(1), "vacant")] * (MOST_MOVES + 1))))
    with pytest.raises(FileRefused):
        rotating.plan(rotating.send(b"\x00\x01\x02"))
    with pytest.raises(UploadMissing):
        rotating.plan(rotating.begin(moves_file()).rotation_id)


def test_another_file_than_the_announced_one_is_refused(rotating: Rotating) -> None:
    content = moves_file((nip_of(1), "vacant"))
    began = rotating.begin(content)
    other = content.replace(b"vacant", b"post-2")
    assert len(other) == len(content)
    rotating.desk.files.put(began.url, data=other, headers=began.headers)
    with pytest.raises(UploadDiffers):
        rotating.plan(began.rotation_id)


def test_no_rotation_is_not_found(rotating: Rotating) -> None:
    with pytest.raises(RecordMissing):
        rotating.desk.call(plan_rotation, SentRotation("none"), by=rotating.planner)
