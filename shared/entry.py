"""The composition root: settings read once, adapters chosen once, one operation loaded by its name."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shared.kernel import catalogue
from shared.kernel.http import Door, event_payload, run_inner

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from shared.adapters.cached_reads import CachedReads
    from shared.events.event import EventEnvelope
    from shared.kernel.catalogue import Declaration
    from shared.kernel.relay import Background
    from shared.ports.clock import Clock
    from shared.ports.documents import Documents
    from shared.ports.identity import Identity
    from shared.ports.records import Records


class SettingWrong(Exception):
    """A setting is missing or wrong; the sentence says which and what it should be."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What differs between deployments. Read from the environment once, in `from_environment`."""

    mode: str
    data: Path
    public_url: str
    project: str
    demo: bool
    firestore_emulator: str
    authority: Path | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Settings:
        """Read the settings. Raises SettingWrong with a sentence."""
        mode = environment.get("TROWULAN_MODE", "embedded")
        if mode not in {"embedded", "google"}:
            message = f"TROWULAN_MODE harus embedded atau google, bukan {mode!r}."
            raise SettingWrong(message)
        project = environment.get("GOOGLE_CLOUD_PROJECT", "")
        if mode == "google" and not project:
            message = "Mode google memerlukan GOOGLE_CLOUD_PROJECT: isi dengan nama proyeknya."
            raise SettingWrong(message)
        public_url = environment.get("TROWULAN_PUBLIC_URL", "http://127.0.0.1:8080").rstrip("/")
        if not public_url.startswith(("http://", "https://")):
            message = f"TROWULAN_PUBLIC_URL harus alamat lengkap seperti https://trowulan.go.id, bukan {public_url!r}."
            raise SettingWrong(message)
        demo = environment.get("TROWULAN_DEMO", "no")
        if demo not in {"yes", "no"}:
            message = f"TROWULAN_DEMO harus yes atau no, bukan {demo!r}."
            raise SettingWrong(message)
        data = Path(environment.get("TROWULAN_DATA", "var"))
        # The name by which Google's own libraries look for an emulator.
        emulator = environment.get("FIRESTORE_EMULATOR_HOST", "")
        authority = environment.get("TROWULAN_AUTHORITY", "")
        return cls(mode, data, public_url, project, demo == "yes", emulator, Path(authority) if authority else None)


class Runtime:
    """The ports of one process; each adapter is imported and made when it is first used."""

    def __init__(self, settings: Settings) -> None:
        """Keep the settings; nothing is opened."""
        self.settings = settings
        self.public_url = settings.public_url
        self.demo = settings.demo
        self.background: Background | None = None
        self.listeners: dict[str, tuple[str, ...]] | None = None

    @cached_property
    def records(self) -> Records:
        """The record store."""
        if self.settings.mode == "google":
            from shared.adapters.google.firestore_records import FirestoreRecords

            return FirestoreRecords(self.settings.project, emulator=self.settings.firestore_emulator)
        from shared.adapters.embedded.sqlite_records import SqliteRecords

        self.settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        return SqliteRecords(self.settings.data / "records.db")

    @cached_property
    def cached(self) -> CachedReads:
        """The record store as it was at most a minute ago."""
        from shared.adapters.cached_reads import CachedReads

        return CachedReads(lambda: self.records)

    @cached_property
    def documents(self) -> Documents:
        """The document store."""
        from shared.adapters.embedded.folder_documents import FolderDocuments

        return FolderDocuments(self.settings.data / "documents")

    @cached_property
    def identity(self) -> Identity:
        """Accounts and tokens."""
        from shared.adapters.embedded.keys import signing_keys
        from shared.adapters.local_identity import LocalIdentity

        return LocalIdentity(lambda: signing_keys(self.settings.data / "keys"), self.cached)

    @cached_property
    def clock(self) -> Clock:
        """The clock."""
        from shared.adapters.clock import SystemClock

        return SystemClock()

    @cached_property
    def door(self) -> Door:
        """The HTTP side."""
        return Door(self, self.committed)

    def committed(self) -> None:
        """Wake whoever relays events."""
        if self.background is not None:
            self.background.wake()

    def is_heard(self, event_name: str) -> bool:
        """Whether an event must be relayed: where the listeners are not all known, it must."""
        return self.listeners is None or event_name in self.listeners

    def subscribers(self, event_name: str) -> tuple[str, ...]:
        """Return the targets that listen to an event of that name."""
        return (self.listeners or {}).get(event_name, ())

    def start_background(self) -> Background:
        """Start the thread that relays events and keeps schedules; for the embedded server."""
        from shared.adapters.due_timers import DueTimers
        from shared.adapters.embedded.leader import FileLeadership
        from shared.adapters.queue_bus import QueueBus
        from shared.kernel.relay import Background

        declarations = list(catalogue.everything())
        self.listeners = _listeners(declarations)
        bus = QueueBus(self.records, self.clock, self.subscribers, self.deliver)
        leadership = FileLeadership(self.settings.data)
        self.background = Background(self, bus, DueTimers(self.records), leadership, declarations)
        self.background.start()
        return self.background

    def deliver(self, target: str, envelope: EventEnvelope) -> None:
        """Run a reaction or an effect for one event; what it raises is for the bus to try again."""
        declaration = catalogue.find(target)
        payload = event_payload(declaration, envelope) if declaration else None
        if declaration is not None and payload is not None:
            run_inner(declaration, payload, envelope.id, self, envelope.id)


def _listeners(declarations: Sequence[Declaration]) -> dict[str, tuple[str, ...]]:
    """Return the targets that listen to each event, by the event's name."""
    listeners: dict[str, tuple[str, ...]] = {}
    for declaration in declarations:
        for event in declaration.events:
            listeners[event.event_name()] = (*listeners.get(event.event_name(), ()), declaration.target)
    return listeners


@cache
def runtime() -> Runtime:
    """Return this process's ports. Raises SettingWrong."""
    return Runtime(Settings.from_environment(os.environ))


@cache
def load(target: str) -> Callable[..., Any]:
    """Return the deployed function of a target. Raises AttributeError only when there is no such operation."""
    declaration = catalogue.find(target)
    if declaration is None:
        message = f"no operation is called {target!r}"
        raise AttributeError(message)
    from shared.targets import target_function

    return target_function(declaration, runtime)
