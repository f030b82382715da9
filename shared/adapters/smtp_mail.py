"""Mail by SMTP (RFC 5321): by TLS, or by STARTTLS, which the server must then offer; in the clear to loopback only."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage
from email.utils import formatdate
from typing import TYPE_CHECKING

from shared.ports.mail import MailOutcome, MailResult
from shared.settings import SmtpSecurity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.ports.mail import MailMessage
    from shared.settings import SmtpSettings

_SECONDS = 10  # a server that is silent for longer is away
_FOR_GOOD = 500


class SmtpMail:
    """One server of the office's, or of whoever carries its mail."""

    def __init__(self, settings: SmtpSettings) -> None:
        """Remember where; nothing is opened."""
        self._settings = settings

    @property
    def sender(self) -> str:
        """The office's own address."""
        return self._settings.sender

    def send(self, messages: Sequence[MailMessage]) -> list[MailResult]:
        """Hand the texts over on one connection; where it breaks the rest waits."""
        results: list[MailResult] = []
        try:
            with self._connected() as server:
                for message in messages:
                    results.append(self._send(server, message))  # noqa: PERF401 -- those before a break count
        except smtplib.SMTPResponseException as error:
            results += _not_now(messages, results, str(error.smtp_code))
        except (OSError, smtplib.SMTPException) as error:
            results += _not_now(messages, results, type(error).__name__)
        return results

    def _connected(self) -> smtplib.SMTP:
        settings, secured = self._settings, ssl.create_default_context()
        if settings.security is SmtpSecurity.TLS:
            server: smtplib.SMTP = smtplib.SMTP_SSL(settings.host, settings.port, timeout=_SECONDS, context=secured)
        else:
            server = smtplib.SMTP(settings.host, settings.port, timeout=_SECONDS)
        try:
            if settings.security is SmtpSecurity.STARTTLS:
                server.starttls(context=secured)
            if settings.user and settings.password:
                server.login(settings.user, settings.password.reveal())
        except BaseException:
            server.close()
            raise
        return server

    def _send(self, server: smtplib.SMTP, message: MailMessage) -> MailResult:
        try:
            server.send_message(self._written(message), self._settings.sender, [message.to])
        except smtplib.SMTPRecipientsRefused as error:
            [(code, _)] = error.recipients.values()
            return MailResult(MailOutcome.REFUSED if code >= _FOR_GOOD else MailOutcome.NOT_NOW, str(code))
        except (ValueError, smtplib.SMTPNotSupportedError):
            return MailResult(MailOutcome.REFUSED, "address")  # one that cannot be written holds up nobody else
        except smtplib.SMTPDataError as error:
            refused = error.smtp_code >= _FOR_GOOD
            return MailResult(MailOutcome.REFUSED if refused else MailOutcome.NOT_NOW, str(error.smtp_code))
        return MailResult(MailOutcome.TAKEN)

    def _written(self, message: MailMessage) -> EmailMessage:
        written = EmailMessage()
        written["Subject"] = message.subject
        written["From"] = self._settings.sender
        written["To"] = message.to
        written["Date"] = formatdate(usegmt=True)
        written["Message-ID"] = f"<{message.id}@{self._settings.sender.rpartition('@')[2]}>"
        written["Auto-Submitted"] = "auto-generated"  # RFC 3834: no holiday replies
        written.set_content(message.body)
        if message.calendar:  # beside the text for programs that understand it, and as a file for those that do not
            method, content = message.calendar.method, message.calendar.content
            written.add_alternative(content.decode(), subtype="calendar", params={"method": method})
            written.add_attachment(content, maintype="application", subtype="ics", filename="undangan.ics")
        return written


def _not_now(messages: Sequence[MailMessage], results: list[MailResult], reason: str) -> list[MailResult]:
    return [MailResult(MailOutcome.NOT_NOW, reason)] * (len(messages) - len(results))
