"""For tests whose queries and transactions others run on both stores: what they look at is the same in each."""

from __future__ import annotations

import pytest

one_store = pytest.mark.parametrize("desk", ["sqlite"], indirect=True)
