"""That a NIP or an e-mail address is one person's.

Who has a number is found by a query, which guards nothing. So whoever takes a number also writes the number's own
record: of two who give it to two people at one moment, the second is run again and finds the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.directory.model import PERSON_NUMBERS, PersonNumber
from shared.values import fingerprint

if TYPE_CHECKING:
    from shared.directory.model import Person
    from shared.kernel.context import Context

_RIGHT = "the right to manage the directory"


def load_numbers(before: Person | None, after: Person, ctx: Context) -> tuple[PersonNumber, ...]:
    """Return the records of the numbers that a person takes, guarded from here on; before any write."""
    taken = tuple(
        PersonNumber(fingerprint("number", number), after.id)
        for number, earlier in (
            (after.nip, before.nip if before else None),
            (after.email, before.email if before else None),
        )
        if number and number != earlier
    )
    for record in taken:
        ctx.find(PERSON_NUMBERS, record.id, right_from=_RIGHT)
    return taken


def write_numbers(taken: tuple[PersonNumber, ...], ctx: Context) -> None:
    """Write whose the numbers are that were loaded in this transaction."""
    for record in taken:
        ctx.put(PERSON_NUMBERS, record)
