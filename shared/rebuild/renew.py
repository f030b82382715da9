"""Make the next records anew: one chunk of the job."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from shared.jobs.advance import Chunk, advance
from shared.jobs.job import JobRow, RowVerdict
from shared.rebuild.derivation import EVERY, all_derivations, find_current
from shared.rebuild.state import DERIVED, RIGHT, stored_state, with_version

if TYPE_CHECKING:
    from shared.events.portal import RebuildMoved
    from shared.jobs.job import Job
    from shared.kernel.context import Context
    from shared.rebuild.derivation import Derivation

AT_ONCE = 50  # records: of a person, half a dozen others are read


@dataclass(frozen=True, slots=True)
class _Met:
    """The next records of a derivation, what came to its end before them, and from where to go on."""

    derivation: Derivation[Any] | None
    keys: tuple[str, ...]
    ended: tuple[tuple[str, int], ...]
    next: RebuildMoved


def renew(moved: RebuildMoved, ctx: Context) -> None:
    """Make the next records anew where the store says otherwise; a derivation that is through keeps its version."""

    def work(job: Job) -> Chunk:
        state = stored_state(ctx)
        met = _meet(moved, all_derivations(), ctx)
        changes = [(key, list(_outdated(met.derivation, key, ctx))) for key in met.keys]

        for _, changed in changes:
            for change in changed:
                change.write(ctx)
        if met.ended:
            is_over = not met.next.left
            ctx.put(DERIVED, replace(with_version(state, met.ended), ended_at=ctx.now if is_over else state.ended_at))
        rows = [
            JobRow(
                job.done + place,
                f"{met.derivation.title}: {key}" if met.derivation else key,
                RowVerdict.CREATED if any(it.is_new for it in changed) else RowVerdict.CHANGED,
            )
            for place, (key, changed) in enumerate(changes, 1)
            if changed
        ]
        done = job.done + len(met.keys)
        total = max(job.total, done + 1) if met.next.left else done
        return Chunk(rows, len(met.keys) - len(rows), total, met.next)

    advance(moved, ctx, work)


def _meet(moved: RebuildMoved, known: dict[str, Derivation[Any]], ctx: Context) -> _Met:
    """Read the next records; derivations without any more come to their end on the way."""
    ended: list[tuple[str, int]] = []
    left = tuple(name for name in moved.left if name in known)  # another may be no longer in the code
    moved = moved if left == moved.left else replace(moved, left=left, cursor="")
    while moved.left:
        derivation = known[moved.left[0]]
        # A release that came in the middle makes all of it anew: what went before was by another version.
        cursor = moved.cursor if moved.version == derivation.version else ""
        page = ctx.list(derivation.source, EVERY, cursor=cursor or None, limit=AT_ONCE, right_from=RIGHT)
        if page.next_cursor:
            moved = replace(moved, version=derivation.version, cursor=page.next_cursor)
        else:
            ended.append((derivation.name, derivation.version))
            moved = replace(moved, left=moved.left[1:], cursor="")
        if page.items:
            return _Met(derivation, tuple(key for key, _ in page.items), tuple(ended), moved)
    return _Met(None, (), tuple(ended), moved)


def _outdated(derivation: Derivation[Any] | None, key: str, ctx: Context) -> Any:  # noqa: ANN401 -- of every type
    value = find_current(derivation, key, ctx) if derivation else None
    return derivation.outdated(key, value, ctx) if derivation and value is not None else ()
