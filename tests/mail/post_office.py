"""A mail server of the tests on this machine: it takes what is sent, or says what a test lets it say."""

from __future__ import annotations

import ssl
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from typing import TYPE_CHECKING, Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from shared.settings import SmtpSecurity, SmtpSettings
from shared.values import Secret
from tests.tools.launch import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage

    from aiosmtpd.smtp import SMTP, Envelope, Session

    from shared.lan.certificates import ServerCertificate

HOST = "127.0.0.1"
SENDER = "trowulan@mojokertokab.example"
USER = "trowulan"
PASSWORD = "a password of the tests"  # betterleaks:allow -- of the local post office alone


@dataclass
class PostOffice:
    """What arrived, in order; ``says`` is what it answers to a recipient instead of taking the text."""

    port: int
    received: list[EmailMessage] = field(default_factory=list)
    says: dict[str, str] = field(default_factory=dict)
    signed_in: list[bool] = field(default_factory=list)

    def settings(self, security: SmtpSecurity = SmtpSecurity.NONE) -> SmtpSettings:
        """Return how it is reached."""
        return SmtpSettings(HOST, self.port, security, SENDER)

    def secured(self, security: SmtpSecurity) -> SmtpSettings:
        """Return how it is reached with a password, encrypted."""
        return SmtpSettings(HOST, self.port, security, SENDER, USER, Secret(PASSWORD))

    def texts(self) -> list[tuple[str, str]]:
        """Return to whom what came, by its subject."""
        return [(str(it["To"]), str(it["Subject"])) for it in self.received]

    async def handle_RCPT(  # noqa: N802 -- aiosmtpd's names
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take a recipient, or say no."""
        del server, session, options
        if address in self.says:
            return self.says[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 -- (same)
        """Take a text."""
        del server
        assert isinstance(envelope.content, bytes)
        self.signed_in.append(bool(session.authenticated))
        self.received.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"

    def authenticate(self, *asked: Any) -> AuthResult:  # noqa: ANN401 -- aiosmtpd's form
        """Know one user."""
        given = asked[-1]
        return AuthResult(success=(given.login, given.password) == (USER.encode(), PASSWORD.encode()))


@contextmanager
def open_office(
    port: int | None = None, certificate: ServerCertificate | None = None, *, from_the_start: bool = False
) -> Iterator[PostOffice]:
    """Open the office, with a certificate if it is to speak TLS: after STARTTLS, or from the start."""
    office = PostOffice(port or free_port())
    context = _context(certificate) if certificate else None
    secured: dict[str, Any] = {"authenticator": office.authenticate, "auth_require_tls": False} if context else {}
    controller = Controller(
        office,
        hostname=HOST,
        port=office.port,
        ssl_context=context if from_the_start else None,
        tls_context=None if from_the_start else context,
        enable_SMTPUTF8=False,
        require_starttls=bool(context) and not from_the_start,
        **secured,
    )
    controller.start()
    try:
        yield office
    finally:
        controller.stop()


def _context(certificate: ServerCertificate) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate.chain, certificate.key)
    return context
