"""The composition root: settings read once, adapters chosen once, one operation loaded by its name."""

from __future__ import annotations

import json
import logging
import os
from concurrent.futures import ThreadPoolExecutor, wait
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from shared.kernel import catalogue
from shared.kernel.http import Door, event_payload, run_inner
from shared.kernel.journal import relay_row
from shared.settings import Settings, SettingWrong

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from shared.adapters.cached_reads import CachedReads
    from shared.adapters.embedded.file_door import FileDoor
    from shared.adapters.embedded.file_links import FileLinks
    from shared.adapters.embedded.folder_documents import FolderDocuments
    from shared.adapters.local_signer import LocalSigner
    from shared.events.event import EventEnvelope
    from shared.kernel.relay import Background
    from shared.ports.bus import Attempts, DirectBus, QueuedBus
    from shared.ports.clock import Clock
    from shared.ports.documents import Documents
    from shared.ports.identity import Identity
    from shared.ports.machine import Machine
    from shared.ports.mail import Mail
    from shared.ports.records import Records
    from shared.ports.sign_in_issuer import SignInIssuer
    from shared.ports.signer import Enrolment, Signer
    from shared.ports.timers import Timers
    from shared.signatures.authority import Authorities


_PROMPTLY = 0.2  # seconds that a caller waits for the relay in the cloud; what takes longer is the sweeper's work

_log = logging.getLogger("trowulan")


class Runtime:
    """The ports of one process; each adapter is imported and made when it is first used."""

    def __init__(self, settings: Settings) -> None:
        """Keep the settings; nothing is opened."""
        self.settings = settings
        self.public_url = settings.public_url
        self.demo = settings.demo
        self.trusted_proxies = settings.trusted_proxies
        self.background: Background | None = None
        self.listeners: dict[str, tuple[str, ...]] | None = None

    @cached_property
    def records(self) -> Records:
        """The record store."""
        cloud = self.settings.cloud
        if cloud is not None:
            from shared.adapters.google.firestore_records import FirestoreRecords

            return FirestoreRecords(cloud.project, emulator=cloud.firestore_emulator)
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
        cloud = self.settings.cloud
        if cloud is not None:
            from shared.adapters.google.cloud_documents import CloudDocuments

            return CloudDocuments(cloud.project, cloud.bucket, emulator=cloud.storage_emulator)
        return self._folder_documents

    @cached_property
    def file_door(self) -> FileDoor:
        """The embedded server's door behind the links to files; in the cloud the bucket has its own."""
        from shared.adapters.embedded.file_door import FileDoor

        return FileDoor(self._folder_documents, self._file_links, self.clock)

    @cached_property
    def _folder_documents(self) -> FolderDocuments:
        from shared.adapters.embedded.folder_documents import FolderDocuments

        return FolderDocuments(self.settings.data / "documents", self._file_links)

    @cached_property
    def _file_links(self) -> FileLinks:
        from shared.adapters.embedded.file_links import FileLinks
        from shared.adapters.embedded.keys import keys_by_id

        return FileLinks(lambda: keys_by_id(self.settings.data / "keys"))

    @cached_property
    def identity(self) -> Identity:
        """Accounts and tokens."""
        cloud = self.settings.cloud
        if cloud is not None:
            from shared.adapters.google.cloud_identity import CloudIdentity
            from shared.adapters.issuer_keys import IssuerKeys

            keys = [key.reveal() for key in cloud.keys]
            issuer_keys = IssuerKeys(cloud.issuer)
            return CloudIdentity(lambda: keys, self.cached, issuer_keys, cloud.callers, self.public_url)
        from shared.adapters.embedded.keys import signing_keys
        from shared.adapters.local_identity import LocalIdentity

        return LocalIdentity(lambda: signing_keys(self.settings.data / "keys"), self.cached)

    @cached_property
    def sign_in_issuer(self) -> SignInIssuer | None:
        """Where people sign in beside their accounts here, if anywhere."""
        settings, cloud = self.settings.issuer, self.settings.cloud
        if settings is not None:
            from shared.adapters.issuer_keys import IssuerKeys
            from shared.adapters.oidc_sign_in import OidcSignIn

            return OidcSignIn(settings, IssuerKeys(settings.issuer), self.public_url)
        if cloud is not None and cloud.auth_emulator:
            from shared.adapters.google.auth_emulator import AuthEmulator

            return AuthEmulator(cloud.project, self.public_url)
        return None

    @cached_property
    def mail(self) -> Mail | None:
        """Where e-mail is handed over."""
        if self.settings.smtp is None:
            return None
        from shared.adapters.smtp_mail import SmtpMail

        return SmtpMail(self.settings.smtp)

    @cached_property
    def signer(self) -> Signer:
        """Where people sign PDFs."""
        if self.settings.bsre is None:
            return self._local_signer
        from shared.adapters.bsre_signer import BsreSigner

        return BsreSigner(self.settings.bsre)

    @property
    def enrolment(self) -> Enrolment | None:
        """Where people get the certificates they sign by."""
        return self._local_signer if self.settings.bsre is None else None

    @property
    def signature_roots(self) -> tuple[str, ...]:
        """The roots of signatures that are known here; the office's own too where people now sign by another."""
        added = self.settings.signature_roots
        return (*self.signing_authorities.roots(), *([added] if added else []))

    @cached_property
    def _local_signer(self) -> LocalSigner:
        from shared.adapters.local_signer import LocalSigner

        return LocalSigner(self.records, self.signing_authorities, self.clock)

    @cached_property
    def signing_authorities(self) -> Authorities:
        """Where the office's own authority for signatures is kept."""
        cloud = self.settings.cloud
        if cloud is not None:
            from shared.adapters.google.sealed_authorities import SealedAuthorities

            keys = [key.reveal() for key in cloud.keys]
            return SealedAuthorities(self.records, lambda: keys)
        from shared.adapters.embedded.signing_authority import FileAuthorities

        return FileAuthorities(self.settings.data / "keys")

    @cached_property
    def bus(self) -> DirectBus:
        """The bus."""
        cloud = self.settings.cloud
        if cloud is None:
            return self._queues
        from shared.adapters.google.pubsub_bus import PubsubBus

        return PubsubBus(cloud.project, emulator=cloud.pubsub_emulator)

    @cached_property
    def attempts(self) -> Attempts:
        """The count of failed deliveries of pushed events."""
        from shared.adapters.google.pubsub_bus import PushAttempts

        return PushAttempts(self.records, self.clock)

    @cached_property
    def timers(self) -> Timers:
        """Moments at which scheduled functions look again."""
        from shared.adapters.due_timers import WAKE_UPS, DueTimers

        cloud = self.settings.cloud
        if cloud is None or cloud.tasks is None:
            return DueTimers(self.records, WAKE_UPS)
        from shared.adapters.google.cloud_identity import audience
        from shared.adapters.google.cloud_timers import CloudTimers

        return CloudTimers(self.records, self.clock, cloud.tasks, audience(self.public_url, "portal_fire_timers"))

    @cached_property
    def clock(self) -> Clock:
        """The clock."""
        from shared.adapters.clock import SystemClock

        return SystemClock()

    @cached_property
    def machine(self) -> Machine | None:
        """The machine that keeps the data."""
        if self.settings.cloud is not None:
            return None
        from shared.adapters.embedded.local_machine import LocalMachine

        return LocalMachine(self.settings.data)

    @cached_property
    def door(self) -> Door:
        """The HTTP side."""
        return Door(self, self.committed)

    def committed(self, row: str) -> None:
        """See that the events of a journal row are handed to the bus: now, or by the thread behind the calls."""
        if not row:
            return
        if self.background is not None:
            self.background.wake()
        elif self.settings.cloud is not None:
            # Once the answer is sent the function has no processor, so this must come before it.
            relaying = self._relaying.submit(self._relay, row)
            wait([relaying], timeout=_PROMPTLY)
            relaying.cancel()

    def _relay(self, row: str) -> None:
        try:
            relay_row(self.records, self.bus, row, self.clock.now())
        except Exception:  # noqa: BLE001 -- the command is done whatever becomes of its events; the sweeper tries again
            _log.exception("relay failed")

    @cached_property
    def _relaying(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(max_workers=16, thread_name_prefix="relay")

    @cached_property
    def _queues(self) -> QueuedBus:
        from shared.adapters.queue_bus import QueueBus

        return QueueBus(self.records, self.clock, self.subscribers, self.deliver)

    def is_heard(self, event_name: str) -> bool:
        """Whether an event must be relayed: where the listeners are not all known, it must."""
        if self.listeners is None and self.settings.cloud is not None:
            self.listeners = _listeners_of_manifest()
        return self.listeners is None or event_name in self.listeners

    def subscribers(self, event_name: str) -> tuple[str, ...]:
        """Return the targets that listen to an event of that name."""
        return (self.listeners or {}).get(event_name, ())

    def open_data(self) -> Path | None:
        """Take the data folder for a server: refuse newer data, and back up data that other code has left.

        Return that backup, if there is one. Raises SettingWrong.
        """
        from shared.adapters.embedded import backup, data_folder
        from shared.manifest import schemas

        data, known = self.settings.data, schemas()
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            data_folder.hold(data)  # until this process and the workers that it forks have ended
            data_folder.refuse_newer(data, known)
            made = backup.make_backup(data) if data_folder.is_of_other_code(data) else None
            data_folder.note_opened(data, known)
        except data_folder.DataRefused as refused:
            raise SettingWrong(str(refused)) from None
        return made

    def start_background(self) -> Background:
        """Start the threads that relay events, keep schedules and back up each day; for the embedded server."""
        from shared.adapters.due_timers import DueTimers
        from shared.adapters.embedded.daily_backup import DailyBackup
        from shared.adapters.embedded.data_folder import hold
        from shared.adapters.embedded.leader import FileLeadership
        from shared.kernel.relay import Background

        declarations = list(catalogue.everything())
        self.listeners = _listeners((it.target, [event.event_name() for event in it.events]) for it in declarations)
        leadership = FileLeadership(self.settings.data)
        self.background = Background(self, self._queues, DueTimers(self.records), leadership, declarations)
        self.background.start()
        hold(self.settings.data)  # the worker's own, wherever it is not a fork of the process that opened the data
        DailyBackup(self.settings.data).start()
        return self.background

    def deliver(self, target: str, envelope: EventEnvelope) -> None:
        """Run a reaction or an effect for one event; what it raises is for the bus to try again."""
        declaration = catalogue.find(target)
        payload = event_payload(declaration, envelope) if declaration else None
        if declaration is not None and payload is not None:
            run_inner(declaration, payload, envelope.id, self, envelope.id)


def _listeners_of_manifest() -> dict[str, tuple[str, ...]]:
    """Return what the deployment's functions listen to without importing one of them."""
    manifest = catalogue.ROOT / "infra" / "generated" / "functions.json"
    return _listeners((row["target"], row["events"]) for row in json.loads(manifest.read_text(encoding="utf-8")))


def _listeners(functions: Iterable[tuple[str, Sequence[str]]]) -> dict[str, tuple[str, ...]]:
    """Return the targets that listen to each event, by the event's name."""
    listeners: dict[str, tuple[str, ...]] = {}
    for target, events in functions:
        for event in events:
            listeners[event] = (*listeners.get(event, ()), target)
    return listeners


@cache
def runtime() -> Runtime:
    """Return this process's ports. Raises SettingWrong."""
    settings = Settings.from_environment(os.environ)
    if settings.cloud is not None:
        from shared.adapters.google.json_logs import write_json_lines

        write_json_lines(settings.cloud.project)
    return Runtime(settings)


@cache
def load(target: str) -> Callable[..., Any]:
    """Return the deployed function of a target. Raises AttributeError only when there is no such operation."""
    declaration = catalogue.find(target)
    if declaration is None:
        message = f"no operation is called {target!r}"
        raise AttributeError(message)
    try:
        runtime()
    except SettingWrong as wrong:
        raise SystemExit(str(wrong)) from None  # the start ends with the sentence
    from shared.targets import target_function

    return target_function(declaration, runtime)
