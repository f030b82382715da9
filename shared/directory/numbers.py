"""That a NIP or an e-mail address is one person's.

Who has a number is found by a query, which guards nothing. So whoever takes a number also writes the number's own
record: of two who give it to two people at one moment, the second is run again and finds the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.directory.model import PERSON_NUMBERS, PERSONS, PersonNumber
from shared.values import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shared.directory.model import Person
    from shared.kernel.context import Context, ReadContext

_RIGHT = "the right to manage the directory"


def load_numbers(before: Person | None, after: Person, ctx: Context) -> tuple[PersonNumber, ...]:
    """Return the records of the numbers that a person takes, guarded from here on; before any write."""
    taken = tuple(
        PersonNumber(number_key(number), after.id)
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


def number_key(number: str) -> str:
    """Return the key of a number's own record."""
    return fingerprint("number", number)


def numbers_of(person: Person) -> Iterator[PersonNumber]:
    """Yield the records of the numbers that a new person has."""
    return (PersonNumber(number_key(number), person.id) for number in (person.nip, person.email) if number)


def holders_of(numbers: Iterable[str], ctx: ReadContext) -> dict[str, Person]:
    """Return who has each of these NIPs and addresses, as far as the numbers' own records say: many in few questions.

    Whoever was written before numbers had records is not found by it.
    """
    keys = {number_key(number): number for number in numbers}
    records = ctx.ports.records.get_many(PERSON_NUMBERS.stored, keys)
    taken = {keys[key]: PERSON_NUMBERS.read(body).person_id for key, body in records.items()}
    people = ctx.ports.records.get_many(PERSONS.stored, set(taken.values()))
    known = {key: PERSONS.read(body) for key, body in people.items()}
    found = ((number, known.get(person_id)) for number, person_id in taken.items())
    return {number: person for number, person in found if person and number in {person.nip, person.email}}
