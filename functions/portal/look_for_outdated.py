"""After an update, begin to make anew what an earlier version wrote."""

from __future__ import annotations

from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import Context
from shared.rebuild.begin import begin
from shared.rebuild.state import outdated, stored_state


@scheduled(cron="*/5 * * * *", catch_up=CatchUp.ONCE)
def look_for_outdated(ctx: Context) -> None:
    """Start the job for what another version than this release's has written."""
    state = stored_state(ctx)
    derivations = outdated(state)

    if derivations:
        begin(derivations, state, ctx)
