"""What every operation has, whoever adds it."""

from __future__ import annotations

import inspect
import re

import pytest

from shared import manifest
from shared.kernel import catalogue, problems
from shared.kernel.catalogue import PUBLIC_KINDS, Declaration, Kind
from shared.permissions import Openness, Permission
from shared.refusals import Refusal
from tests.architecture.document import document

EVERYTHING = list(catalogue.everything())
PUBLIC = [it for it in EVERYTHING if it.is_public]
every_function = pytest.mark.parametrize("declared", EVERYTHING, ids=lambda it: it.target)
every_public_function = pytest.mark.parametrize("declared", PUBLIC, ids=lambda it: it.target)

# Those that the kernel answers by itself; an operation that took one of these names would speak in its voice.
KERNELS_SLUGS = {
    "malformed",
    "not-signed-in",
    "not-permitted",
    "unknown-function",
    "wrong-method",
    "too-large",
    "unsupported-media-type",
    "invalid",
    "key-reused",
    "position-not-held",
    "too-many-requests",
    "busy",
    "internal",
}


def test_there_is_something_of_each_kind() -> None:
    assert {it.kind for it in EVERYTHING} == set(Kind)


@every_function
def test_a_function_is_found_by_its_one_word(declared: Declaration) -> None:
    assert declared.function.__module__ == f"functions.{declared.system}.{declared.name}"
    assert declared.target == f"{declared.system}_{declared.name}"
    found = catalogue.find(declared.target)
    assert found is not None
    assert found.function is declared.function


@every_function
def test_a_function_says_in_a_sentence_what_it_does(declared: Declaration) -> None:
    assert re.fullmatch(r"[A-Z][^\n]{10,110}\.", declared.summary), declared.summary


@every_function
def test_a_function_has_its_test(declared: Declaration) -> None:
    test = catalogue.ROOT / "tests" / declared.system / f"test_{declared.name}.py"
    assert test.is_file()
    assert "\ndef test_" in test.read_text(encoding="utf-8")


@every_public_function
def test_a_permission_was_chosen_for_what_the_public_can_reach(declared: Declaration) -> None:
    assert isinstance(declared.permission, Permission | Openness)


@pytest.mark.parametrize("declared", [it for it in EVERYTHING if not it.is_public], ids=lambda it: it.target)
def test_an_inner_function_refuses_nobody_by_name(declared: Declaration) -> None:
    assert declared.kind not in PUBLIC_KINDS
    assert declared.refuses == ()
    assert bool(declared.on) is (declared.kind in {Kind.REACTION, Kind.EFFECT})
    assert bool(declared.cron) is (declared.kind is Kind.SCHEDULED)


@every_public_function
def test_a_refusal_says_in_indonesian_what_happened(declared: Declaration) -> None:
    for refusal in declared.refuses:
        assert re.fullmatch(r"[A-Z][^.\n]{5,79}\.", refusal.title), refusal
        assert refusal.title != Refusal.title, f"{refusal} has no title of its own"
        assert refusal.status in {403, 404, 409, 410, 422}, refusal
        assert refusal.slug() not in KERNELS_SLUGS


def test_two_refusals_never_share_a_name() -> None:
    refusals = {refusal for it in EVERYTHING for refusal in it.refuses} | {problems.Stale, problems.KeyReused}
    by_slug: dict[str, set[type[Refusal]]] = {}
    for refusal in refusals:
        by_slug.setdefault(refusal.slug(), set()).add(refusal)
    assert {slug: kinds for slug, kinds in by_slug.items() if len(kinds) > 1} == {}


def test_whatever_takes_a_number_is_declared_to_so_that_none_is_skipped() -> None:
    taking = [
        it
        for it in EVERYTHING
        if any(
            "take_number(" in inspect.getsource(inspect.getmodule(step) or step)
            for step in (it.function, it.call, it.complete)
            if step is not None
        )
    ]
    assert len(taking) > 1
    assert [it.target for it in taking if not it.series] == []


def test_every_operation_stands_in_the_document_of_the_api_and_nothing_else_does() -> None:
    paths = document()["paths"]
    described = {path: {how["operationId"] for how in methods.values()} for path, methods in paths.items()}
    assert described == {it.path: {it.target} for it in PUBLIC}


@every_public_function
def test_the_document_tells_an_operations_refusals_in_words(declared: Declaration) -> None:
    [described] = document()["paths"][declared.path].values()
    for refusal in declared.refuses:
        answer = described["responses"][str(refusal.status)]
        assert refusal.slug() in answer["description"]
        assert answer["content"][problems.CONTENT_TYPE]["examples"][refusal.slug()] == {"summary": refusal.title}


def test_no_two_schemas_of_the_document_share_a_name() -> None:
    # Pydantic would tell them apart by their modules, in names that generators of clients do not find again.
    assert [name for name in document()["components"]["schemas"] if "__" in name] == []


def test_the_document_tells_what_the_kernel_refuses_once() -> None:
    told = document()["components"]["responses"]["KernelsProblem"]["content"][problems.CONTENT_TYPE]["examples"]
    assert told.keys() == KERNELS_SLUGS - {"unknown-function"}  # of no operation


@every_public_function
def test_the_document_tells_which_permission_an_operation_needs(declared: Declaration) -> None:
    [described] = document()["paths"][declared.path].values()
    needed = [] if declared.permission is Openness.PUBLIC else [{"bearer": [declared.permission.value]}]
    assert described.get("security", []) == needed


def test_the_generated_files_are_current(capsys: pytest.CaptureFixture[str]) -> None:
    assert manifest.main(["--check"]) == 0, capsys.readouterr().err


def test_every_event_that_is_listened_to_is_named_once() -> None:
    kinds = {event for it in EVERYTHING for event in it.events}
    assert len({event.event_name() for event in kinds}) == len(kinds)


def test_every_collection_has_one_name() -> None:
    names = [stored.name for stored in manifest.collections()]
    assert len(set(names)) == len(names)
