"""Notices: what a person was told, and by which ways they want to be told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

from shared.refusals import InvalidField
from shared.rules.calendar import in_wib
from shared.rules.notice import NoticeKind, Urgency
from shared.values import Between, Instant

# What reaches people also where they are not signed in, unless they choose otherwise; the rest waits for them here.
BY_MAIL_AT_FIRST = frozenset(
    {
        NoticeKind.AGENDA_INVITED,
        NoticeKind.AGENDA_MOVED,
        NoticeKind.AGENDA_CANCELLED,
        NoticeKind.AGENDA_WITHDRAWN,
        NoticeKind.AGENDA_DEPUTY,
        NoticeKind.AGENDA_DEPUTY_DECLINED,
        NoticeKind.PASSWORD_CHOSEN,
        NoticeKind.LETTER_WITHDRAWN,
    }
)
# That mail is given up cannot itself be mailed; and nobody is kept from hearing that another has taken their account.
CHOSEN = tuple(kind for kind in NoticeKind if kind not in {NoticeKind.MAIL_GIVEN_UP, NoticeKind.PASSWORD_CHOSEN})

Hour = Annotated[int, Between(0, 23)]


@dataclass(frozen=True, slots=True)
class Notice:
    """A person was told something; the words stand beside it, as they were then."""

    id: str
    person_id: str
    kind: NoticeKind
    title: str
    detail: str
    link: str
    at: Instant
    is_urgent: bool
    is_read: bool = False


@dataclass(frozen=True, slots=True)
class NoticeChoice:
    """Whether a person is told of one kind in the portal, and by e-mail."""

    kind: NoticeKind
    in_app: bool
    by_mail: bool


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a person chose. E-mail that is not urgent waits from one hour to the other; no hours: it never waits."""

    person_id: str
    choices: tuple[NoticeChoice, ...] = ()
    quiet_from: Hour = 20
    quiet_to: Hour = 6
    digest: bool = False

    def choice(self, kind: NoticeKind) -> NoticeChoice:
        """Return what holds for a kind: what was chosen, or what holds at first."""
        chosen = next((it for it in self.choices if it.kind is kind), None)
        return chosen or NoticeChoice(kind, in_app=True, by_mail=kind in BY_MAIL_AT_FIRST)


def check_choices(choices: tuple[NoticeChoice, ...]) -> None:
    """Refuse two choices for one kind. Raises InvalidField."""
    kinds = [it.kind for it in choices]
    if len(set(kinds)) < len(kinds) or not set(kinds) <= set(CHOSEN):
        raise InvalidField("/choices", "Pilih sekali untuk tiap jenis pemberitahuan.")


def due_for_mail(preferences: Preferences, urgency: Urgency, now: datetime) -> datetime:
    """Return when e-mail may go out: now, or at the end of the quiet hours that it falls into."""
    hours = (preferences.quiet_to - preferences.quiet_from) % 24
    here = in_wib(now)
    since = (here.hour - preferences.quiet_from) % 24
    if urgency is Urgency.URGENT or since >= hours:
        return now
    begun = here.replace(minute=0, second=0, microsecond=0) - timedelta(hours=since)
    return (begun + timedelta(hours=hours)).astimezone(now.tzinfo)
