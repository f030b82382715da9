"""Attachments: what holds a place, and when it is forgotten."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from functions.eagenda.domain.attachment import (
    FINISH_WITHIN,
    GONE_AFTER,
    Attachment,
    AttachmentLimits,
    Attachments,
    AttachmentsFull,
    NewFile,
    announce,
    attach,
    discard_due,
    expect,
    remove,
    require_unfinished,
)
from shared.refusals import RecordMissing
from shared.rules.files import FileKind, UploadMissing

NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
INSTANT = timedelta(microseconds=1)
TWO = AttachmentLimits(most=2, largest_megabytes=1)


def announced(number: int, now: datetime = NOW) -> Attachment:
    return announce(f"a{number}", NewFile(f"Materi {number}.pdf", 100, "ab" * 32), TWO, now)


def test_an_announced_file_has_its_kind_from_its_name() -> None:
    assert announced(1).kind is FileKind.PDF
    assert announced(1).name == "Materi 1.pdf"


def test_a_file_that_is_not_finished_in_time_holds_no_place() -> None:
    held = expect(expect(Attachments("1"), announced(1), TWO, NOW), announced(2), TWO, NOW)
    with pytest.raises(AttachmentsFull):
        expect(held, announced(3), TWO, NOW + FINISH_WITHIN - INSTANT)
    assert len(expect(held, announced(3), TWO, NOW + FINISH_WITHIN).items) == 3


def test_an_attached_file_holds_its_place_for_ever_and_a_removed_one_gives_it_up() -> None:
    held = expect(expect(Attachments("1"), announced(1), TWO, NOW), announced(2), TWO, NOW)
    for number in (1, 2):
        held = attach(held, held.find(f"a{number}"), NOW)
    with pytest.raises(AttachmentsFull):
        expect(held, announced(3), TWO, NOW + GONE_AFTER)
    held = remove(held, held.find("a1"), NOW)
    assert [it.id for it in held.attached()] == ["a2"]
    assert [it.id for it in expect(held, announced(3), TWO, NOW).items] == ["a1", "a2", "a3"]


def test_a_place_in_the_list_is_kept_while_the_state_changes() -> None:
    held = expect(expect(Attachments("1"), announced(1), TWO, NOW), announced(2), TWO, NOW)
    held = attach(attach(held, held.find("a2"), NOW), held.find("a1"), NOW)
    assert [it.id for it in held.attached()] == ["a1", "a2"]


def test_a_removed_file_is_forgotten_after_a_day_and_an_attached_one_never() -> None:
    held = expect(expect(Attachments("1"), announced(1), TWO, NOW), announced(2), TWO, NOW)
    held = remove(attach(held, held.find("a1"), NOW), held.find("a2"), NOW)
    assert held.discard_at == NOW + GONE_AFTER
    assert discard_due(held, NOW + GONE_AFTER - INSTANT) == (held, ())
    left, gone = discard_due(held, NOW + GONE_AFTER)
    assert ([it.id for it in left.items], gone, left.discard_at) == (["a1"], ("a2",), None)


def test_only_what_is_awaited_or_attached_can_be_finished() -> None:
    awaited = announced(1)
    require_unfinished(awaited, NOW + FINISH_WITHIN - INSTANT)
    with pytest.raises(UploadMissing):
        require_unfinished(awaited, NOW + FINISH_WITHIN)
    held = expect(Attachments("1"), awaited, TWO, NOW)
    require_unfinished(attach(held, awaited, NOW).find("a1"), NOW + GONE_AFTER)
    with pytest.raises(RecordMissing):
        require_unfinished(remove(held, awaited, NOW).find("a1"), NOW)
