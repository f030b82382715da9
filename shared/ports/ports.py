"""All ports of a process, as the composition root hands them to the kernel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from shared.ports.bus import DirectBus
    from shared.ports.clock import Clock
    from shared.ports.documents import Documents
    from shared.ports.identity import Identity
    from shared.ports.machine import Machine
    from shared.ports.mail import Mail
    from shared.ports.records import Reads, Records
    from shared.ports.sign_in_issuer import SignInIssuer
    from shared.ports.signer import Enrolment, Signer
    from shared.ports.timers import Timers


class Ports(Protocol):
    """Everything outside, as the composition root hands it over; each part is made on first use."""

    @property
    def records(self) -> Records:
        """The record store."""
        ...

    @property
    def cached(self) -> Reads:
        """The record store as it was at most a minute ago."""
        ...

    @property
    def documents(self) -> Documents:
        """The document store."""
        ...

    @property
    def identity(self) -> Identity:
        """Accounts and tokens."""
        ...

    @property
    def bus(self) -> DirectBus:
        """Where events are handed to."""
        ...

    @property
    def timers(self) -> Timers:
        """Moments at which scheduled functions look again, between their schedule's: ``<target>@<why>``."""
        ...

    @property
    def clock(self) -> Clock:
        """The clock."""
        ...

    @property
    def machine(self) -> Machine | None:
        """The machine that keeps the data; None in the cloud, where the service sees to disks and backups."""
        ...

    @property
    def mail(self) -> Mail | None:
        """Where e-mail is handed over; None where none can be sent."""
        ...

    @property
    def public_url(self) -> str:
        """Where the portal is reached from outside."""
        ...

    @property
    def demo(self) -> bool:
        """Whether everything here is for demonstration."""
        ...

    @property
    def trusted_proxies(self) -> int:
        """How many proxies in front write down whom they were called by."""
        ...

    @property
    def sign_in_issuer(self) -> SignInIssuer | None:
        """Where people sign in beside their accounts here, if anywhere."""
        ...

    @property
    def signer(self) -> Signer:
        """Where people sign PDFs."""
        ...

    @property
    def enrolment(self) -> Enrolment | None:
        """Where people get the certificates they sign by; None where a provider outside gives them."""
        ...

    @property
    def signature_roots(self) -> tuple[str, ...]:
        """The roots, in PEM, of signatures that are known here: our own authority's, and those that a setting adds."""
        ...

    def is_heard(self, event_name: str) -> bool:
        """Whether an event of that name must be relayed."""
        ...
