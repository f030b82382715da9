"""Show how the caller wants to be told."""

from __future__ import annotations

from dataclasses import dataclass

from functions.portal.domain.notice import CHOSEN, Hour, NoticeChoice, Preferences
from functions.portal.notices import NOTICE_PREFERENCES
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN


@dataclass(frozen=True, slots=True)
class ShownPreferences:
    """What holds for each kind, chosen or not; ``mail_address`` is empty where no e-mail can be sent to the caller."""

    choices: tuple[NoticeChoice, ...]
    quiet_from: Hour
    quiet_to: Hour
    digest: bool
    mail_address: str
    version: int


@query(permission=SIGNED_IN)
def show_notice_preferences(ctx: ReadContext) -> ShownPreferences:
    """Show by which ways the caller is told of what."""
    found = ctx.find(NOTICE_PREFERENCES, ctx.actor.id, right_from="the caller's own preferences")
    person = ctx.directory.person(ctx.actor.id)

    preferences = found or Preferences(ctx.actor.id)
    can_mail = person is not None and ctx.ports.mail is not None
    return ShownPreferences(
        tuple(preferences.choice(kind) for kind in CHOSEN),
        preferences.quiet_from,
        preferences.quiet_to,
        preferences.digest,
        (person.email or "") if person and can_mail else "",
        ctx.version(NOTICE_PREFERENCES, ctx.actor.id),
    )
