"""Write the next part of a new series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.invitees import AT_ONCE
from functions.eagenda.domain.room import LONGEST_BOOKING, SLOT, RoomTaken
from functions.eagenda.series import SERIES
from functions.eagenda.written_series import part_name, prepare_part, write_part
from shared.events.eagenda_series import SeriesWritingMoved
from shared.jobs.advance import MOST_WRITES, advance
from shared.jobs.job import JobRow, RowVerdict
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.refusals import InvalidField

if TYPE_CHECKING:
    from shared.jobs.job import Job

_RIGHT = "the job's own event"
_OF_AGENDA = 8  # the agenda, how notices name it, its secret, its posts, the job and its report
assert AT_ONCE + LONGEST_BOOKING // SLOT + _OF_AGENDA < MOST_WRITES  # noqa: S101 -- a part is one transaction


@reaction(to=SeriesWritingMoved)
def write_series(moved: SeriesWritingMoved, ctx: Context) -> None:
    """Write the next part; a day whose room was taken meanwhile, or that is over, stands in the report."""

    def work(job: Job) -> list[JobRow]:
        series = ctx.get(SERIES, moved.series_id, right_from=_RIGHT)
        number = job.done + 1  # the first part was written with the series
        name = part_name(series, number)
        try:
            part = prepare_part(series, number, ctx)
        except RoomTaken as refusal:
            return [JobRow(number, name, RowVerdict.REFUSED, refusal.detail)]
        except InvalidField:
            return [JobRow(number, name, RowVerdict.REFUSED, "Waktunya sudah lewat sebelum agenda ini dibuat.")]
        if part is None:
            return [JobRow(number, name, RowVerdict.UNCHANGED, "Tanggal ini tidak dibuat, dibatalkan, atau selesai.")]
        write_part(series, part, ctx)
        return [JobRow(number, name, RowVerdict.CREATED, f"{len(part.people.new)} orang diundang.")]

    advance(moved, ctx, work)
