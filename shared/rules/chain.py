"""The chain of approvals: who looks at something, one after the other or beside one another, and who signs it.

A step belongs to a post, so whoever holds it on the day decides, for good or acting (Permendagri 1/2023: paraf
hierarki upwards, paraf koordinasi beside one another). Steps of one ``order`` are asked together; the next order is
asked once all of them have approved. A chain that is returned to who drafted it begins anew.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from shared.refusals import InvalidField, Refusal
from shared.values import Instant

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

MOST_STEPS = 12


class StepRole(StrEnum):
    """As what a post is asked: to put its initials (paraf), or to sign."""

    CHECK = "check"
    SIGN = "sign"


class StepState(StrEnum):
    """Where a step stands: its turn has not come, it is asked, it has approved."""

    WAITING = "waiting"
    ASKED = "asked"
    APPROVED = "approved"


class NotAsked(Refusal):
    """It is not the turn of the caller's post."""

    title = "Naskah ini tidak sedang menunggu Anda."


@dataclass(frozen=True, slots=True)
class Step:
    """One post of a chain. ``title`` is that of the day on which it was named; ``by_name`` is who decided, as what."""

    position_id: str
    title: str
    role: StepRole
    order: int
    state: StepState = StepState.WAITING
    asked_at: Instant | None = None
    at: Instant | None = None
    by: str = ""
    by_name: str = ""
    note: str = ""


Chain = tuple[Step, ...]


def chain_of(checkers: Iterable[tuple[str, str, int]], signer: tuple[str, str]) -> Chain:
    """Return a chain of checkers (post, title, order) and who signs (post, title) after all of them.

    Orders are closed up: 1, 1, 5 becomes 1, 1, 2. Raises InvalidField for a post that stands in it twice.
    """
    named = sorted(checkers, key=lambda it: it[2])
    if len(named) >= MOST_STEPS:
        raise InvalidField("/checkers", f"Paling banyak {MOST_STEPS - 1} pemeriksa.")
    posts = [*(it[0] for it in named), signer[0]]
    if len(set(posts)) != len(posts):
        raise InvalidField("/checkers", "Satu jabatan memeriksa satu kali, dan penanda tangan tidak ikut memeriksa.")
    places = {order: place for place, order in enumerate(sorted({it[2] for it in named}), 1)}
    steps = tuple(Step(post, title, StepRole.CHECK, places[order]) for post, title, order in named)
    return (*steps, Step(signer[0], signer[1], StepRole.SIGN, len(places) + 1))


def begun(chain: Chain, now: datetime) -> Chain:
    """Return the chain from its beginning: those of the first order are asked, whatever was decided before."""
    return begun_at(chain, min(it.order for it in chain), now)


def begun_at(chain: Chain, order: int, now: datetime) -> Chain:
    """Return the chain in which those of an order are asked; what was decided before stays, what comes after waits."""
    return tuple(it if it.order < order else _asked(it, now) if it.order == order else _waiting(it) for it in chain)


def asked_of(chain: Chain) -> Chain:
    """Return the steps whose turn it is."""
    return tuple(it for it in chain if it.state is StepState.ASKED)


def asked_turn(chain: Chain, position_id: str) -> Step:
    """Return the step of a post whose turn it is. Raises NotAsked."""
    found = next((it for it in asked_of(chain) if it.position_id == position_id), None)
    if found is None:
        waits_for = ", ".join(it.title for it in asked_of(chain))
        raise NotAsked(f"Yang memegangnya sekarang: {waits_for}." if waits_for else "Naskah ini belum diajukan.")
    return found


def asked_step(chain: Chain, position_id: str, role: StepRole) -> Step:
    """Return the step of a post whose turn it is to check, or to sign. Raises NotAsked."""
    step = asked_turn(chain, position_id)
    if step.role is not role:
        raise NotAsked(f"{step.title} diminta menandatangani, bukan memaraf.")
    return step


def approved(chain: Chain, step: Step, by: str, by_name: str, now: datetime, note: str = "") -> Chain:
    """Return the chain after a step has approved; with the last of its order the next one is asked."""
    done = replace(step, state=StepState.APPROVED, at=now, by=by, by_name=by_name, note=note)
    after = tuple(done if it == step else it for it in chain)
    if any(it.order == step.order and it.state is not StepState.APPROVED for it in after):
        return after
    return tuple(_asked(it, now) if it.order == step.order + 1 else it for it in after)


def back_to_previous(chain: Chain, step: Step, now: datetime) -> Chain:
    """Return the chain given back to the order before a step's, which decides again. Raises InvalidField at the first.

    Whoever of the step's own order had approved is asked again afterwards: what they saw may change.
    """
    if step.order == 1:
        raise InvalidField("/to", "Belum ada pemeriksa sebelum Anda. Kembalikan ke konseptor.")
    return begun_at(chain, step.order - 1, now)


def withdrawn(chain: Chain) -> Chain:
    """Return the chain in which nobody is asked and nothing is decided: back with who drafted it."""
    return tuple(_waiting(it) for it in chain)


def with_checker(chain: Chain, step: Step, position_id: str, title: str) -> Chain:
    """Return the chain with one more checker who is asked right after a step's order, before what came next.

    Raises InvalidField for a post that is in it already.
    """
    if any(it.position_id == position_id for it in chain):
        raise InvalidField("/position_id", "Jabatan ini sudah ada dalam rantai pemeriksa.")
    if len(chain) >= MOST_STEPS:
        raise InvalidField("/position_id", f"Paling banyak {MOST_STEPS - 1} pemeriksa.")
    place = step.order + (step.role is StepRole.CHECK)
    added = Step(position_id, title, StepRole.CHECK, place)
    before = tuple(it for it in chain if it.order < place)
    after = tuple(replace(it, order=it.order + 1) for it in chain if it.order >= place)
    return (*before, added, *after)


def _asked(step: Step, now: datetime) -> Step:
    return replace(_waiting(step), state=StepState.ASKED, asked_at=now)


def _waiting(step: Step) -> Step:
    return Step(step.position_id, step.title, step.role, step.order)
