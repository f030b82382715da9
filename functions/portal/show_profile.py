"""Show who the caller is and what they hold."""

from __future__ import annotations

from functions.portal.records import ACCOUNTS, SESSIONS
from functions.portal.shown_profile import Profile, ProfilePerson, ProfilePosition, shown_second_step
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing


@query(permission=SIGNED_IN, refuses=(RecordMissing,))
def show_profile(ctx: ReadContext) -> Profile:
    """Show the caller's own person, positions and permissions."""
    person = ctx.directory.person(ctx.actor.id)
    if person is None:
        raise RecordMissing("Akun ini tidak ada lagi. Hubungi pengelola kepegawaian OPD Anda.")
    account = ctx.find(ACCOUNTS, ctx.actor.id, right_from="the caller's own account")
    session = ctx.find(SESSIONS, ctx.actor.session_id, right_from="the caller's own session")

    positions = tuple(
        ProfilePosition(
            held.position_id,
            held.position_title,
            held.kind,
            held.organisation_name,
            held.starts_on,
            held.ends_on,
        )
        for held in ctx.directory.positions_of(ctx.actor.id)
    )
    return Profile(
        ProfilePerson(person.id, person.name, person.nip, person.email),
        positions,
        tuple(sorted(ctx.actor.permissions)),
        session.started_at if session else None,
        account.password_at if account else None,
        ctx.directory.person_name(account.code_by) if account and account.code_by else None,
        shown_second_step(ctx),
    )
