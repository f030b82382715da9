"""Argon2id with as little work as it can do: tests have no attacker, and hash by the hundred."""

from __future__ import annotations

from argon2 import PasswordHasher


def quick_hasher() -> PasswordHasher:
    """Return it; ``tests/contracts/test_identity.py`` holds how much work it is in earnest."""
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
