"""What the portal stores beside its records: who may list a job."""

from __future__ import annotations

from shared.jobs.job import JOBS
from shared.rebuild.derivation import readers_of

JOB_READERS = readers_of(JOBS, "Pekerjaan", 1)
