"""The floor under a cold start in the cloud: a target that does nothing, with the client that it would need."""

from __future__ import annotations

from flask import Request
from google.cloud import firestore


def answer(_: Request) -> dict[str, str]:
    """Answer at once."""
    return {"client": firestore.Client.__name__}
