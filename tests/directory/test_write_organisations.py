"""Writing the regency's own organisations."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from functions.directory.fill_organisations import OrganisationsToFill, fill_organisations
from functions.directory.known_organisations import known_organisations
from functions.directory.list_organisations import BranchOfOrganisations, list_organisations
from shared.directory.directory import path_of
from shared.directory.model import ORGANISATIONS
from shared.jobs.job import JOBS, JobState
from shared.permissions import Permission

if TYPE_CHECKING:
    from shared.actor import Actor
    from shared.jobs.job import Job
    from tests.desk import Desk

ALL = (Permission.MANAGE_DIRECTORY, Permission.READ_DIRECTORY)


def filled(desk: Desk, by: Actor) -> Job:
    job_id = desk.call(fill_organisations, OrganisationsToFill(), by=by).job_id
    desk.deliver()
    job = desk.found(JOBS, job_id)
    assert job is not None
    return job


def test_the_regency_has_eighteen_kecamatan_and_all_their_desa_and_kelurahan() -> None:
    kinds = Counter(it.kind.value for it in known_organisations())
    assert (kinds["kecamatan"], kinds["desa"], kinds["kelurahan"]) == (18, 299, 5)
    assert len({it.id for it in known_organisations()}) == len(known_organisations())


def test_setda_has_its_bagian() -> None:
    assert "Bagian Organisasi" in {it.name for it in known_organisations() if it.parent_id == "setda"}


def test_each_stands_after_the_one_above_it() -> None:
    seen: set[str] = set()
    for it in known_organisations():
        assert it.parent_id is None or it.parent_id in seen
        seen.add(it.id)


def test_all_are_added_once_and_what_was_there_stays(desk: Desk) -> None:
    ratna = desk.employee("Ratna", *ALL)  # of Diskominfo, which is there before
    first, again = filled(desk, ratna), filled(desk, ratna)

    assert (first.state, first.created, first.unchanged) == (JobState.COMPLETED, first.total - 1, 1)
    assert (again.created, again.unchanged) == (0, first.total)
    units = desk.call(list_organisations, BranchOfOrganisations("kec-trowulan"), by=ratna).items
    assert "Desa Trowulan" in {it.name for it in units}
    desa = desk.found(ORGANISATIONS, "desa-35.16.12.2001")
    assert desa is not None
    assert path_of(desa, lambda key: desk.found(ORGANISATIONS, key)) == (desa.id, "kec-trowulan")
