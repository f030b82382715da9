"""What the tables' system stores beside its proposals: who may list them."""

from __future__ import annotations

from functions.tables.records import PROPOSALS
from shared.rebuild.derivation import readers_of

PROPOSAL_READERS = readers_of(PROPOSALS, "Usulan tabel", 1)
