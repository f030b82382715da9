"""What an operation is: declared by a decorator, found by its one word.

The decorators return the function unchanged and hang its `Declaration` on it; nothing is registered and nothing
happens at import. The file's place says the rest: ``functions/eagenda/record_attendance.py`` declares the function
``record_attendance`` with the target ``eagenda_record_attendance`` and the URL ``/api/eagenda-record-attendance``.
"""

from __future__ import annotations

import importlib
import inspect
import typing
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from shared.kernel.limits import Limit, PerActor, PerAddress
from shared.permissions import PUBLIC, Openness, Permission

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from shared.actor import Actor
    from shared.events.event import Event
    from shared.kernel.collections import TypedCollection
    from shared.refusals import Refusal

    Step = Callable[..., Any]

P = ParamSpec("P")
R = TypeVar("R")

ROOT = Path(__file__).resolve().parents[2]
FUNCTIONS = ROOT / "functions"
_LONGEST_TARGET = 100  # anything longer is a stranger's; file systems refuse very long names


class Kind(StrEnum):
    """The kinds of function; the first two are what the public can reach."""

    OPERATION = "operation"
    QUERY = "query"
    REACTION = "reaction"
    EFFECT = "effect"
    SCHEDULED = "scheduled"


PUBLIC_KINDS = frozenset({Kind.OPERATION, Kind.QUERY})


class CatchUp(StrEnum):
    """What becomes of a scheduled run that was due while the server was off."""

    ONCE = "once"
    SKIP = "skip"


class Delivery(StrEnum):
    """How often an effect may reach the outside world for one event, when something fails in between."""

    AT_LEAST_ONCE = "at-least-once"
    AT_MOST_ONCE = "at-most-once"


@dataclass(frozen=True)
class Declaration:
    """All that is known of an operation; the manifest, the OpenAPI document and the kernel read it from here."""

    function: Callable[..., Any]
    kind: Kind
    permission: Permission | Openness
    refuses: tuple[type[Refusal], ...] = ()
    keeps: tuple[TypedCollection[Any], ...] = ()
    gets: Callable[[Any, Actor], Iterable[tuple[TypedCollection[Any], str]]] | None = None
    limit: Limit = field(default_factory=PerActor)
    secret: bool = False  # the answer holds a secret: never stored for a retry
    call: Step | None = None  # outside any transaction, between prepare and complete
    complete: Step | None = None
    series: bool = False  # takes a number: its last step writes all that it gets, and asks no list
    taken_first: bool = False  # of three steps the first takes it, and is what a series asks for
    page: str = ""  # where people find its answer, beside its own path: ``/v`` and ``/v/<the payload's one field>``
    body: bool = True  # the payload comes as a JSON body; False: as query parameters
    on: type[Event] | tuple[type[Event], ...] = ()
    delivery: Delivery = Delivery.AT_LEAST_ONCE
    cron: str = ""
    catch_up: CatchUp = CatchUp.ONCE
    journaled: bool = True  # False: tends the journal itself, outside any transaction; safe to repeat

    @cached_property
    def name(self) -> str:
        """The operation's own word."""
        return self.function.__name__

    @cached_property
    def system(self) -> str:
        """The system's folder."""
        return self.function.__module__.split(".")[1]

    @cached_property
    def target(self) -> str:
        """The name under which it is deployed."""
        return f"{self.system}_{self.name}"

    @cached_property
    def path(self) -> str:
        """The URL's path."""
        return "/api/" + self.target.replace("_", "-")

    @cached_property
    def is_public(self) -> bool:
        """Whether it is mounted where the public can reach it."""
        return self.kind in PUBLIC_KINDS

    @cached_property
    def events(self) -> tuple[type[Event], ...]:
        """The events that it listens to."""
        return self.on if isinstance(self.on, tuple) else (self.on,)

    @cached_property
    def summary(self) -> str:
        """The first line of its docstring."""
        return (inspect.getdoc(self.function) or "").split("\n")[0]

    @cached_property
    def payload(self) -> type[Any] | None:
        """The type of its first argument; None for a function that takes nothing but its context."""
        hints = typing.get_type_hints(self.function, include_extras=True)
        names = [name for name in inspect.signature(self.function).parameters if name != "ctx"]
        return hints[names[0]] if names else None

    @cached_property
    def answer(self) -> type[Any]:
        """The type of its answer: that of its last step."""
        return typing.get_type_hints(self.complete or self.function, include_extras=True)["return"]  # type: ignore[no-any-return]  # hints are of any type


def operation(  # noqa: PLR0913 -- a declaration's parts, all named
    *,
    permission: Permission | Openness,
    refuses: tuple[type[Refusal], ...] = (),
    keeps: tuple[TypedCollection[Any], ...] = (),
    gets: Callable[[Any, Actor], Iterable[tuple[TypedCollection[Any], str]]] | None = None,
    limit: Limit | None = None,
    secret: bool = False,
    call: Step | None = None,
    complete: Step | None = None,
    series: bool = False,
    taken_first: bool = False,
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare a command: one transaction, or three steps when ``call`` and ``complete`` are given.

    Then the function itself is *prepare* (a transaction), ``call`` does the slow or outside work between the
    transactions with what prepare returned, and ``complete`` (a transaction) decides with what call returned.
    ``gets`` names, from payload and actor, what will be got in the first of them, so that it comes in one round trip.
    """
    cap = limit or (PerAddress() if permission is PUBLIC else PerActor())
    return lambda function: _declared(
        Declaration(
            function,
            Kind.OPERATION,
            permission,
            refuses,
            keeps,
            gets,
            cap,
            secret,
            call,
            complete,
            series,
            taken_first,
        )
    )


def query(
    *,
    permission: Permission | Openness,
    refuses: tuple[type[Refusal], ...] = (),
    limit: Limit | None = None,
    body: bool = False,
    page: str = "",
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare a question that changes nothing; ``body=True`` when it takes free text, for URLs end in logs."""
    return lambda function: _declared(
        Declaration(function, Kind.QUERY, permission, refuses, limit=limit or PerActor(), page=page, body=body)
    )


def reaction(
    *, to: type[Event] | tuple[type[Event], ...], call: Step | None = None, complete: Step | None = None
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare a change of records that follows an event: once per event, in one transaction or an operation's three."""
    return lambda function: _declared(Declaration(function, Kind.REACTION, PUBLIC, on=to, call=call, complete=complete))


def effect(
    *, on: type[Event] | tuple[type[Event], ...], delivery: Delivery
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare a deed in the outside world that follows an event; it says what a crash may cost."""
    return lambda function: _declared(Declaration(function, Kind.EFFECT, PUBLIC, on=on, delivery=delivery))


def scheduled(*, cron: str, catch_up: CatchUp, journaled: bool = True) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare a command that runs by the clock of Mojokerto (five cron fields, Asia/Jakarta)."""
    return lambda function: _declared(
        Declaration(function, Kind.SCHEDULED, PUBLIC, cron=cron, catch_up=catch_up, journaled=journaled)
    )


def _declared(declaration: Declaration) -> Callable[P, R]:
    declaration.function.declaration = declaration  # type: ignore[attr-defined]  # a function bears it
    return declaration.function


def find(target: str) -> Declaration | None:
    """Return the declaration of a target, importing its module alone; None when there is no such operation."""
    system, _, name = target.partition("_")
    is_named = system.isidentifier() and name.isidentifier() and len(target) <= _LONGEST_TARGET
    if not (is_named and (FUNCTIONS / system / f"{name}.py").is_file()):
        return None
    function = getattr(importlib.import_module(f"functions.{system}.{name}"), name, None)
    return getattr(function, "declaration", None)


def everything() -> Iterator[Declaration]:
    """Yield every declaration in order of target; imports them all: not for a call that hurries."""
    for path in sorted(FUNCTIONS.glob("*/*.py")):
        declaration = find(f"{path.parent.name}_{path.stem}")
        if declaration is not None:
            yield declaration
