"""The link by which a file that was announced is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.ports.documents import Upload
from shared.rules.files import UPLOAD_WITHIN

if TYPE_CHECKING:
    from datetime import datetime

    from shared.kernel.context import ReadContext
    from shared.ports.documents import UploadLink
    from shared.rules.files import FileKind


def link_for(name: str, kind: FileKind, size: int, ctx: ReadContext) -> tuple[UploadLink, datetime]:
    """Return the link for a file of this size in bytes under a name in quarantine, and until when it is good.

    In the cloud this asks another service to sign, so it stands in the ``call`` of an operation.
    """
    until = ctx.now + UPLOAD_WITHIN
    return ctx.ports.documents.upload_link(Upload(name, kind.media_type, size), ctx.now, until), until
