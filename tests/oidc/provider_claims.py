"""What the issuer tells of a person, beside who signed in: a civil servant's SSO tells the NIP."""

from __future__ import annotations

from typing import Any

from oauth2_provider.oauth2_validators import OAuth2Validator


class Claims(OAuth2Validator):  # type: ignore[misc] # brings no types
    """Tells the user's name as NIP."""

    oidc_claim_scope = None  # to whoever asks for "openid"

    def get_additional_claims(self, request: Any) -> dict[str, Any]:  # noqa: ANN401 -- oauthlib's request
        """Return the claims of an ID token."""
        return {"nip": request.user.get_username(), "email": request.user.email}
