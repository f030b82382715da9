"""E-mail that waits, and what became of the rest: the delivery log of this channel."""

from __future__ import annotations

from functions.portal.domain.mail import Mail
from shared.kernel.collections import ListQuery, TypedCollection

DUE = ListQuery(equal=("state",), order="due_at", of_service=True)
OF_PERSON_NEWEST_FIRST = ListQuery(equal=("person_id",), order="asked_at", descending=True)
SETTLED_FIRST = ListQuery(equal=("state",), order="settled_at", of_service=True)
MAILS = TypedCollection("mails", Mail, key=lambda it: it.id, queries=(DUE, OF_PERSON_NEWEST_FIRST, SETTLED_FIRST))
