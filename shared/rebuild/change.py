"""What is to be written anew, because other records say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from shared.kernel.collections import TypedCollection
    from shared.kernel.context import Context

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Change(Generic[T]):
    """A record as it is to be; ``is_new`` where there was none."""

    collection: TypedCollection[T]
    value: T
    is_new: bool = False

    def write(self, ctx: Context) -> None:
        """Write it; it was found, or found missing, in this transaction."""
        ctx.put(self.collection, self.value)


@dataclass(frozen=True, slots=True)
class Removal:
    """A record that is not to be there."""

    collection: TypedCollection[Any]
    key: str
    is_new: bool = False

    def write(self, ctx: Context) -> None:
        """Delete it; it was found in this transaction."""
        ctx.delete(self.collection, self.key)
