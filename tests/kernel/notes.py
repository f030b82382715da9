"""A small system of notes, only here: one operation for each thing that the kernel promises about all of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from shared.cookies import REFRESH
from shared.events.event import Event
from shared.kernel.catalogue import CatchUp, operation, query, scheduled
from shared.kernel.collections import ListQuery, TypedCollection
from shared.kernel.context import Context, ReadContext
from shared.kernel.limits import PerActor
from shared.kernel.problems import Stale
from shared.permissions import HALL_DISPLAY, PUBLIC, SIGNED_IN, Permission
from shared.ports.records import Busy
from shared.refusals import RecordMissing, Refusal
from shared.values import Instant, Line, Nip, Secret, Text, fingerprint

INSIDE = "the inside of the office"


@dataclass(frozen=True, slots=True)
class Note:
    """A note of an organisation."""

    id: str
    text: str
    organisation_id: str
    at: Instant
    nip: Nip | None = None
    pin: Secret | None = None


@dataclass(frozen=True, slots=True)
class Try:
    """Something that was refused, and is kept."""

    text: str
    count: int


IN_ORDER = ListQuery(order="at")
OF_ORGANISATION = ListQuery(equal=("organisation_id",), order="at")
FOR_SERVICES = ListQuery(order="at", descending=True, of_service=True)
OF_TEXT = ListQuery(equal=("text",))

NOTES = TypedCollection(
    "notes",
    Note,
    key=lambda it: it.id,
    readers=lambda it: (f"org:{it.organisation_id}",),
    organisation=lambda it: it.organisation_id,
    queries=(IN_ORDER, OF_ORGANISATION, FOR_SERVICES),
)
TRIES = TypedCollection("tries", Try, key=lambda it: fingerprint(it.text), queries=(OF_TEXT,))


@dataclass(frozen=True, slots=True)
class NoteWritten(Event):
    """A note was written."""

    topic: ClassVar[str] = "kernel"
    note_id: str


@dataclass(frozen=True, slots=True)
class PinTold(Event):
    """A fact that no event may tell."""

    topic: ClassVar[str] = "kernel"
    pin: Secret


class NotNow(Refusal):
    """Refused, and kept."""

    title = "Belum waktunya."


@dataclass(frozen=True, slots=True)
class NewNote:
    """What a person fills in."""

    text: Line
    copies: int = 1
    urgent: bool = False
    tags: tuple[Annotated[str, Text(1, 20)], ...] = ()


@dataclass(frozen=True, slots=True)
class WhichNote:
    """Which note."""

    note_id: str


@dataclass(frozen=True, slots=True)
class WhichNotes:
    """Which part of the list."""

    cursor: str | None = None
    organisation_id: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A new text for a note, as its writer saw it."""

    note_id: str
    version: int
    text: Line


@dataclass(frozen=True, slots=True)
class NoteId:
    """The note's id."""

    id: str


@dataclass(frozen=True, slots=True)
class NoteShown:
    """A note for the eyes of its readers; the NIP is masked by its type."""

    id: str
    text: str
    nip: Nip | None


@dataclass(frozen=True, slots=True)
class NotesShown:
    """A part of the list."""

    texts: tuple[str, ...]
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class SecretAnswer:
    """What must not be answered."""

    pin: Secret


@dataclass(frozen=True, slots=True)
class TokenGiven:
    """A token that is answered once and never stored."""

    token: str


@operation(permission=SIGNED_IN)
def write_note(new: NewNote, ctx: Context) -> NoteId:
    """Write a note."""
    note = Note(ctx.new_id(), new.text, ctx.actor.organisation_id, ctx.now, nip=ctx.actor.nip)

    ctx.create(NOTES, note)
    ctx.emit(NoteWritten(note.id))
    return NoteId(note.id)


@operation(permission=SIGNED_IN, refuses=(RecordMissing, Stale))
def change_note(change: Change, ctx: Context) -> NoteId:
    """Change a note's text."""
    note = ctx.get(NOTES, change.note_id)

    ctx.put(NOTES, replace(note, text=change.text), seen=change.version)
    return NoteId(note.id)


@query(permission=SIGNED_IN, refuses=(RecordMissing,))
def show_note(which: WhichNote, ctx: ReadContext) -> NoteShown:
    """Show a note."""
    note = ctx.get(NOTES, which.note_id)
    return NoteShown(note.id, note.text, note.nip)


@query(permission=SIGNED_IN)
def list_notes(which: WhichNotes, ctx: ReadContext) -> NotesShown:
    """List two notes at a time."""
    if which.organisation_id is None:
        page = ctx.list(NOTES, IN_ORDER, cursor=which.cursor, limit=2)
    else:
        page = ctx.list(NOTES, OF_ORGANISATION, equal=(which.organisation_id,), cursor=which.cursor, limit=2)
    return NotesShown(tuple(note.text for _, note in page.items), page.next_cursor)


@query(permission=SIGNED_IN)
def list_for_services(ctx: ReadContext) -> NotesShown:
    """Ask, as a person, for the list of our own services."""
    page = ctx.list(NOTES, FOR_SERVICES)
    return NotesShown(tuple(note.text for _, note in page.items), None)


@query(permission=SIGNED_IN)
def list_without_right(ctx: ReadContext) -> NotesShown:
    """List a collection that has no readers, without a right."""
    page = ctx.list(TRIES, OF_TEXT, equal=("x",))
    return NotesShown(tuple(it.text for _, it in page.items), None)


@operation(permission=SIGNED_IN)
def read_after_write(new: NewNote, ctx: Context) -> NoteId:
    """Read after a write, which no operation may."""
    key = ctx.create(NOTES, Note(ctx.new_id(), new.text, "", ctx.now))
    ctx.find(NOTES, "another")
    return NoteId(key)


@operation(permission=SIGNED_IN)
def break_down(_: NewNote, ctx: Context) -> NoteId:
    """Fail as only a programmer's mistake does."""
    ctx.create(NOTES, Note(ctx.new_id(), "left behind", "", ctx.now))
    raise RuntimeError(INSIDE)


@operation(permission=SIGNED_IN)
def be_busy(_: NewNote, ctx: Context) -> NoteId:
    """Find too many others at the same document."""
    raise Busy(ctx.actor.id)


@operation(permission=SIGNED_IN)
def answer_secret(_: NewNote, ctx: Context) -> SecretAnswer:
    """Answer a secret by mistake."""
    return SecretAnswer(Secret(f"{INSIDE} {ctx.now}"))


@operation(permission=SIGNED_IN)
def tell_secret(_: NewNote, ctx: Context) -> NoteId:
    """Tell a secret to the other systems by mistake."""
    ctx.emit(PinTold(Secret(INSIDE)))
    return NoteId("")


@operation(permission=SIGNED_IN, refuses=(NotNow,))
def refuse_with_secret(_: NewNote, ctx: Context) -> NoteId:
    """Put a secret among a refusal's facts by mistake."""
    raise NotNow("Coba besok.", pin=Secret(INSIDE), at=ctx.now)


@operation(permission=SIGNED_IN, secret=True)
def give_token(new: NewNote, ctx: Context) -> TokenGiven:
    """Give a token that must not be stored."""
    ctx.create(NOTES, Note(ctx.new_id(), new.text, "", ctx.now))
    return TokenGiven(f"token-of-{new.text}")


@operation(permission=SIGNED_IN, refuses=(NotNow,), keeps=(TRIES,))
def try_early(new: NewNote, ctx: Context) -> NoteId:
    """Write a note, and refuse unless it is urgent; the refusal keeps how often it was tried."""
    before = ctx.find(TRIES, fingerprint(new.text), right_from="the try itself")
    tried = Try(new.text, before.count + 1 if before else 1)
    key = ctx.create(NOTES, Note(ctx.new_id(), new.text, ctx.actor.organisation_id, ctx.now))
    if tried.count <= new.copies:
        raise NotNow("Coba lagi sebentar lagi.", keep=(tried,), tried=tried.count)
    return NoteId(key)


@operation(permission=SIGNED_IN, refuses=(NotNow,))
def keep_undeclared(_: NewNote, ctx: Context) -> NoteId:
    """Keep something without declaring where."""
    raise NotNow("Coba besok.", keep=(Try(ctx.actor.id, 1),))


@operation(permission=SIGNED_IN, limit=PerActor(per_minute=60, burst=3))
def write_seldom(_: NewNote, ctx: Context) -> NoteId:
    """Answer at most three times at once."""
    return NoteId(ctx.actor.id)


@operation(permission=Permission.ORGANISE_AGENDA)
def organise(_: NewNote, ctx: Context) -> NoteId:
    """Do what only an organiser may."""
    return NoteId(ctx.actor.id)


@operation(permission=PUBLIC)
def greet(_: NewNote, ctx: Context) -> NoteId:
    """Answer anybody, with the refresh cookie's presence."""
    return NoteId("with-cookie" if ctx.call.cookies.get(REFRESH) else "without-cookie")


@query(permission=HALL_DISPLAY)
def show_to_display(ctx: ReadContext) -> NoteId:
    """Answer a hall display."""
    return NoteId(ctx.actor.id)


@scheduled(cron="*/5 * * * *", catch_up=CatchUp.ONCE)
def tidy_notes(ctx: Context) -> None:
    """Leave a note at each run."""
    ctx.create(NOTES, Note(ctx.new_id(), "tidied", "", ctx.now))


@scheduled(cron="*/5 * * * *", catch_up=CatchUp.SKIP)
def greet_the_day(ctx: Context) -> None:
    """Leave a note at each run that is on time."""
    ctx.create(NOTES, Note(ctx.new_id(), "greeted", "", ctx.now))
