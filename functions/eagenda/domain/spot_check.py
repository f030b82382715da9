"""Spot checks: some of those present say which number the hall's screen shows just now.

A code that is photographed and sent on lets somebody be recorded who is elsewhere. Whoever is drawn later, and cannot
see the hall's screen, doesn't know the number. A check changes nobody's attendance: it leaves a mark, and the organiser
decides. No regulation speaks of it; the numbers are a table's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, AgendaState
from functions.eagenda.domain.spot_chance import NUMBERS, Chance
from shared.refusals import InvalidField, Refusal
from shared.rules.calendar import clock_time
from shared.values import Instant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.attendance import Attendee
    from functions.eagenda.domain.spot_check_policy import SpotCheckPolicy


_A_MINUTE = timedelta(minutes=1)


class CheckState(StrEnum):
    """Where a check stands; dropped is one that was planned and found nobody, or no meeting, to begin with."""

    PLANNED = "planned"
    RUNNING = "running"
    OVER = "over"
    DROPPED = "dropped"


class Reply(StrEnum):
    """What somebody drawn has said to the question."""

    ASKED = "asked"
    VERIFIED = "verified"
    MISTAKEN = "mistaken"
    MISSED = "missed"


UNVERIFIED = frozenset({Reply.MISTAKEN, Reply.MISSED})


class NobodyToCheck(Refusal):
    """Nobody is present but those who run the meeting."""

    title = "Belum ada peserta yang hadir."


class NotYetBegun(Refusal):
    """Attendance is not open yet."""

    title = "Absensi belum dibuka."


class EnoughChecks(Refusal):
    """The meeting has had as many checks as the table allows."""

    title = "Cek acak untuk agenda ini sudah cukup."


class CheckOver(Refusal):
    """The time to answer is over."""

    status = 410
    title = "Waktu menjawab sudah habis."


@dataclass(frozen=True, slots=True)
class SpotCheck:
    """One check of a meeting: planned for ``due_at``, or running until then, or over since.

    ``shown`` is what the hall's screen shows among the ``choices``; empty until it begins.
    """

    number: int
    state: CheckState
    due_at: Instant
    begun_at: Instant | None = None
    choices: tuple[str, ...] = ()
    shown: str = ""
    drawn: int = 0


@dataclass(frozen=True, slots=True)
class SpotChecks:
    """All checks of a meeting in one record, so that two who begin one at once meet; ``due_at`` is the next to move."""

    agenda_id: str
    checks: tuple[SpotCheck, ...] = ()
    due_at: Instant | None = None

    @property
    def current(self) -> SpotCheck | None:
        """The check that is planned or runs; there is one at most."""
        return next((it for it in self.checks if it.state in {CheckState.PLANNED, CheckState.RUNNING}), None)

    @property
    def latest_begun(self) -> SpotCheck | None:
        """The check that began last."""
        return next((it for it in reversed(self.checks) if it.begun_at is not None), None)

    def with_check(self, check: SpotCheck) -> SpotChecks:
        """Return them with one that is new or has moved."""
        others = tuple(it for it in self.checks if it.number != check.number)
        moves = check.state in {CheckState.PLANNED, CheckState.RUNNING}
        return SpotChecks(self.agenda_id, (*others, check), check.due_at if moves else None)


@dataclass(frozen=True, slots=True)
class SpotQuestion:
    """One person was drawn in a check, and what they said until ``until``."""

    agenda_id: str
    number: int
    person_id: str
    name: str
    organisation_name: str
    until: Instant
    reply: Reply = Reply.ASKED
    at: Instant | None = None

    def reply_at(self, now: datetime) -> Reply:
        """Return what was said; who let the time pass has missed it, whether anybody has noted it yet or not."""
        return Reply.MISSED if self.reply is Reply.ASKED and now >= self.until else self.reply


def require_checkable(
    agenda: Agenda, checks: SpotChecks, policy: SpotCheckPolicy, now: datetime, *, at_once: bool
) -> None:
    """Refuse a check where no meeting is. Raises AgendaIsCancelled, AgendaOver, NotYetBegun, EnoughChecks."""
    if agenda.state is AgendaState.CANCELLED:
        raise AgendaIsCancelled(f"Alasan: {agenda.cancel_reason}", reason=agenda.cancel_reason)
    if agenda.state is AgendaState.CLOSED or now + policy.time_to_answer > agenda.ends_at:
        raise AgendaOver(f"Cek acak dimulai paling lambat {policy.seconds_to_answer} detik sebelum agenda selesai.")
    if at_once and now < agenda.opens_at:
        raise NotYetBegun(f"Tunggu sampai pukul {clock_time(agenda.opens_at)}, atau pilih menit acak selama agenda.")
    if sum(it.state is not CheckState.DROPPED for it in checks.checks) >= policy.most_in_a_meeting:
        raise EnoughChecks(
            f"Satu agenda paling banyak {policy.most_in_a_meeting} kali. Angkanya diatur di Administrasi."
        )


def plan(agenda: Agenda, checks: SpotChecks, policy: SpotCheckPolicy, now: datetime, chance: Chance) -> SpotCheck:
    """Return a check at a random minute of what is left of the meeting."""
    earliest = max(now, agenda.starts_at)
    latest = agenda.ends_at - policy.time_to_answer
    minutes = max(0, int((latest - earliest) / _A_MINUTE))
    due_at = earliest + chance.randint(min(1, minutes), minutes) * _A_MINUTE
    return SpotCheck(len(checks.checks) + 1, CheckState.PLANNED, due_at)


def begin(
    number: int, present: Iterable[Attendee], policy: SpotCheckPolicy, now: datetime, chance: Chance
) -> tuple[SpotCheck, tuple[Attendee, ...]]:
    """Return a running check with whom it drew: everybody present is as likely as any other, again and again.

    Raises NobodyToCheck.
    """
    people = sorted(present, key=lambda it: it.person_id)
    if not people:
        raise NobodyToCheck("Mulai cek acak setelah peserta memindai kode. Penyelenggara sendiri tidak diundi.")
    drawn = chance.sample(people, min(policy.people, len(people)))
    choices = tuple(map(str, chance.sample(NUMBERS, policy.choices)))
    until = now + policy.time_to_answer
    check = SpotCheck(number, CheckState.RUNNING, until, now, choices, chance.choice(choices), len(drawn))
    return check, tuple(drawn)


def reply(question: SpotQuestion, check: SpotCheck, choice: str, now: datetime) -> SpotQuestion:
    """Return the question with its answer; only the first counts, a guess cannot be mended. Raises CheckOver."""
    if choice not in check.choices:
        raise InvalidField("/choice", "Pilih salah satu angka yang ditanyakan.")
    if now >= question.until:
        raise CheckOver("Temui penyelenggara bila Anda ada di tempat acara.", until=question.until)
    said = Reply.VERIFIED if choice == check.shown else Reply.MISTAKEN
    return replace(question, reply=said, at=now)


def shown_now(checks: SpotChecks | None, now: datetime) -> str:
    """Return the number that the hall shows at this moment; "" while no check runs."""
    current = checks.current if checks else None
    return current.shown if current and current.state is CheckState.RUNNING and now < current.due_at else ""
