"""The page of a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.papers.show_surat_keterangan import show_surat_keterangan
from shared.refusals import RecordMissing
from shared.register import RegisterState
from tests.papers.letters import NAME

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.papers.letters import Letters


def test_it_tells_all_that_the_letter_states_and_where_it_stands(letters: Letters) -> None:
    prepared = letters.prepare(in_name_of="Bupati Mojokerto", through="Sekretaris Daerah", purpose="kenaikan pangkat")
    shown = letters.shown(prepared.letter_id)
    assert (shown.number, shown.state, shown.is_own) == (prepared.number, RegisterState.TAKEN, True)
    assert (shown.employee_name, shown.changes, shown.purpose) == ("Budi", (NAME,), "kenaikan pangkat")
    assert shown.signature_lines == ("a.n. BUPATI MOJOKERTO", "SEKRETARIS DAERAH", "u.b.", "JABATAN TINI,")
    assert (shown.prepared_by, shown.code, shown.document_sha256) == ("Ratna", "", "")


def test_the_number_of_the_employee_is_masked(letters: Letters) -> None:
    letter_id = letters.prepare().letter_id
    params = {"letter_id": letter_id}
    answer = letters.desk.request(show_surat_keterangan, params=params, token=letters.desk.token(letters.ratna))
    assert answer.get_json()["employee_nip"] == "1986••••••••••1001"


def test_another_offices_letter_looks_like_none(letters: Letters, stranger: Actor) -> None:
    letter_id = letters.prepare().letter_id
    for missing, by in ((letter_id, stranger), ("none", letters.ratna)):
        with pytest.raises(RecordMissing):
            letters.shown(missing, by=by)
