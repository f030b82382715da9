"""Send a test e-mail."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, ClassVar

from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import Permission
from shared.ports.mail import MailMessage, MailOutcome, MailResult
from shared.refusals import InvalidField, Refusal
from shared.rules.calendar import clock_time, long_date, wib_date
from shared.values import Instant, Text

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_REASONS = {
    MailOutcome.REFUSED: "Server menolak alamat itu ({}). Periksa penulisannya.",
    MailOutcome.NOT_NOW: "Server surel tidak menerimanya ({}). Periksa alamat, pintu, dan kata sandinya di server.",
}


class NoMailServer(Refusal):
    """The deployment has no mail server."""

    title: ClassVar[str] = "Server surel belum disetel."


class MailNotTaken(Refusal):
    """The mail server did not take it."""

    title: ClassVar[str] = "Surel uji tidak terkirim."


@dataclass(frozen=True, slots=True)
class MailTest:
    """To whom."""

    to: Annotated[str, Text(1, 120)]


@dataclass(frozen=True, slots=True)
class MailTaken:
    """The mail server has taken it; whether it arrives is seen in the mailbox."""

    at: Instant


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A text, and what became of it."""

    message: MailMessage
    result: MailResult


def hand_over(message: MailMessage, ctx: ReadContext) -> HandedOver:
    """Give the text to the mail server."""
    if ctx.ports.mail is None:
        return HandedOver(message, MailResult(MailOutcome.NOT_NOW))
    [result] = ctx.ports.mail.send([message])
    return HandedOver(message, result)


def tell_result(handed_over: HandedOver, ctx: Context) -> MailTaken:
    """Say what the server said."""
    result = handed_over.result
    if result.outcome is not MailOutcome.TAKEN:
        raise MailNotTaken(_REASONS[result.outcome].format(result.reason))
    return MailTaken(ctx.now)


@operation(
    permission=Permission.WATCH_SYSTEM,
    refuses=(NoMailServer, MailNotTaken),
    limit=PerActor(per_minute=6, burst=3),
    call=hand_over,
    complete=tell_result,
)
def send_test_mail(test: MailTest, ctx: Context) -> MailMessage:
    """Send a test e-mail and say what the mail server answered."""
    if not _ADDRESS.fullmatch(test.to):
        raise InvalidField("/to", "Tulis surel lengkap, misalnya nama@mojokertokab.go.id.")
    if ctx.ports.mail is None:
        raise NoMailServer("Isi TROWULAN_SMTP_HOST dan TROWULAN_SMTP_FROM di server, lalu jalankan ulang.")
    at = f"{long_date(wib_date(ctx.now))} pukul {clock_time(ctx.now)}"
    body = f"Surel uji dari portal Trowulan, {at}.\n\nBila Anda membacanya, surel portal berjalan.\n"
    return MailMessage(ctx.new_id(), test.to, "Surel uji Trowulan", body)
