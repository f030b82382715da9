"""Whether a device signed a text: ECDSA on P-256 with SHA-256 as the browsers' WebCrypto makes it (ES256, RFC 7518)."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shared.rules.device import PublicKey

_HALF = 32  # bytes of r and of s


def is_signed(text: str, signature: str, public_key: PublicKey) -> bool:
    """Whether the signature (r and s, base64url) over the text is by that key; a key that is none signs nothing.

    It takes a tenth of a millisecond, so it may stand in a transaction.
    """
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 -- a cold start without it pays nothing
    from cryptography.hazmat.primitives.asymmetric import ec, utils  # noqa: PLC0415 -- (same)
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415 -- (same)

    try:
        numbers = ec.EllipticCurvePublicNumbers(_number(public_key.x), _number(public_key.y), ec.SECP256R1())
        both = _bytes(signature)
        if len(both) != 2 * _HALF:
            return False
        r, s = int.from_bytes(both[:_HALF]), int.from_bytes(both[_HALF:])
        numbers.public_key().verify(
            utils.encode_dss_signature(r, s), text.encode(errors="surrogatepass"), ec.ECDSA(SHA256())
        )
    except (InvalidSignature, ValueError):
        return False
    return True


def _number(text: str) -> int:
    return int.from_bytes(_bytes(text))


def _bytes(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
