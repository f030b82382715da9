"""The bucket's rules let in what our links ask for and nothing else, and empty what nobody looks at."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from shared.adapters.google.cloud_documents import QUARANTINE, CloudDocuments
from shared.kernel.catalogue import ROOT
from shared.ports.documents import Upload
from tests.cloud.bucket import signer

PORTAL = "https://trowulan.example"


def rules() -> dict[str, Any]:
    template = (ROOT / "infra" / "bucket.json.tftpl").read_text(encoding="utf-8")
    filled: dict[str, Any] = json.loads(template.replace("${public_url}", PORTAL))
    return filled


def test_the_portals_pages_may_put_with_the_headers_that_a_link_signs() -> None:
    now = datetime.now(UTC)
    documents = CloudDocuments("demo", "documents", signer=signer())
    link = documents.upload_link(Upload("5f2c", "application/pdf", 7), now, now + timedelta(minutes=1))
    [cors] = rules()["cors"]
    assert cors["origin"] == [PORTAL]
    assert cors["method"] == ["PUT"]
    assert sorted(cors["responseHeader"]) == sorted(link.headers)


def test_the_quarantine_is_emptied_after_a_day_and_nothing_else_is() -> None:
    deleting = [it["condition"] for it in rules()["lifecycle"]["rule"] if it["action"]["type"] == "Delete"]
    assert deleting == [{"age": 1, "matchesPrefix": [QUARANTINE]}]
