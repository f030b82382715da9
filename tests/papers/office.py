"""An OPD whose administrator states its letterhead, and what a clerk does with it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from functions.papers.begin_logo_upload import LogoUploadBegun, NewLogo, begin_logo_upload
from functions.papers.change_letterhead import LetterheadChanged, change_letterhead
from functions.papers.finish_logo_upload import LogoSet, SentLogo, finish_logo_upload
from functions.papers.letterheads import LetterheadToChange
from functions.papers.show_letterhead import ShownLetterhead, WhichLetterhead, show_letterhead
from shared.permissions import Permission
from tests.uploads.files import picture

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

LOGO = picture("PNG")


class Office:
    """Diskominfo, and Ratna, who administers it alone."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.ratna = desk.employee("Ratna", Permission.MANAGE_OFFICE, Permission.READ_DIRECTORY)
        self.id = self.ratna.organisation_id

    def change(self, by: Actor | None = None, version: int = 0, **fields: Any) -> LetterheadChanged:  # noqa: ANN401 -- whatever a test changes
        """State the letterhead; by Ratna, for her office, unless told otherwise."""
        typed = LetterheadToChange(**{"organisation_id": self.id, **fields}, version=version)
        changed: LetterheadChanged = self.desk.call(change_letterhead, typed, by=by or self.ratna)
        return changed

    def shown(self, organisation_id: str = "", by: Actor | None = None) -> ShownLetterhead:
        """Return what the page of an office shows."""
        which = WhichLetterhead(organisation_id or self.id)
        shown: ShownLetterhead = self.desk.call(show_letterhead, which, by=by or self.ratna)
        return shown

    def begin(
        self, name: str = "logo.png", content: bytes = LOGO, organisation_id: str = "", by: Actor | None = None
    ) -> LogoUploadBegun:
        """Announce a logo."""
        new = NewLogo(organisation_id or self.id, name, len(content), hashlib.sha256(content).hexdigest())
        begun: LogoUploadBegun = self.desk.call(begin_logo_upload, new, by=by or self.ratna)
        return begun

    def put(self, begun: LogoUploadBegun, content: bytes = LOGO) -> None:
        """Send it."""
        sent = self.desk.files.put(urlsplit(begun.url).path, data=content, headers=begun.headers)
        assert sent.status_code == 200

    def finish(self, begun: LogoUploadBegun, by: Actor | None = None, key: str = "") -> LogoSet:
        """Have it looked at."""
        finished: LogoSet = self.desk.call(finish_logo_upload, SentLogo(begun.upload_id), by=by or self.ratna, key=key)
        return finished

    def send(self, content: bytes = LOGO, organisation_id: str = "", by: Actor | None = None) -> None:
        """Do all three."""
        begun = self.begin(content=content, organisation_id=organisation_id, by=by)
        self.put(begun, content)
        self.finish(begun, by)
