"""Print the lembar disposisi of a letter: what it says, and its way down the tree so far."""

from __future__ import annotations

from functions.eoffice.disposisi import tree_of
from functions.eoffice.domain.disposisi import RecipientState
from functions.eoffice.domain.letter import FIELD_WORDS, in_words
from functions.eoffice.domain.tree import in_depth
from functions.eoffice.surat_masuk import WhichSuratMasuk, letter_to_read
from shared.answers import Pdf
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.letterheads import kop_of
from shared.letters.lembar_disposisi import GivenTo, Instruction, LembarDisposisi, render
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing

STATES = {
    RecipientState.UNREAD: "belum dibaca",
    RecipientState.READ: "dibaca",
    RecipientState.FORWARDED: "diteruskan",
    RecipientState.DONE: "selesai",
    RecipientState.RECALLED: "ditarik",
}


@query(permission=SIGNED_IN, refuses=(RecordMissing,), limit=PerActor(per_minute=20, burst=10))
def print_lembar_disposisi(which: WhichSuratMasuk, ctx: ReadContext) -> Pdf:
    """Print the sheet that goes with a letter on paper, for those who may read the letter, as PDF/A."""
    letter = letter_to_read(which.letter_id, ctx)
    tree = in_depth(tree_of(letter, ctx))

    sheet = LembarDisposisi(
        kop=kop_of(letter.organisation_id, letter.organisation_name, ctx),
        nomor_agenda=letter.nomor_agenda,
        facts=[
            *((word, in_words(name, letter.says)) for name, word in FIELD_WORDS.items()),
            ("Diteruskan kepada", letter.addressee.title),
        ],
        instructions=[
            Instruction(
                depth,
                it.from_title,
                it.from_name,
                it.given_at,
                it.phrases,
                it.note,
                it.due,
                [GivenTo(one.title, STATES[one.state], one.done.note if one.done else "") for one in it.recipients],
            )
            for it, depth in tree
        ],
        made_at=ctx.now,
        made_by=ctx.actor.name,
        demo=ctx.ports.demo,
    )
    return Pdf(f"lembar-disposisi-{letter.nomor_agenda.replace('/', '-')}.pdf", render(sheet))
