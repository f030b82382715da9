"""What stands of an aide beside the chief's list: their position says for whom, and so do its holders' standings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from shared.directory.acting import AIDES, Aides, find_aides
from shared.directory.appointing import load_post
from shared.directory.model import POSITIONS, Position
from shared.directory.projecting import Changed, Projection, project, write_projection
from shared.rules.acting_for import Chief
from shared.rules.calendar import wib_date

if TYPE_CHECKING:
    from shared.directory.appointing import Post
    from shared.kernel.context import Context, ReadContext
    from shared.rules.acting_for import Aide


@dataclass(frozen=True, slots=True)
class Preparing:
    """What is written when a chief's aides change: the list, the aide's position and what is shown of its holders."""

    aides: Aides
    position: Position
    projections: tuple[Projection, ...]


def prepare_for(chief_id: str, aides: tuple[Aide, ...], aide_position_id: str, ctx: Context) -> Preparing:
    """Return what one aide's change writes; reads all that it needs."""
    post = load_post(aide_position_id, ctx)
    others = (it for it in post.position.chiefs if it.position_id != chief_id)
    own = (Chief(chief_id, it.starts_on, it.ends_on) for it in aides if it.aide_position_id == aide_position_id)
    position = replace(post.position, chiefs=(*others, *own))
    changed = Changed(position=position)
    projections = tuple(project(person_id, changed, ctx) for person_id in _holders(post, ctx))
    return Preparing(Aides(chief_id, aides), position, projections)


def write_preparing(preparing: Preparing, ctx: Context) -> None:
    """Write what `prepare_for` returned earlier in this transaction."""
    ctx.put(AIDES, preparing.aides)
    ctx.put(POSITIONS, preparing.position)
    for projection in preparing.projections:
        write_projection(projection, ctx)


def holders_of_aides(chief_id: str, ctx: ReadContext) -> tuple[str, ...]:
    """Return those who hold or will hold the posts of a chief's aides: their standings name the chief's title."""
    posts = [load_post(it, ctx) for it in dict.fromkeys(it.aide_position_id for it in find_aides(chief_id, ctx))]
    return tuple(dict.fromkeys(person_id for post in posts for person_id in _holders(post, ctx)))


def _holders(post: Post, ctx: ReadContext) -> tuple[str, ...]:
    today = wib_date(ctx.now)
    lasting = (it for it in post.seat.appointments if it.ends_on is None or it.ends_on >= today)
    return tuple(dict.fromkeys(it.person_id for it in lasting))
