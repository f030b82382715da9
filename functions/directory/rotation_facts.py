"""What the directory knows of the people and posts that a rotation's rows name, and the plan that follows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from functions.directory.domain.rotation import RowFault
from functions.directory.domain.rotation_plan import Move, PostChanges, plan
from functions.directory.records import PlannedMove, RotationPlan, VacatedPost
from shared.directory.appointing import Post, load_post
from shared.directory.model import APPOINTMENTS, BY_NIP, BY_PERSON, BY_TITLE, POSITIONS, Person
from shared.directory.people import find_by_number
from shared.refusals import RecordMissing
from shared.rules.appointment import AppointmentKind
from shared.rules.calendar import long_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from functions.directory.domain.rotation_file import RotationRow
    from shared.kernel.context import ReadContext

_RIGHT = "the right to manage the directory"
_ALIKE_AT_MOST = 100  # posts with one title


class _Unknown(Exception):
    """A row names somebody or something that the directory does not have; the message says what to mend."""


@dataclass(slots=True)
class _Found:
    posts: dict[str, Post] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)


def plan_rows(
    rotation_id: str, rows: Sequence[RotationRow], first_day: date, ctx: ReadContext
) -> RotationPlan | tuple[RowFault, ...]:
    """Return the plan of all rows, or the faults where a row has one: half a rotation would be none."""
    found, moves = _Found(), []
    faults = {row.number: row.fault for row in rows if row.fault}
    for row in rows:
        if row.fault:
            continue
        try:
            moves.append(_move(row, first_day, found, ctx))
        except _Unknown as unknown:
            faults[row.number] = str(unknown)
    seats = {position_id: post.seat.appointments for position_id, post in found.posts.items()}
    planned = plan(moves, seats, first_day)
    faults |= planned.faults
    if faults:
        return tuple(RowFault(row.number, _subject(row), faults[row.number]) for row in rows if row.number in faults)
    return _in_words(rotation_id, moves, planned.posts, found, ctx)


def _move(row: RotationRow, first_day: date, found: _Found, ctx: ReadContext) -> Move:
    person = find_by_number(BY_NIP, row.nip, ctx)
    if person is None:
        raise _Unknown("NIP ini belum ada di direktori. Tambahkan pegawainya dulu, atau perbaiki NIP-nya.")
    position_id = row.position_id or _by_title(row, ctx)
    found.people[person.id] = person
    _load(position_id, found, ctx)
    last_day = found.posts[position_id].last_day
    if last_day is not None:
        raise _Unknown(f"Jabatan ini dihapus, hari terakhirnya {long_date(last_day)}. Pilih jabatan lain.")
    if row.kind is AppointmentKind.DEFINITIF:
        for _, held in ctx.every(APPOINTMENTS, BY_PERSON, equal=(person.id,), right_from=_RIGHT):
            if held.kind is AppointmentKind.DEFINITIF and (held.ends_on is None or held.ends_on >= first_day):
                _load(held.position_id, found, ctx)
    return Move(row.number, person.id, position_id, row.kind)


def _by_title(row: RotationRow, ctx: ReadContext) -> str:
    alike = ctx.list(POSITIONS, BY_TITLE, equal=(row.title,), limit=_ALIKE_AT_MOST, right_from=_RIGHT).items
    named = row.office.casefold()
    offices = {it.organisation_id: ctx.directory.organisation(it.organisation_id) for _, it in alike}
    fitting = [
        it.id
        for _, it in alike
        if (office := offices[it.organisation_id]) and named in {office.name.casefold(), office.short_name.casefold()}
    ]
    if not fitting:
        raise _Unknown("Tidak ada jabatan dengan nama itu di OPD itu. Tulis persis seperti di direktori, atau kodenya.")
    if len(fitting) > 1:
        raise _Unknown(f"Ada {len(fitting)} jabatan bernama sama di OPD itu. Isi kode jabatannya.")
    return fitting[0]


def _load(position_id: str, found: _Found, ctx: ReadContext) -> None:
    if position_id in found.posts:
        return
    try:
        found.posts[position_id] = load_post(position_id, ctx)
    except RecordMissing:
        raise _Unknown("Kode jabatan tidak dikenal. Salin kodenya dari halaman jabatan itu.") from None


def _in_words(
    rotation_id: str, moves: Sequence[Move], posts: tuple[PostChanges, ...], found: _Found, ctx: ReadContext
) -> RotationPlan:
    offices = {key: ctx.directory.organisation(post.position.organisation_id) for key, post in found.posts.items()}
    names = {key: office.name if office else "" for key, office in offices.items()}
    titles = {key: post.position.title for key, post in found.posts.items()}
    ended = [change.before for post in posts for change in post.changes if change.before]
    own = [it for it in ended if it.kind is AppointmentKind.DEFINITIF]
    placed = {move.person_id for move in moves if move.kind is AppointmentKind.DEFINITIF}

    def in_words(move: Move) -> PlannedMove:
        is_own = move.kind is AppointmentKind.DEFINITIF
        leaves = [it.position_id for it in own if is_own and it.person_id == move.person_id]
        replaces = [
            it.person_id for it in ended if it.position_id == move.position_id and it.person_id != move.person_id
        ]
        return PlannedMove(
            move,
            found.people[move.person_id].name,
            titles[move.position_id],
            names[move.position_id],
            tuple(titles[key] for key in leaves),
            tuple(ctx.directory.person_name(person_id) for person_id in replaces),
        )

    without = dict.fromkeys(it.person_id for it in own if it.person_id not in placed)
    return RotationPlan(
        rotation_id,
        tuple(in_words(move) for move in moves),
        posts,
        {post.position_id: titles[post.position_id] for post in posts},
        tuple(VacatedPost(it.position_id, titles[it.position_id], names[it.position_id]) for it in posts if it.vacant),
        tuple(ctx.directory.person_name(person_id) for person_id in without),
    )


def _subject(row: RotationRow) -> str:
    post = row.position_id or ", ".join(filter(None, (row.title, row.office)))
    return " → ".join(filter(None, (row.nip, post)))
