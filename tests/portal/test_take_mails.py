"""Taking up e-mail to people without an account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.portal.mails import MAILS
from shared.events.notices import MailSettled, MailsRequested
from shared.kernel.context import Call, Context
from shared.rules.notice import NoticeKind
from shared.values import Secret
from shared.views.outside_mails import OUTSIDE_MAILS, OutsideMail
from tests.eagenda.inviting import deliver_all
from tests.mail.post_office import open_office
from tests.portal.notices import connect

if TYPE_CHECKING:
    from shared.ports.records import Transaction
    from tests.desk import Desk

ADDRESS = "ratna@angin.example"


def ask(desk: Desk, *mail_ids: str) -> None:
    """Have e-mail sent as an operation of another system does."""
    sender = desk.employee("Pengirim")
    told: list[Context] = []

    def work(transaction: Transaction) -> None:
        context = Context(Call(sender, desk.clock.now(), "asked"), desk, transaction, "asked")
        context.emit(MailsRequested(mail_ids))
        told.append(context)

    desk.records.transact(work)
    desk.bus.publish(told[-1].events)
    deliver_all(desk)


def test_what_was_written_goes_once_and_what_was_taken_back_is_passed_over(desk: Desk) -> None:
    kind, body = NoticeKind.AGENDA_INVITED, Secret("Buka https://x.example/#rahasia")
    desk.given(OUTSIDE_MAILS, OutsideMail("g1.1", ADDRESS, "Ratna", "Undangan", body, kind, "agendas:none"))
    with open_office() as office:
        connect(desk, office)
        ask(desk, "g1.1", "g2.1")
        desk.deliver_again()
        assert office.texts() == [(ADDRESS, "Undangan")]
    assert desk.found(MAILS, "g2.1") is None
    assert [(it.mail_id, it.is_sent) for it in desk.announced(MailSettled)] == [("g1.1", True)]
    assert "rahasia" not in repr(desk.journal())
