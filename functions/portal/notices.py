"""What people were told, and how they want to be told."""

from __future__ import annotations

from functions.portal.domain.notice import Notice, Preferences
from shared.kernel.collections import ListQuery, TypedCollection

OWN_NOTICES = "the caller's own notices"
MOST_COUNTED = 100

OF_PERSON_NEWEST_FIRST = ListQuery(equal=("person_id",), order="at", descending=True)
UNREAD = ListQuery(equal=("person_id", "is_read"))
OLDEST_FIRST = ListQuery(order="at", of_service=True)
WITH_DIGEST = ListQuery(equal=("digest",), of_service=True)
NOTICES = TypedCollection(
    "notices", Notice, key=lambda it: it.id, queries=(OF_PERSON_NEWEST_FIRST, UNREAD, OLDEST_FIRST)
)
NOTICE_PREFERENCES = TypedCollection(
    "notice_preferences", Preferences, key=lambda it: it.person_id, queries=(WITH_DIGEST,)
)
