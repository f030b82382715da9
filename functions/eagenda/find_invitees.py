"""Find whole groups of people to invite: an office, its head, all heads of OPD, all camat."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.agenda import MOST_INVITED
from functions.eagenda.domain.invitees import Group, require_not_too_many
from functions.eagenda.holders import RIGHT, FoundInvitee, employees_on, first_posts, holders_on, invitees_on
from shared.directory.model import BY_KIND, ORGANISATIONS, Organisation, OrganisationKind
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.values import Day

_KINDS = {Group.OPD_HEADS: OrganisationKind.OPD, Group.CAMAT: OrganisationKind.KECAMATAN}


@dataclass(frozen=True, slots=True)
class GroupToInvite:
    """Which group, of which organisation where the group is one of an organisation, and as of which day."""

    group: Group
    organisation_id: str = ""
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class FoundPost:
    """The first post of an organisation; nobody's on the day, or of an organisation that has none: no id."""

    position_id: str
    title: str
    organisation_name: str


@dataclass(frozen=True, slots=True)
class FoundInvitees:
    """Who is in the group, and the posts of the group that are vacant on the day."""

    items: tuple[FoundInvitee, ...]
    vacant: tuple[FoundPost, ...]


@query(permission=Permission.READ_DIRECTORY, refuses=(RecordMissing,))
def find_invitees(which: GroupToInvite, ctx: ReadContext) -> FoundInvitees:
    """Find the people of a group; heads are found by their post, so that an invitation follows the post."""
    day = which.day or wib_date(ctx.now)
    offices = _offices(which, ctx)
    if which.group is Group.EMPLOYEES:
        people = dict.fromkeys(employees_on(offices[0].id, day, ctx, MOST_INVITED + 1))
        require_not_too_many(people, offices[0].name)
        return FoundInvitees(tuple(invitees_on([(it, "") for it in people], day, ctx)), ())
    posts = first_posts({it.id for it in offices}, day, ctx)
    holders = holders_on(posts.values(), day, ctx)
    held = [(holders[it.id], it.id) for it in posts.values() if holders[it.id]]
    heads = {it.position_id: it for it in invitees_on(held, day, ctx)}
    in_order = [(posts.get(office.id), office) for office in offices]
    return FoundInvitees(
        tuple(heads[post.id] for post, _ in in_order if post and post.id in heads),
        tuple(
            FoundPost(post.id if post else "", post.title if post else "", office.name)
            for post, office in in_order
            if post is None or post.id not in heads
        ),
    )


def _offices(which: GroupToInvite, ctx: ReadContext) -> list[Organisation]:
    kind = _KINDS.get(which.group)
    if kind is None:
        return [ctx.get(ORGANISATIONS, which.organisation_id, right_from=RIGHT)]
    of_kind = ctx.every(ORGANISATIONS, BY_KIND, equal=(kind.value,), right_from=RIGHT)
    today = wib_date(ctx.now)
    return [it for _, it in of_kind if not it.parent_id and (it.ends_on is None or it.ends_on >= today)]
