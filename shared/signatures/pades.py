"""Putting a signature into a PDF (PAdES B-B, ETSI EN 319 142-1); loads pyHanko, so whoever signs imports it only then.

What is there stays to the last byte: the signature is appended. pyHanko would also write its own name into the metadata
and raise the version to 2.0, which is no PDF/A-2 any more; both are left as the press made them.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from shared.ports.signer import PdfRefused
from shared.rules.calendar import in_wib

if TYPE_CHECKING:
    from datetime import datetime

    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from pyhanko.pdf_utils.extensions import DeveloperExtension
    from pyhanko.sign.signers.pdf_signer import PdfSigningSession

_PADES = "/ESIC"
_LONGEST_TEXT = 200


class _Appending(IncrementalPdfFileWriter):
    """Appends, and leaves alone what is no part of the signature."""

    def ensure_output_version(self, version: object) -> None:
        """Leave the version as the press wrote it."""

    def _update_meta(self) -> None:
        """Leave the metadata as the press wrote it."""

    def register_extension(self, ext: DeveloperExtension) -> None:
        """Name PAdES alone: the others belong to PDF 2.0."""
        if ext.prefix_name == _PADES:
            super().register_extension(ext)


class _At(PdfSigner):
    """Signs at the moment that it was told."""

    def __init__(self, now: datetime, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 -- pyHanko's own
        super().__init__(*arguments, **named)
        self._now = now

    def init_signing_session(
        self,
        pdf_out: Any,  # noqa: ANN401 -- (same)
        existing_fields_only: bool = False,  # noqa: FBT001, FBT002 -- (same)
    ) -> PdfSigningSession:
        """Begin, at that moment."""
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._now
        return session


def append_signature(
    pdf: bytes,
    key: EllipticCurvePrivateKey,
    certificate: x509.Certificate,
    now: datetime,
    reason: str,
    location: str,
) -> bytes:
    """Return the PDF with one more signature, which nobody sees on its pages. Raises PdfRefused."""
    with_key = SimpleSigner(
        signing_cert=Certificate.load(certificate.public_bytes(Encoding.DER)),
        signing_key=PrivateKeyInfo.load(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())),
        cert_registry=SimpleCertificateStore(),
    )
    try:
        writer = _Appending(io.BytesIO(pdf))
        if writer.prev.encrypted:
            raise PdfRefused("it is encrypted")
        taken = {name for name, _, _ in enumerate_sig_fields(writer.prev)}
        name = next(it for it in (f"TandaTangan{number}" for number in range(1, len(taken) + 2)) if it not in taken)
        meta = PdfSignatureMetadata(
            field_name=name,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            reason=reason[:_LONGEST_TEXT] or None,
            location=location[:_LONGEST_TEXT] or None,
        )
        # Outside the page: PDF/A forbids a hidden mark, and PDF/UA asks that one in sight is read aloud.
        unseen = InvisSigSettings(box_out_of_bounds=True)
        field = SigFieldSpec(name, invis_sig_settings=unseen, readable_field_name="Tanda tangan elektronik")
        signed: io.BytesIO = _At(in_wib(now), meta, with_key, new_field_spec=field).sign_pdf(writer)
    except (PdfError, SigningError) as error:
        raise PdfRefused(type(error).__name__) from None
    return signed.getvalue()
