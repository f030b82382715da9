"""A proposal waits in the *Kerja saya* of those who may approve it, until it is decided."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from functions.portal.list_tasks import WhichTasks, list_tasks
from functions.portal.listed_task import ListedTask
from functions.tables.reject_proposal import ProposalToReject, reject_proposal
from functions.tables.withdraw_proposal import ProposalToWithdraw, withdraw_proposal
from shared.tasks.task import TASKS, TaskKind, TaskState, task_id
from tests.portal.notices import told

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.tables.table_desk import TableDesk


def waiting(tables: TableDesk, by: Actor) -> list[ListedTask]:
    """Return what waits for somebody."""
    return list(tables.desk.call(list_tasks, WhichTasks(), by=by).items)


def test_a_proposal_waits_for_the_other_administrator_until_the_day_before_it_would_hold(
    tables: TableDesk, rina: Actor
) -> None:
    proposal_id = tables.propose()
    [task] = waiting(tables, tables.hasan)
    assert (task.subject_id, task.within_id, task.asked_by) == (proposal_id, "eagenda-tamu", "Dewi")
    assert (task.title, task.detail) == (tables.shown().title, "Usulan berlaku mulai 1 Januari 2027")
    assert task.due == datetime(2026, 12, 31, 16, 59, tzinfo=UTC)
    assert waiting(tables, tables.dewi) == waiting(tables, rina) == []


def test_once_it_is_approved_nothing_waits(tables: TableDesk) -> None:
    proposal_id = tables.propose()
    tables.approve(proposal_id)
    assert waiting(tables, tables.hasan) == []
    task = tables.desk.found(TASKS, task_id(TaskKind.TABLE_PROPOSAL, proposal_id))
    assert task is not None
    assert (task.state, task.settled_by) == (TaskState.SETTLED, tables.hasan.id)


def test_once_it_is_rejected_nothing_waits(tables: TableDesk) -> None:
    rejection = ProposalToReject(tables.propose(), "Belum ada dasarnya")
    tables.desk.call(reject_proposal, rejection, by=tables.hasan)
    assert waiting(tables, tables.hasan) == []


def test_once_it_is_withdrawn_nothing_waits(tables: TableDesk) -> None:
    proposal_id = tables.propose()
    tables.desk.call(withdraw_proposal, ProposalToWithdraw(proposal_id, "Salah ketik"), by=tables.dewi)
    assert waiting(tables, tables.hasan) == []


def test_a_row_that_is_withdrawn_after_its_approval_asks_for_nothing_again(tables: TableDesk) -> None:
    proposal_id = tables.propose()
    tables.approve(proposal_id)
    tables.desk.call(withdraw_proposal, ProposalToWithdraw(proposal_id, "Salah ketik"), by=tables.dewi)
    assert waiting(tables, tables.hasan) == []


def test_who_proposed_is_told_that_it_is_approved_or_rejected_and_nobody_else(tables: TableDesk) -> None:
    tables.approve(tables.propose())
    tables.desk.deliver()
    tables.desk.clock.pass_(minutes=1)
    tables.desk.call(reject_proposal, ProposalToReject(tables.propose(date(2027, 2, 1)), "Belum"), by=tables.hasan)
    tables.desk.deliver()
    title = tables.shown().title
    assert [(it.title, it.detail, it.link) for it in told(tables.desk, tables.dewi)] == [
        ("Usulan Anda ditolak", title, "/administrasi/tabel/eagenda-tamu"),
        ("Usulan Anda disetujui", title, "/administrasi/tabel/eagenda-tamu"),
    ]
    assert told(tables.desk, tables.hasan) == []
