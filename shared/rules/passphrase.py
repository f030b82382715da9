"""Choosing the passphrase that opens one's electronic certificate.

It guards a key and no account: whoever guesses at it needs the stored key first, and a minute of a processor for a
thousand tries. So it may be shorter than a password; eight is what BSrE asks for its own certificates too.
"""

from __future__ import annotations

import unicodedata

from shared.refusals import Refusal
from shared.values import Secret

SHORTEST = 8
LONGEST = 128


class PassphraseTooWeak(Refusal):
    """The new passphrase is too short or too long."""

    status = 422
    title = "Passphrase baru belum dapat dipakai."


def normalised(passphrase: Secret) -> Secret:
    """Return the one form (NFKC) in which a passphrase is used, however the keyboard composed it."""
    return Secret(unicodedata.normalize("NFKC", passphrase.reveal()))


def check_new_passphrase(passphrase: Secret) -> None:
    """Refuse a normalised passphrase that is too short or too long."""
    if not SHORTEST <= len(passphrase.reveal()) <= LONGEST:
        raise PassphraseTooWeak(f"Isi {SHORTEST} sampai {LONGEST} karakter.")
