"""Note what became of an e-mail to an invited guest, and forget its text."""

from __future__ import annotations

from functions.eagenda.domain.invited_guest import guest_of_mail, settled_mail
from functions.eagenda.invited_guests import INVITED_GUESTS
from shared.events.notices import MailSettled
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.views.outside_mails import OUTSIDE_MAILS

_RIGHT = "the event of this e-mail"


@reaction(to=MailSettled)
def note_guest_mail(settled: MailSettled, ctx: Context) -> None:
    """Keep it for the organiser's list; the text, with address and link in it, has served."""
    guest_id = guest_of_mail(settled.mail_id)
    guest = ctx.find(INVITED_GUESTS, guest_id, right_from=_RIGHT) if guest_id else None
    if guest is None:
        return  # another system's
    text = ctx.find(OUTSIDE_MAILS, settled.mail_id, right_from=_RIGHT)

    noted = settled_mail(guest, settled.mail_id, settled.reason, is_sent=settled.is_sent)

    if noted != guest:
        ctx.put(INVITED_GUESTS, noted)
    if text is not None:
        ctx.delete(OUTSIDE_MAILS, text.id)
