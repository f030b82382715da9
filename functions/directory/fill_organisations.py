"""Bring the regency's own organisations into the directory, as an office begins."""

from __future__ import annotations

from dataclasses import dataclass

from functions.directory.known_organisations import known_organisations
from shared.events.directory import OrganisationsFillMoved
from shared.jobs.advance import start
from shared.jobs.job import Job
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission


@dataclass(frozen=True, slots=True)
class OrganisationsToFill:
    """Nothing: which organisations there are, the release knows."""


@dataclass(frozen=True, slots=True)
class FillStarted:
    """The job that adds the organisations."""

    job_id: str


@operation(permission=Permission.MANAGE_DIRECTORY)
def fill_organisations(_: OrganisationsToFill, ctx: Context) -> FillStarted:
    """Add the OPDs, kecamatan, kelurahan and desa of the regency; what is there already stays as it is."""
    total = len(known_organisations())
    job = Job(
        ctx.new_id(), ctx.actor.id, "Susunan organisasi", "/direktori", total, ctx.now, ctx.now, is_cancellable=True
    )

    start(job, OrganisationsFillMoved(job.id, 0), ctx)
    return FillStarted(job.id)
