"""A naskah as its readers see it: what is typed, its form, who stands where in the chain, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eoffice.domain.naskah import NaskahSays, NaskahState
from functions.eoffice.domain.naskah_decision import Verdict
from functions.eoffice.domain.naskah_kind import NaskahKind, SectionStyle
from functions.eoffice.naskah import posts_named, title_of
from functions.eoffice.naskah_moves import THREADS
from functions.eoffice.post_holders import holder_names
from shared.directory.model import PERSONS
from shared.rules.chain import StepRole, StepState, asked_of
from shared.values import Instant

if TYPE_CHECKING:
    from functions.eoffice.domain.naskah import Naskah
    from shared.kernel.context import ReadContext


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A part of the form."""

    name: str
    label: str
    style: SectionStyle
    is_needed: bool


@dataclass(frozen=True, slots=True)
class ShownForm:
    """Of what its kind is made."""

    title: str
    about: str
    sections: tuple[ShownSection, ...]
    has_address: bool
    has_people: bool
    has_parties: bool


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A post of the chain, who decides in it today, and where its step stands."""

    position_id: str
    title: str
    holder: str
    role: StepRole
    order: int
    state: StepState
    asked_at: Instant | None
    at: Instant | None
    by_name: str
    note: str


@dataclass(frozen=True, slots=True)
class ShownVerdict:
    """What somebody decided, and what they said to it."""

    verdict: Verdict
    at: Instant
    by_name: str
    title: str
    edition: int
    note: str


@dataclass(frozen=True, slots=True)
class NamedPost:
    """A post that is named in what is typed, as it is called today; "" once it is no more."""

    position_id: str
    title: str
    holder: str


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person who is named in what is typed."""

    person_id: str
    name: str


@dataclass(frozen=True, slots=True)
class ShownNaskah:
    """The naskah. ``is_mine`` where the caller drafts it, ``my_turn`` is as what their post is asked now."""

    id: str
    kind: NaskahKind
    form: ShownForm
    says: NaskahSays
    state: NaskahState
    organisation_name: str
    drafter_name: str
    begun_at: Instant
    changed_at: Instant | None
    changed_by_name: str
    chain: tuple[ShownStep, ...]
    asked_until: Instant | None
    thread: tuple[ShownVerdict, ...]
    posts: tuple[NamedPost, ...]
    people: tuple[NamedPerson, ...]
    edition: int
    number: str
    remark: str
    cancel_reason: str
    answers_id: str
    is_mine: bool
    my_turn: StepRole | None


def shown_naskah(naskah: Naskah, ctx: ReadContext) -> ShownNaskah:
    """Return a naskah as the caller sees it."""
    says, form = naskah.says, naskah.form
    posts = posts_named(says)
    holders = holder_names((*posts, *(it.position_id for it in naskah.chain)), ctx)
    thread = ctx.find(THREADS, naskah.id, right_from="the naskah")
    turn = next((it for it in asked_of(naskah.chain) if it.position_id == ctx.actor.position_id), None)
    return ShownNaskah(
        id=naskah.id,
        kind=naskah.kind,
        form=ShownForm(
            form.title,
            form.about,
            tuple(ShownSection(it.name, it.label, it.style, it.is_needed) for it in form.sections),
            form.has_address,
            form.has_people,
            form.has_parties,
        ),
        says=says,
        state=naskah.state,
        organisation_name=naskah.organisation_name,
        drafter_name=naskah.drafter_name,
        begun_at=naskah.begun_at,
        changed_at=naskah.changed_at,
        changed_by_name=naskah.changed_by_name,
        chain=tuple(
            ShownStep(
                it.position_id,
                it.title,
                holders[it.position_id],
                it.role,
                it.order,
                it.state,
                it.asked_at,
                it.at,
                it.by_name,
                it.note,
            )
            for it in naskah.chain
        ),
        asked_until=naskah.asked_until,
        thread=tuple(
            ShownVerdict(it.verdict, it.at, it.by_name, it.title, it.edition, it.note)
            for it in (thread.decisions if thread else ())
        ),
        posts=tuple(NamedPost(it, title_of(it, ctx), holders[it]) for it in posts),
        people=tuple(NamedPerson(it, _name(it, ctx)) for it in says.person_ids),
        edition=naskah.edition,
        number=naskah.signing.number if naskah.signing else "",
        remark=naskah.remark,
        cancel_reason=naskah.cancel_reason,
        answers_id=naskah.answers_id,
        is_mine=naskah.drafter_id == ctx.actor.id,
        my_turn=turn.role if turn else None,
    )


def _name(person_id: str, ctx: ReadContext) -> str:
    body = ctx.ports.cached.get(PERSONS.stored, person_id)
    return PERSONS.read(body).name if body else ""
