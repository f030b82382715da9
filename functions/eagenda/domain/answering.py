"""Answering an invitation: whether somebody comes, or who comes in their place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from functions.eagenda.domain.answer import Answer, AnswerKind
from shared.refusals import InvalidField, Refusal
from shared.rules.calendar import clock_time, short_date, wib_date
from shared.values import Instant

ASKED_AGAIN_AFTER = timedelta(days=1)


class DeputyRefused(Refusal):
    """This person cannot come in the other's place."""

    title = "Orang ini tidak dapat mewakili Anda."


class DeputyPresent(Refusal):
    """The deputy is in the hall already."""

    title = "Wakil Anda sudah tercatat hadir."


class AskedLately(Refusal):
    """Those who have not answered were reminded a short while ago."""

    title = "Yang belum menjawab baru saja diingatkan."


@dataclass(frozen=True, slots=True)
class AnswerCounts:
    """How many answered what. The rest of those invited were not asked: they were invited before there were answers."""

    coming: int
    not_coming: int
    represented: int
    unanswered: int


@dataclass(frozen=True, slots=True)
class AnswersAsked:
    """When those who had not answered were reminded last."""

    agenda_id: str
    at: Instant


@dataclass(frozen=True, slots=True)
class Deputy:
    """Somebody chosen to come in another's place, and whether they are invited to the same meeting."""

    person_id: str
    name: str
    is_invited: bool


def answer(
    kind: AnswerKind, reason: str, deputy: Deputy | None, *, own_id: str, is_deputy: bool, now: datetime
) -> Answer:
    """Return an answer. Raises InvalidField for one without its reason or deputy, and DeputyRefused."""
    if kind is AnswerKind.UNANSWERED:
        raise InvalidField("/kind", "Pilih hadir, tidak hadir, atau diwakili.")
    if kind is AnswerKind.NOT_COMING and not reason:
        raise InvalidField("/reason", "Tulis alasannya; penyelenggara membacanya.")
    if kind is not AnswerKind.REPRESENTED:
        return Answer(kind, reason, at=now)
    if is_deputy:
        raise DeputyRefused("Anda sendiri mewakili orang lain. Jawab tidak hadir, agar ia memilih wakil lain.")
    if deputy is None:
        raise InvalidField("/deputy_id", "Pilih siapa yang mewakili Anda.")
    if deputy.person_id == own_id:
        raise DeputyRefused("Pilih orang lain.")
    if deputy.is_invited:
        raise DeputyRefused(f"{deputy.name} sudah diundang pada agenda ini. Pilih orang lain.")
    return Answer(kind, reason, deputy.person_id, deputy.name, now)


def require_not_asked_lately(asked: AnswersAsked | None, now: datetime) -> None:
    """Refuse to remind those who have not answered more than once a day."""
    if asked is not None and now < asked.at + ASKED_AGAIN_AFTER:
        again = asked.at + ASKED_AGAIN_AFTER
        raise AskedLately(f"Ingatkan lagi mulai {short_date(wib_date(again))} pukul {clock_time(again)}.")
