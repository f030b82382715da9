"""Notulen as operations get them: who may see and do what, and what the paper states."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from functions.eagenda.attachments import agenda_to_read
from functions.eagenda.domain.agenda import may_organise
from functions.eagenda.domain.notulen import Notulen, Officer, first_notulen
from functions.eagenda.domain.notulen_edition import Edition
from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.records import AGENDAS, ATTENDANCE, INVITATIONS, OF_AGENDA_IN_ORDER, participation_key
from functions.eagenda.tables import FOLLOW_UP_POLICY
from shared.directory.standing import find_standing
from shared.kernel.collections import ListQuery, TypedCollection
from shared.letterheads import kop_of
from shared.letters import notulen as paper
from shared.letters.check_block import check_block
from shared.papers import Fact, Paper, PaperKind, write_code
from shared.permissions import Permission
from shared.refusals import InvalidField
from shared.rules.calendar import day_date, long_date, span, wib_date
from shared.tables.rows import value_on
from shared.tasks.task import Task, TaskKind, new_task, of_person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.attendance import Attendee
    from functions.eagenda.domain.follow_up_policy import FollowUpPolicy
    from shared.kernel.context import Context, ReadContext

RIGHT = "the agenda whose notulen it is"


def edition_key(agenda_id: str, number: int) -> str:
    """Return the one key for the paper of a number."""
    return f"{agenda_id}:{number}"


OF_AGENDA = ListQuery(equal=("agenda_id",), order="number")
NOTULEN = TypedCollection("notulen", Notulen, key=lambda it: it.agenda_id, matter=lambda it: it.agenda_id)
EDITIONS = TypedCollection(
    "notulen_editions",
    Edition,
    key=lambda it: edition_key(it.agenda_id, it.number),
    matter=lambda it: it.agenda_id,
    queries=(OF_AGENDA,),
)


@dataclass(frozen=True, slots=True)
class Access:
    """An agenda with its notulen, and how the caller stands to it. Who organises also names who writes."""

    agenda: Agenda
    notulen: Notulen
    organises: bool
    is_notulis: bool
    is_chair: bool
    attended: bool

    @property
    def sees_draft(self) -> bool:
        """Whether the caller may read what is not final."""
        return self.organises or self.is_notulis or self.is_chair

    @property
    def sees_final(self) -> bool:
        """Whether the caller may read what is final: also who attended, as with the recording and the slides."""
        return self.sees_draft or self.attended


def notulen_access(agenda_id: str, ctx: ReadContext) -> Access:
    """Return the notulen of an agenda that the caller runs, may read or is invited to. Raises RecordMissing.

    Being named gives no right by itself: whose invitation to a secret agenda is withdrawn reads nothing of it any more.
    """
    agenda = agenda_to_read(agenda_id, ctx)
    notulen = ctx.find(NOTULEN, agenda.id, right_from=RIGHT) or first_notulen(agenda)
    attended = ctx.find(ATTENDANCE, participation_key(agenda.id, ctx.actor.id), right_from="the caller's own")
    organises = (
        Permission.ORGANISE_AGENDA in ctx.actor.permissions
        and ctx.find(AGENDAS, agenda.id) is not None  # whoever is only invited to a secret one does not run it
        and may_organise(agenda, ctx.actor.id, ctx.actor.organisation_id)
    )
    return Access(
        agenda,
        notulen,
        organises,
        notulen.notulis.person_id == ctx.actor.id,
        notulen.chair.person_id == ctx.actor.id,
        attended is not None and ctx.now >= agenda.ends_at,
    )


def officer(agenda: Agenda, person_id: str, pointer: str, ctx: ReadContext) -> Officer:
    """Return somebody whom the office may name: invited, or a colleague. Raises InvalidField for anybody else.

    Of a secret agenda colleagues know nothing, so only who is invited, or the organiser.
    """
    standing = find_standing(ctx.ports.cached, person_id, ctx.now)
    held = standing.on(wib_date(ctx.now)) if standing else ()
    invited = ctx.find(INVITATIONS, participation_key(agenda.id, person_id), right_from=RIGHT) is not None
    colleague = agenda.visibility is not Visibility.SECRET and any(
        it.organisation_id == agenda.organiser.organisation_id for it in held
    )
    if standing is None or not (invited or colleague or person_id == agenda.organiser.person_id):
        raise InvalidField(pointer, "Pilih orang yang diundang, atau rekan satu OPD.")
    title = held[0].position_title if held else ""
    return Officer(person_id, standing.name, standing.nip, title)


def participants(agenda: Agenda, ctx: ReadContext) -> Iterator[Attendee]:
    """Yield everybody present once, in order of arrival."""
    seen: set[str] = set()
    for _, it in ctx.every(ATTENDANCE, OF_AGENDA_IN_ORDER, equal=(agenda.id,), right_from=RIGHT):
        if it.attendee.person_id not in seen:
            seen.add(it.attendee.person_id)
            yield it.attendee


def follow_up_policy(ctx: ReadContext) -> FollowUpPolicy:
    """Return what holds for decisions on the day of the call."""
    return value_on(wib_date(ctx.now), FOLLOW_UP_POLICY, ctx)


def writing_task(agenda: Agenda, notulen: Notulen, ctx: Context) -> Task:
    """Return what asks the notulis to write."""
    return new_task(
        TaskKind.NOTULEN_TO_WRITE,
        agenda.id,
        within_id=agenda.id,
        addressees=(of_person(notulen.notulis.person_id),),
        title=agenda.title,
        detail="Tulis notulen rapat ini",
        link=f"/agenda/{agenda.id}/notulen",
        asker=ctx.actor,
        now=ctx.now,
    )


def approval_task(agenda: Agenda, notulen: Notulen, ctx: Context) -> Task:
    """Return what asks the chair to approve."""
    return new_task(
        TaskKind.NOTULEN,
        agenda.id,
        within_id=agenda.id,
        addressees=(of_person(notulen.chair.person_id),),
        title=agenda.title,
        detail="Notulen menunggu persetujuan Anda",
        link=f"/agenda/{agenda.id}/notulen",
        asker=ctx.actor,
        now=ctx.now,
    )


def on_paper(agenda: Agenda, edition: Edition, ctx: ReadContext) -> paper.NotulenPaper:
    """Return the paper of an edition; it is dated by its approval, so it prints alike."""
    text = edition.text
    return paper.NotulenPaper(
        kop=kop_of(agenda.organiser.organisation_id, agenda.organiser.organisation_name, ctx),
        title=agenda.title,
        place=agenda.place,
        starts_at=agenda.starts_at,
        ends_at=agenda.ends_at,
        invitation=text.invitation,
        points=text.points,
        chair=paper.PersonOnPaper(edition.chair.name, edition.chair.nip, edition.chair.position_title),
        notulis=paper.PersonOnPaper(edition.notulis.name, edition.notulis.nip, edition.notulis.position_title),
        participants=[
            paper.PersonOnPaper(it.name, None, it.position_shown or it.organisation_name)
            for it in participants(agenda, ctx)
        ],
        sheet=f"versi {edition.sheet_version}"
        + (f", kode {write_code(edition.sheet_code)}" if edition.sheet_code else ""),
        opening=text.opening,
        discussion=text.discussion,
        conclusion=text.conclusion,
        closing=text.closing,
        decisions=[
            paper.DecisionOnPaper(it.text, owner, long_date(it.due_on) if it.due_on else "")
            for it, owner in zip(text.decisions, edition.owners, strict=True)
        ],
        edition=edition.number,
        reason=edition.reason,
        approved_at=edition.approved_at,
        content_sha256=edition.sha256,
        check=check_block(edition.code, ctx.ports.public_url, demo=ctx.ports.demo),
        demo=ctx.ports.demo,
    )


def hashed(agenda: Agenda, edition: Edition, ctx: ReadContext) -> Edition:
    """Return the edition with the hash of what its paper states."""
    return replace(edition, sha256=paper.content_sha256(on_paper(agenda, edition, ctx)))


def document_name(edition: Edition) -> str:
    """Return where a final notulen is kept, beside the agenda's other papers."""
    return f"eagenda/{edition.agenda_id}/notulen-{edition.number}.pdf"


def issued(agenda: Agenda, edition: Edition, *, demo: bool) -> Paper:
    """Return what whoever holds the paper is told of it; of a secret agenda neither title nor place."""
    is_secret = agenda.visibility is Visibility.SECRET
    when = f"{day_date(wib_date(agenda.starts_at))}, {span(agenda.starts_at, agenda.ends_at)}"
    return Paper(
        code=edition.code,
        kind=PaperKind.NOTULEN,
        title="Agenda rahasia" if is_secret else agenda.title,
        organisation_name=agenda.organiser.organisation_name,
        signer_name=edition.chair.name,
        signer_position=edition.chair.position_title,
        issued_at=edition.approved_at,
        version=edition.number,
        content_sha256=edition.sha256,
        document=document_name(edition),
        facts=(
            Fact("Waktu", when),
            *(() if is_secret else (Fact("Tempat", agenda.place),)),
            Fact("Pembuat notulen", edition.notulis.name),
            Fact("Jumlah keputusan", f"{len(edition.text.decisions)}"),
            Fact("Tanda tangan", "Disetujui pimpinan rapat di Trowulan; bukan tanda tangan elektronik"),
        ),
        demo=demo,
    )
