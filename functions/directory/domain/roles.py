"""What may be done to a role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NAMED = 3


class RoleNameTaken(Refusal):
    """Another role has this name already: nobody could tell the two apart."""

    title = "Nama peran ini sudah dipakai."


class RoleInUse(Refusal):
    """Positions have the role."""

    title = "Peran ini masih dipakai."


class RoleOfRelease(Refusal):
    """The role comes with every release and would be there again."""

    title = "Peran bawaan tidak dapat dihapus."


def require_free_name(name: str, others: Iterable[str]) -> None:
    """Refuse a name that another role has, however it is written."""
    if name.casefold() in {other.casefold() for other in others}:
        raise RoleNameTaken("Pilih nama lain, atau ubah peran yang bernama itu.")


def require_deletable(*, is_base: bool, positions: Sequence[str], more: bool) -> None:
    """Refuse to delete a role of the release, and one that positions have."""
    if is_base:
        raise RoleOfRelease("Bila tidak diperlukan, kosongkan haknya.")
    if positions:
        named = ", ".join(positions[:_NAMED])
        others = " dan jabatan lain" if more or len(positions) > _NAMED else ""
        raise RoleInUse(f"Dipakai oleh {named}{others}. Cabut dulu perannya dari jabatan itu.")
