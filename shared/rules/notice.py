"""What people are told, and how urgently."""

from __future__ import annotations

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice tells; one text each, one line each in a person's preferences."""

    AGENDA_INVITED = "agenda-invited"
    AGENDA_MOVED = "agenda-moved"
    AGENDA_CANCELLED = "agenda-cancelled"
    AGENDA_WITHDRAWN = "agenda-withdrawn"
    AGENDA_DEPUTY = "agenda-deputy"
    AGENDA_DEPUTY_DECLINED = "agenda-deputy-declined"
    AGENDA_ANSWER_ASKED = "agenda-answer-asked"
    AGENDA_TOMORROW = "agenda-tomorrow"
    SERIES_INVITED = "series-invited"
    SERIES_MOVED = "series-moved"
    SERIES_CANCELLED = "series-cancelled"
    AGENDA_SPOT_CHECK = "agenda-spot-check"
    TABLE_ROW_APPROVED = "table-row-approved"
    TABLE_ROW_REJECTED = "table-row-rejected"
    ROTATION_APPROVED = "rotation-approved"
    ROTATION_CANCELLED = "rotation-cancelled"
    DONE_IN_YOUR_NAME = "done-in-your-name"
    PASSWORD_CHOSEN = "password-chosen"  # noqa: S105 -- what is told, not one
    LETTER_WITHDRAWN = "letter-withdrawn"
    MAIL_GIVEN_UP = "mail-given-up"
    NOTULEN_RETURNED = "notulen-returned"
    DECISION_GIVEN = "decision-given"
    DECISION_DUE_SOON = "decision-due-soon"
    DECISION_OVERDUE = "decision-overdue"
    DECISION_CANCELLED = "decision-cancelled"
    SERTIFIKAT_ISSUED = "sertifikat-issued"
    SERTIFIKAT_WITHDRAWN = "sertifikat-withdrawn"
    DISPOSISI_REPORTED = "disposisi-reported"
    NASKAH_RETURNED = "naskah-returned"
    NASKAH_CHECKED = "naskah-checked"
    NASKAH_WAITS = "naskah-waits"
    NASKAH_LATE = "naskah-late"
    NASKAH_SIGNED = "naskah-signed"
    NASKAH_NOT_SIGNED = "naskah-not-signed"
    NASKAH_RECEIVED = "naskah-received"


class Urgency(StrEnum):
    """Whether a notice may wait for the end of a person's quiet hours."""

    NORMAL = "normal"
    URGENT = "urgent"
