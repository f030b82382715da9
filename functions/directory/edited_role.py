"""The role that an operation changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.refusals import RecordMissing

if TYPE_CHECKING:
    from shared.directory.standing import Role


def known_role(role_id: str, roles: dict[str, Role]) -> Role:
    """Return a role that is there. Raises RecordMissing."""
    if role_id not in roles:
        raise RecordMissing("Muat ulang daftar peran, lalu pilih lagi.")
    return roles[role_id]
