"""Who is to be invited: persons, and posts whose holder of the day is meant, whoever that is by then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import MOST_INVITED, Agenda, AgendaIsCancelled, AgendaOver, AgendaState
from shared.refusals import InvalidField, Refusal
from shared.rules.calendar import clock_time

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

AT_ONCE = 60  # more are invited by a job: an invitation and its task each, in one transaction of at most 200 writes


class Group(StrEnum):
    """Whom one press chooses."""

    EMPLOYEES = "employees"
    HEAD = "head"
    OPD_HEADS = "opd-heads"
    CAMAT = "camat"


class TooManyInvited(Refusal):
    """An agenda holds no more invitations."""

    title = "Undangan sudah penuh."


@dataclass(frozen=True, slots=True)
class Invitee:
    """A person to invite; with a position it is its holder who is meant."""

    person_id: str
    position_id: str = ""


@dataclass(frozen=True, slots=True)
class InvitedPost:
    """A post whose holder on the day is invited; without a holder it is vacant on that day, for all that is known."""

    position_id: str
    holder_id: str = ""


@dataclass(frozen=True, slots=True)
class InvitedPosts:
    """All posts that are invited to an agenda: what is followed when they change hands."""

    agenda_id: str
    posts: tuple[InvitedPost, ...]

    def of(self, position_id: str) -> InvitedPost | None:
        """Return the post, or None where it is not invited."""
        return next((it for it in self.posts if it.position_id == position_id), None)


@dataclass(frozen=True, slots=True)
class InviteList:
    """Whom a job invites, as it was asked; gone when the job has come to its end."""

    job_id: str
    agenda_id: str
    invitees: tuple[Invitee, ...]


def require_open(agenda: Agenda, now: datetime) -> None:
    """Refuse to change who is invited to a meeting that is cancelled, closed or over."""
    if agenda.state is AgendaState.CANCELLED:
        raise AgendaIsCancelled(f"Alasan: {agenda.cancel_reason}")
    if agenda.state is AgendaState.CLOSED or now >= agenda.ends_at:
        detail = f"Selesai pukul {clock_time(agenda.ends_at)}; daftar undangannya tidak dapat diubah lagi."
        raise AgendaOver(detail)


def require_room(agenda: Agenda, more: int) -> None:
    """Refuse more invitations than an agenda holds."""
    if agenda.invited_count + more > MOST_INVITED:
        raise TooManyInvited(f"Satu agenda paling banyak {MOST_INVITED} undangan; sekarang {agenda.invited_count}.")


def together(persons: Iterable[str], posts: Iterable[InvitedPost]) -> tuple[Invitee, ...]:
    """Return each person once; who is named and holds an invited post is invited by name, whatever they hold later."""
    invitees = {person_id: Invitee(person_id) for person_id in persons}
    for post in posts:
        if post.holder_id and post.holder_id not in invitees:
            invitees[post.holder_id] = Invitee(post.holder_id, post.position_id)
    return tuple(invitees.values())


def require_known(*, persons: bool, posts: bool) -> None:
    """Refuse a person or a post that nobody knows."""
    if not persons:
        raise InvalidField("/invited", "Ada undangan yang tidak dikenal. Pilih lagi dari daftar pegawai.")
    if not posts:
        raise InvalidField("/invited_posts", "Ada jabatan yang tidak dikenal. Pilih lagi dari daftar.")


def with_posts(before: InvitedPosts, posts: Iterable[InvitedPost]) -> InvitedPosts:
    """Add posts; one that is invited already stays as it is."""
    known = {it.position_id for it in before.posts}
    return replace(before, posts=(*before.posts, *(it for it in posts if it.position_id not in known)))


def without_posts(before: InvitedPosts, position_ids: Iterable[str]) -> InvitedPosts:
    """Return the posts without those whose holder's invitation is withdrawn: nobody follows there."""
    gone = set(position_ids)
    return replace(before, posts=tuple(it for it in before.posts if it.position_id not in gone))


def require_few(person_ids: tuple[str, ...]) -> None:
    """Refuse more than one transaction takes, and none at all."""
    if not 0 < len(person_ids) <= AT_ONCE:
        raise InvalidField("/person_ids", f"Pilih satu sampai {AT_ONCE} orang.")


def require_not_too_many(people: Collection[str], organisation_name: str) -> None:
    """Refuse an organisation with more people than an agenda holds."""
    if len(people) > MOST_INVITED:
        sentence = f"{organisation_name} punya lebih dari {MOST_INVITED} orang. Undang unit di bawahnya satu per satu."
        raise InvalidField("/organisation_id", sentence)
