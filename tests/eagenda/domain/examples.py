"""One meeting as a value, for rules that need no store: called for ten o'clock, known since eight."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from functions.eagenda.domain.agenda import Agenda, Organiser
from functions.eagenda.domain.attendance import Attendee
from functions.eagenda.domain.plan import Plan, schedule
from shared.values import Secret

EIGHT = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
TEN = EIGHT + timedelta(hours=2)
ELEVEN = EIGHT + timedelta(hours=3)
INSTANT = timedelta(microseconds=1)

DEWI = Organiser("p-dewi", "Dewi", "Kepala Bidang", "diskominfo", "Dinas Kominfo", ("diskominfo", "setda"))
ADITYA = Attendee("p-aditya", "Aditya", "199409222019031903", "Analis Pajak", "Badan Pendapatan Daerah")
PLAN = Plan("Rapat", "Aula", TEN, ELEVEN, ("p-aditya",))
SECRET = Secret("rahasia aula")

moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 -- bounds


def meeting() -> Agenda:
    """Return the meeting as its plan makes it."""
    return schedule("rapat", PLAN, DEWI, EIGHT)
