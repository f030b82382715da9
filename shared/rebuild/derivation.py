"""A derivation: something stored that follows from other records, and how it is made of them.

Each has a version. Whoever changes what a derivation makes raises its version; the store keeps the versions by which it
was written, and where they differ a job makes everything of that kind anew.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from shared.kernel.catalogue import FUNCTIONS
from shared.kernel.collections import ListQuery, TypedCollection
from shared.rebuild.change import Change, Removal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from shared.kernel.context import Context

T = TypeVar("T")

EVERY = ListQuery(of_service=True)  # which every collection has: a walk through it, by key
_RIGHT = "what is stored follows from what is stored"
_OF_ENVELOPE = ("readers", "organisation_id", "matter_id")


@dataclass(frozen=True)
class Derivation(Generic[T]):
    """What is made of each record of ``source``.

    ``outdated`` reads what it needs and returns what is to be written where the store says otherwise.
    """

    name: str
    title: str
    version: int
    source: TypedCollection[T]
    outdated: Callable[[str, T, Context], Iterable[Change[Any] | Removal]]


def readers_of(
    collection: TypedCollection[T],
    title: str,
    version: int,
    moved: Callable[[T, Context], T] = lambda value, _: value,
) -> Derivation[T]:
    """Return the derivation of who may list a collection's records; ``moved`` brings one to where its office stands."""

    def outdated(key: str, value: T, ctx: Context) -> Iterator[Change[Any]]:
        now = moved(value, ctx)
        if now != value or _has_other_envelope(collection, key, now, ctx):
            yield Change(collection, now)

    return Derivation(f"readers-of-{collection.name}", title, version, collection, outdated)


def _has_other_envelope(collection: TypedCollection[T], key: str, value: T, ctx: Context) -> bool:
    before = ctx.body(collection, key)
    if before is None:
        return False
    made = collection.write(value, by=ctx.actor.id, at=ctx.now, before=before)
    return any(made[name] != before[name] for name in _OF_ENVELOPE)


def find_current(derivation: Derivation[T], key: str, ctx: Context) -> T | None:
    """Return a record of a derivation's source, guarded as the transaction's own."""
    return ctx.find(derivation.source, key, right_from=_RIGHT)


def all_derivations() -> dict[str, Derivation[Any]]:
    """Return every derivation that the code declares, by name: in ``functions/<system>/derived.py``."""
    systems = sorted(path.parent.name for path in FUNCTIONS.glob("*/derived.py"))
    return {
        value.name: value
        for system in systems
        for value in vars(importlib.import_module(f"functions.{system}.derived")).values()
        if isinstance(value, Derivation)
    }
