"""Signing in at an issuer at the Desk: a browser with its cookie that goes there and comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from functions.portal.begin_issuer_sign_in import IssuerSignIn, begin_issuer_sign_in
from functions.portal.finish_issuer_sign_in import finish_issuer_sign_in
from functions.portal.issuer_attempt import Return
from functions.portal.prove_at_issuer import prove_at_issuer
from shared.actor import guest
from shared.adapters.issuer_keys import IssuerKeys
from shared.adapters.oidc_sign_in import OidcSignIn
from shared.cookies import ISSUER_SIGN_IN
from shared.values import Secret
from tests.oidc.liar import CODE
from tests.portal.accounts import OFFICE

if TYPE_CHECKING:
    from functions.portal.proved import ProvedAgain
    from functions.portal.signed_in import SignedIn
    from shared.actor import Actor
    from shared.kernel.context import Call
    from tests.desk import Desk
    from tests.oidc.liar import Liar


def open_to(desk: Desk, issuer: Liar, **settings: str) -> None:
    """Let people sign in at the issuer."""
    desk.sign_in_issuer = OidcSignIn(issuer.settings(**settings), IssuerKeys(issuer.url), desk.public_url)


@dataclass
class Traveller:
    """A browser on its way."""

    desk: Desk
    cookie: Secret | None = None
    url: str = ""

    def leave(self, *, anew: bool = False) -> dict[str, str]:
        """Begin; return what the issuer is asked."""
        sent = {ISSUER_SIGN_IN: self.cookie} if self.cookie else {}
        answer, call = self.desk.exchange(begin_issuer_sign_in, IssuerSignIn(anew), by=guest(OFFICE), cookies=sent)
        self.cookie = call.new_cookies[ISSUER_SIGN_IN]
        self.url = answer.url
        return {name: values[0] for name, values in parse_qs(urlsplit(answer.url).query).items()}

    def come_back(self, state: str, code: str = CODE) -> tuple[SignedIn, Call]:
        """Come back with a code."""
        sent = {ISSUER_SIGN_IN: self.cookie} if self.cookie else {}
        return self.desk.exchange(finish_issuer_sign_in, Return(Secret(code), state), by=guest(OFFICE), cookies=sent)

    def sign_in(self, issuer: Liar, **claims: Any) -> tuple[SignedIn, Call]:  # noqa: ANN401 -- what the issuer tells
        """Go and come back; the issuer tells these claims."""
        asked = self.leave()
        issuer.gives(issuer.id_token(self.desk.clock.now(), **{"nonce": asked["nonce"], **claims}))
        return self.come_back(asked["state"])

    def prove(self, by: Actor, code: str = CODE, state: str = "") -> ProvedAgain:
        """Come back with a code as somebody who is signed in."""
        sent = {ISSUER_SIGN_IN: self.cookie} if self.cookie else {}
        answer: ProvedAgain = self.desk.call(prove_at_issuer, Return(Secret(code), state), by=by, cookies=sent)
        return answer
