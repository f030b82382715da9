"""Submitting a naskah."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from functions.eoffice.domain.letter import Sifat
from functions.eoffice.domain.naskah import Checker, Destination, NaskahState, SectionText
from functions.eoffice.domain.naskah_decision import Verdict
from functions.eoffice.domain.naskah_kind import NaskahKind
from functions.eoffice.submit_naskah import NaskahToSubmit, submit_naskah
from shared.directory.model import ORGANISATIONS, POSITIONS, Organisation, OrganisationKind, Position
from shared.kernel.problems import Stale
from shared.refusals import InvalidField, RecordMissing
from shared.rules.chain import StepRole
from shared.rules.rich_text import paragraph
from shared.tasks.task import TASKS, TaskKind, task_id
from tests.eoffice.drafting_room import HAL
from tests.eoffice.mail_room import TODAY

if TYPE_CHECKING:
    from tests.eoffice.drafting_room import DraftingRoom

DAY = timedelta(days=1)


def test_it_lies_before_its_first_checker_who_reads_it_now(drafting: DraftingRoom) -> None:
    naskah_id = drafting.drafted()
    assert drafting.submit(naskah_id).held_by == ("Jabatan kabid",)
    assert drafting.submit(naskah_id).already
    [task] = drafting.waiting(drafting.field)
    assert (task.kind, task.title, task.link) == (TaskKind.NASKAH_TO_CHECK, HAL, f"/surat/keluar/{naskah_id}")
    assert task.due == datetime(2026, 12, 1, 9, tzinfo=UTC)  # five working days, 16.00 WIB
    shown = drafting.open(naskah_id, by=drafting.field).naskah
    assert (shown.my_turn, shown.state, shown.edition) == (StepRole.CHECK, NaskahState.SUBMITTED, 1)
    assert [it.verdict for it in shown.thread] == [Verdict.SUBMITTED]
    assert drafting.waiting(drafting.secretary) == []
    with pytest.raises(RecordMissing):
        drafting.open(naskah_id, by=drafting.secretary)


def test_without_checkers_it_lies_before_who_signs(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted(checkers=())
    assert drafting.naskah(naskah_id).state is NaskahState.CHECKED
    assert [it.kind for it in drafting.waiting(drafting.head)] == [TaskKind.NASKAH_TO_SIGN]


def test_checkers_of_one_order_are_asked_beside_one_another(drafting: DraftingRoom) -> None:
    drafting.submitted(checkers=(Checker("kabid", 3), Checker("sekdis", 3)))
    assert len(drafting.waiting(drafting.field)) == len(drafting.waiting(drafting.secretary)) == 1


def test_an_addressee_is_named_by_the_title_of_the_day(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted(destinations=(Destination("ditulis lain", "Mojokerto", "kaban"),))
    assert drafting.naskah(naskah_id).says.destinations[0].name == "Jabatan kaban"


def test_a_secret_naskah_says_nothing_in_tasks_and_asks_the_holder_alone(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted(sifat=Sifat.RAHASIA)
    [task] = drafting.waiting(drafting.field)
    assert HAL not in str((task.title, task.detail))
    stored = drafting.desk.found(TASKS, task_id(TaskKind.NASKAH_TO_CHECK, f"{naskah_id}:kabid"))
    assert stored is not None
    assert stored.addressees == ("holder:kabid",)


LACKING: tuple[tuple[dict[str, Any], str, str], ...] = (
    ({"hal": ""}, "/says/hal", "Isi hal"),
    ({"klasifikasi": ""}, "/says/klasifikasi", "klasifikasi"),
    ({"destinations": ()}, "/says/destinations", "ditujukan"),
    ({"destinations": (Destination("", "Surabaya"),)}, "/says/destinations/0", "nama tujuannya"),
    ({"destinations": (Destination("Dinas lama", "", "bubar"),)}, "/says/destinations/0", "tidak ada"),
    ({"copies": (Destination("Dinas lama", "", "bubar"),)}, "/says/copies/0", "tidak ada"),
    ({"sections": (SectionText("isi"),)}, "/says/sections/0/blocks", "kosong"),
    ({"sections": (SectionText("isi", (paragraph("pada [tanggal]"),)),)}, "/says/sections/0/blocks", "tanggal"),
    ({"attachment": (paragraph("[daftar]"),)}, "/says/attachment", "daftar"),
    ({"signer_id": ""}, "/says/signer_id", "menandatangani"),
    ({"signer_id": "bubar"}, "/says/signer_id", "tidak ada"),
    ({"checkers": (Checker("bubar", 1),)}, "/says/checkers/0", "tidak ada"),
    ({"checkers": (Checker("kabid", 1), Checker("kabid", 2))}, "/checkers", "satu kali"),
    ({"checkers": (Checker("kadis", 1),)}, "/checkers", "penanda tangan"),
    ({"through": "Sekretaris Daerah"}, "/in_name_of", "a.n."),
)


def test_what_lacks_something_is_refused_with_its_place(drafting: DraftingRoom) -> None:
    drafting.desk.given(ORGANISATIONS, Organisation("lama", OrganisationKind.OPD, "Lama", "Lama", ends_on=TODAY - DAY))
    drafting.desk.given(POSITIONS, Position("bubar", "lama", "Kepala Dinas Lama"))
    for changes, pointer, words in LACKING:
        naskah_id = drafting.drafted(**changes)
        with pytest.raises(InvalidField, match=words) as refused:
            drafting.submit(naskah_id)
        assert refused.value.facts["errors"][0]["pointer"] == pointer
        assert drafting.naskah(naskah_id).state is NaskahState.DRAFTED


def test_of_a_surat_tugas_somebody_is_sent_and_of_a_berita_acara_two_sign(drafting: DraftingRoom) -> None:
    tugas, acara = drafting.start(NaskahKind.SURAT_TUGAS), drafting.start(NaskahKind.BERITA_ACARA)
    filled = (paragraph("Perintah"),)
    drafting.write(tugas, sections=(SectionText("dasar", filled), SectionText("untuk", filled)))
    with pytest.raises(InvalidField, match="ditugasi"):
        drafting.submit(tugas)
    drafting.write(acara, sections=(SectionText("isi", filled),))
    with pytest.raises(InvalidField, match="pihak lain"):
        drafting.submit(acara)


def test_only_who_drafts_it_submits_it_and_as_they_saw_it(drafting: DraftingRoom) -> None:
    naskah_id = drafting.drafted()
    with pytest.raises(RecordMissing):
        drafting.submit(naskah_id, by=drafting.head)
    with pytest.raises(Stale):
        drafting.desk.call(submit_naskah, NaskahToSubmit(naskah_id, 1), by=drafting.staff)
