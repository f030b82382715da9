"""Choose how to be told."""

from __future__ import annotations

from dataclasses import dataclass

from functions.portal.domain.notice import Hour, NoticeChoice, Preferences, check_choices
from functions.portal.notices import NOTICE_PREFERENCES
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import SIGNED_IN


@dataclass(frozen=True, slots=True)
class ChosenPreferences:
    """What the caller chose, and the version that they saw; a kind that is left out is as it is at first."""

    choices: tuple[NoticeChoice, ...]
    quiet_from: Hour
    quiet_to: Hour
    digest: bool
    version: int


@dataclass(frozen=True, slots=True)
class PreferencesSet:
    """From now on notices come by these ways."""

    version: int


@operation(permission=SIGNED_IN, refuses=(Stale,))
def set_notice_preferences(chosen: ChosenPreferences, ctx: Context) -> PreferencesSet:
    """Choose by which ways the caller is told of what, and when e-mail waits."""
    ctx.find(NOTICE_PREFERENCES, ctx.actor.id, right_from="the caller's own preferences")

    check_choices(chosen.choices)
    preferences = Preferences(ctx.actor.id, chosen.choices, chosen.quiet_from, chosen.quiet_to, chosen.digest)

    ctx.put(NOTICE_PREFERENCES, preferences, seen=chosen.version)
    return PreferencesSet(chosen.version + 1)
