"""The hash on a notulen: anybody makes it again out of what the paper says."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from shared.letters.kop import Kop
from shared.letters.notulen import DecisionOnPaper, NotulenPaper, PersonOnPaper, content_sha256

# Before seven in the morning in Mojokerto, when the day in Greenwich is still the one before.
BEGIN = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
DEWI = PersonOnPaper("Dewi", "198706142011012903", "Kepala Bidang")
NOTULEN = NotulenPaper(
    kop=Kop(lines=("Pemerintah Kabupaten Mojokerto",), address="Mojokerto", contact=""),
    title="Apel dan rapat",
    place="Pendopo",
    starts_at=BEGIN,
    ends_at=BEGIN + timedelta(hours=1),
    invitation="",
    points="SPBE",
    chair=DEWI,
    notulis=DEWI,
    participants=(DEWI,),
    sheet="",
    opening="",
    discussion="",
    conclusion="Setuju",
    closing="",
    decisions=(DecisionOnPaper("Menyusun arsitektur", "Dewi", "1 Desember 2026"),),
    edition=1,
    reason="",
    approved_at=BEGIN + timedelta(hours=2),
    content_sha256="",
    check=None,
    demo=False,
)


def test_it_is_that_of_the_facts_with_their_times_in_mojokerto() -> None:
    facts = (
        '{"approved_at":"2026-11-24T08:30+07:00","chair":{"name":"Dewi","position":"Kepala Bidang"},"closing":"",'
        '"conclusion":"Setuju","decisions":[{"due":"1 Desember 2026","owner":"Dewi","text":"Menyusun arsitektur"}],'
        '"discussion":"","edition":1,"ends_at":"2026-11-24T07:30+07:00","form":"notulen/1","invitation":"",'
        '"notulis":{"name":"Dewi","position":"Kepala Bidang"},"opening":"",'
        '"participants":[{"name":"Dewi","position":"Kepala Bidang"}],"place":"Pendopo","points":"SPBE",'
        '"starts_at":"2026-11-24T06:30+07:00","title":"Apel dan rapat"}'
    )
    assert content_sha256(NOTULEN) == hashlib.sha256(facts.encode()).hexdigest()


def test_a_letterhead_is_no_fact_and_a_decision_is_one() -> None:
    moved = replace(NOTULEN, kop=replace(NOTULEN.kop, address="Jalan Baru"))
    assert content_sha256(moved) == content_sha256(NOTULEN)
    assert content_sha256(replace(NOTULEN, decisions=())) != content_sha256(NOTULEN)
