"""Approving a rotation."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from functions.directory.approve_rotation import RotationToApprove, approve_rotation
from functions.directory.domain.rotation import (
    OwnRotation,
    RotationBegun,
    RotationDecided,
    RotationMoving,
    RotationNotPlanned,
    RotationState,
)
from shared.accounts.administrators import LastAdministrator
from shared.accounts.credential import CREDENTIALS, Credential
from shared.accounts.proof import PROOFS, ProofNeeded, RecentProof
from shared.directory.model import PERSONS, Person
from shared.refusals import RecordMissing
from shared.rules.notice import NoticeKind
from shared.values import Secret
from tests.directory.rotating import FIRST_DAY, moves_file, nip_of
from tests.portal.notices import told

if TYPE_CHECKING:
    from tests.directory.rotating import Rotating


def test_another_person_approves_and_it_is_written(rotating: Rotating) -> None:
    rotation_id = rotating.planned((1, "vacant"))
    approved = rotating.approve(rotation_id)
    rotating.desk.deliver()

    shown = rotating.shown(rotation_id)
    assert shown.state is RotationState.APPROVED
    assert shown.approved is not None
    assert shown.approved.name == "Bayu"
    assert shown.apply is not None
    assert (shown.apply.id, shown.apply.changed) == (approved.job_id, 2)
    assert rotating.holders("vacant") == ["p-1"]


def test_nobody_approves_their_own_plan(rotating: Rotating) -> None:
    rotation_id = rotating.planned((1, "vacant"))
    with pytest.raises(OwnRotation):
        rotating.approve(rotation_id, by=rotating.planner)


def test_approving_twice_is_one_job(rotating: Rotating) -> None:
    rotation_id = rotating.planned((1, "vacant"))
    first, again = rotating.approve(rotation_id), rotating.approve(rotation_id)
    assert (again.job_id, again.already) == (first.job_id, True)


def test_a_plan_that_changes_nothing_needs_no_job(rotating: Rotating) -> None:
    rotation_id = rotating.planned((1, "post-1"))
    assert rotating.approve(rotation_id).job_id == ""
    assert rotating.shown(rotation_id).apply is None


def test_what_is_not_planned_or_was_decided_is_not_approved(rotating: Rotating) -> None:
    with pytest.raises(RotationNotPlanned):
        rotating.approve(rotating.send(moves_file()))
    faulty = rotating.planned((1, "nowhere"))
    with pytest.raises(RotationNotPlanned):
        rotating.approve(faulty)
    cancelled = rotating.planned((1, "vacant"))
    rotating.cancel(cancelled)
    with pytest.raises(RotationDecided):
        rotating.approve(cancelled)
    with pytest.raises(RecordMissing):
        rotating.desk.call(approve_rotation, RotationToApprove("none"), by=rotating.approver)


def test_on_its_first_day_it_is_too_late_to_approve(rotating: Rotating) -> None:
    rotation_id = rotating.planned((1, "vacant"))
    rotating.desk.clock.pass_(days=7)
    assert rotating.shown(rotation_id).first_day == FIRST_DAY
    with pytest.raises(RotationBegun):
        rotating.approve(rotation_id)


def test_the_last_administrator_is_not_rotated_away(rotating: Rotating) -> None:
    rotating.desk.given(PERSONS, Person(rotating.approver.id, "Bayu", nip_of(9)))
    rotating.desk.given(CREDENTIALS, Credential(rotating.approver.id, Secret("hashed")))
    rotation_id = rotating.planned((9, "vacant"))
    with pytest.raises(LastAdministrator):
        rotating.approve(rotation_id)

    rotating.desk.given(CREDENTIALS, Credential(rotating.planner.id, Secret("hashed")))
    assert rotating.approve(rotation_id).job_id


def test_who_has_not_just_proved_themselves_approves_nothing(rotating: Rotating) -> None:
    rotation_id, by = rotating.planned((1, "vacant")), rotating.approver
    before = rotating.desk.clock.now()
    rotating.desk.clock.pass_(minutes=6)
    for proof in (RecentProof(by.session_id, by.id, before), RecentProof(by.session_id, "p-ratna", before)):
        rotating.desk.given(PROOFS, proof)
        with pytest.raises(ProofNeeded):
            rotating.desk.call(approve_rotation, RotationToApprove(rotation_id), by=by)
    assert rotating.shown(rotation_id).state is RotationState.PLANNED


def test_the_author_is_told_that_it_is_approved_and_of_what_is_given_back(rotating: Rotating) -> None:
    first, second = rotating.planned((1, "vacant")), rotating.planned((2, "vacant"))
    rotating.approve(first)
    rotating.cancel(second, by=rotating.approver)
    rotating.desk.deliver()
    news = [(it.kind, it.detail, it.link) for it in told(rotating.desk, rotating.planner)]
    about = "Mutasi 1 pejabat mulai 1 Desember 2026"
    assert sorted(news) == [
        (NoticeKind.ROTATION_APPROVED, about, f"/administrasi/mutasi/{first}"),
        (NoticeKind.ROTATION_CANCELLED, about, f"/administrasi/mutasi/{second}"),
    ]
    assert told(rotating.desk, rotating.approver) == []


def test_who_drops_their_own_plan_is_told_nothing(rotating: Rotating) -> None:
    rotating.cancel(rotating.planned((1, "vacant")))
    rotating.desk.deliver()
    assert told(rotating.desk, rotating.planner) == []


def test_of_approving_and_cancelling_at_one_moment_one_wins_and_the_posts_agree(rotating: Rotating) -> None:
    rotation_id = rotating.planned((1, "vacant"))

    def decide(approving: bool) -> bool:  # noqa: FBT001 -- mapped over
        try:
            _ = rotating.approve(rotation_id) if approving else rotating.cancel(rotation_id)
        except (RotationDecided, RotationMoving):
            return False
        return True

    with ThreadPoolExecutor(2) as crowd:
        list(crowd.map(decide, (True, False)))
    rotating.desk.deliver()
    state = rotating.shown(rotation_id).state
    assert rotating.holders("vacant") == (["p-1"] if state is RotationState.APPROVED else [])
