"""The notulen of a meeting as a paper: who met, what was said, what was decided and who carries it out by when."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.letters.check_block import CheckBlock
from shared.letters.kop import Kop, kop_values
from shared.letters.press import Json, PaperFailed, press
from shared.rules.calendar import clock_time, day_date, in_wib, long_date, span, wib_date
from shared.rules.nip import InvalidNip, group_nip

# Part of what is hashed: a later way to write the facts gets another number, and old papers keep their hash.
_FORM_OF_FACTS = "notulen/1"
_MOST_NAMED = 40  # more people than that are named by the daftar hadir alone
_TO = "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class PersonOnPaper:
    """Who took part, led or wrote; a NIP stands below a signature alone."""

    name: str
    nip: str | None
    position: str


@dataclass(frozen=True, slots=True)
class DecisionOnPaper:
    """Who does what by when, in words."""

    text: str
    owner: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotulenPaper:
    """All that the paper states. Texts may have several lines; ``sheet`` names the daftar hadir."""

    kop: Kop
    title: str
    place: str
    starts_at: datetime
    ends_at: datetime
    invitation: str
    points: str
    chair: PersonOnPaper
    notulis: PersonOnPaper
    participants: Sequence[PersonOnPaper]
    sheet: str
    opening: str
    discussion: str
    conclusion: str
    closing: str
    decisions: Sequence[DecisionOnPaper]
    edition: int
    reason: str
    approved_at: datetime
    content_sha256: str
    check: CheckBlock | None
    demo: bool


def content_sha256(notulen: NotulenPaper) -> str:
    """Return the SHA-256 of the facts in the notulen, as canonical JSON (keys sorted, no spaces, UTF-8).

    The letterhead stays out: an agency that moves does not change what was said.
    """
    facts: dict[str, Json] = {
        "form": _FORM_OF_FACTS,
        "title": notulen.title,
        "place": notulen.place,
        "starts_at": _minute(notulen.starts_at),
        "ends_at": _minute(notulen.ends_at),
        "invitation": notulen.invitation,
        "points": notulen.points,
        "chair": {"name": notulen.chair.name, "position": notulen.chair.position},
        "notulis": {"name": notulen.notulis.name, "position": notulen.notulis.position},
        "participants": [{"name": it.name, "position": it.position} for it in notulen.participants],
        "opening": notulen.opening,
        "discussion": notulen.discussion,
        "conclusion": notulen.conclusion,
        "closing": notulen.closing,
        "decisions": [{"text": it.text, "owner": it.owner, "due": it.due} for it in notulen.decisions],
        "edition": notulen.edition,
        "approved_at": _minute(notulen.approved_at),
    }
    canonical = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def render(notulen: NotulenPaper) -> bytes:
    """Return the paper as PDF/A-2b on F4; one whose facts are not those that were approved is not printed."""
    if notulen.content_sha256 != content_sha256(notulen):
        raise PaperFailed("notulen: the facts are not those that were approved")
    return press("notulen", _values(notulen), dated=in_wib(notulen.approved_at))


def _values(notulen: NotulenPaper) -> dict[str, Json]:
    check, first, last = notulen.check, wib_date(notulen.starts_at), wib_date(notulen.ends_at)
    few = len(notulen.participants) <= _MOST_NAMED
    return {
        "kop": kop_values(notulen.kop),
        "title": notulen.title,
        "place": notulen.place,
        "date": day_date(first) if first == last else f"{day_date(first)} {_TO} {day_date(last)}",
        "time": span(notulen.starts_at, notulen.ends_at),
        "invitation": notulen.invitation,
        "points": _lines(notulen.points),
        "chair": _person(notulen.chair),
        "notulis": _person(notulen.notulis),
        "present": len(notulen.participants),
        "participants": [_person(it) for it in notulen.participants] if few else [],
        "sheet": notulen.sheet,
        "parts": [
            {"title": title, "lines": _lines(text)}
            for title, text in (
                ("Pembukaan", notulen.opening),
                ("Pembahasan", notulen.discussion),
                ("Kesimpulan", notulen.conclusion),
            )
            if text
        ],
        "closing": _lines(notulen.closing),
        "decisions": [{"text": _lines(it.text), "owner": it.owner, "due": it.due} for it in notulen.decisions],
        "edition": notulen.edition,
        "reason": notulen.reason,
        "approved_on": long_date(wib_date(notulen.approved_at)),
        "approved_at": f"{long_date(wib_date(notulen.approved_at))} {clock_time(notulen.approved_at)}",
        "content_sha256": notulen.content_sha256,
        "check": {"code": check.code, "address": check.address, "qr": check.qr} if check else None,
        "demo": notulen.demo,
    }


def _person(person: PersonOnPaper) -> dict[str, Json]:
    return {"name": person.name, "nip": _nip(person.nip), "position": person.position}


def _lines(text: str) -> list[Json]:
    """Return the lines of a text that was typed; the press joins what is left in one."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _nip(nip: str | None) -> str:
    try:
        return group_nip(nip) if nip else ""
    except InvalidNip:
        return nip or ""


def _minute(at: datetime) -> str:
    return in_wib(at).isoformat(timespec="minutes")
