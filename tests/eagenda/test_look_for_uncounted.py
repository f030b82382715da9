"""Lists that were closed before there was a recap, and lists that got stuck."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.derived import RECAPS
from functions.eagenda.look_for_uncounted import look_for_uncounted
from functions.eagenda.recaps import COUNTED_LISTS, PERSON_RECAPS, person_recap_key
from functions.eagenda.records import AGENDAS
from shared.actor import service
from shared.kernel.context import Call, Context
from tests.eagenda.one_store import one_store
from tests.eagenda.recapping import YEAR, Bapenda

if TYPE_CHECKING:
    from tests.desk import Desk
    from tests.eagenda.meeting import Meeting


def derive(desk: Desk, meeting: Meeting) -> int:
    """Put in the queue what the derivation finds, as its job does; return how many lists."""

    def work(transaction: object) -> int:
        ctx = Context(Call(service("portal_renew_derived"), desk.clock.now(), "derive"), desk, transaction, "derive")  # type: ignore[arg-type]
        agenda = ctx.get(AGENDAS, meeting.id, right_from="the test")
        changes = list(RECAPS.outdated(meeting.id, agenda, ctx))
        for change in changes:
            change.write(ctx)
        return len(changes)

    return desk.records.transact(work)


def test_a_list_that_was_never_counted_is_counted_by_the_schedule_and_only_once(desk: Desk) -> None:
    bapenda = Bapenda(desk)
    meeting = bapenda.meet()
    meeting.close()  # told to nobody: as if it had been closed before this release
    assert derive(desk, meeting) == 1
    assert bapenda.own(bapenda.bella).lists_on_the_way == 1

    desk.clock.pass_(minutes=30)
    desk.run_scheduled(look_for_uncounted)
    desk.deliver()
    assert bapenda.office(bapenda.heni).recap.counts.invited == 6
    assert bapenda.own(bapenda.bella).lists_on_the_way == 0
    assert derive(desk, meeting) == 0


@one_store
def test_a_list_that_is_counted_otherwise_now_is_counted_anew_and_not_on_top(desk: Desk) -> None:
    bapenda = Bapenda(desk)
    meeting = bapenda.closed()
    key = person_recap_key(YEAR, "bapenda", bapenda.bella.id, is_secret=False)
    counted, recap = desk.found(COUNTED_LISTS, meeting.id), desk.found(PERSON_RECAPS, key)
    assert counted
    assert recap
    older = replace(counted, version=0)
    desk.given(COUNTED_LISTS, older)
    desk.given(PERSON_RECAPS, replace(recap, version=0))
    assert bapenda.own(bapenda.bella).recap.counts.meetings == 0  # what was counted otherwise says nothing now

    assert derive(desk, meeting) == 1
    desk.clock.pass_(minutes=30)
    desk.run_scheduled(look_for_uncounted)
    desk.deliver()
    assert desk.found(COUNTED_LISTS, meeting.id).is_done  # type: ignore[union-attr]
