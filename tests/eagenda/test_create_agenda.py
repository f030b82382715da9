"""Creating an agenda and inviting people."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from functions.eagenda.create_agenda import create_agenda
from functions.eagenda.domain.agenda import AgendaState, Organiser
from functions.eagenda.domain.plan import Plan
from functions.eagenda.records import AGENDAS, INVITATIONS, OF_AGENDA, QR_SECRETS
from functions.eagenda.show_agenda import WhichAgenda, show_agenda
from shared.kernel.problems import KeyReused
from shared.permissions import Permission
from shared.refusals import InvalidField
from shared.rules.calendar import WIB, rfc3339
from tests.desk import MORNING
from tests.eagenda.meeting import ALL

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

TEN = MORNING + timedelta(minutes=90)
ELEVEN = TEN + timedelta(hours=1)


@pytest.fixture
def dewi(desk: Desk) -> Actor:
    return desk.employee("Dewi", *ALL)


@pytest.fixture
def sari(desk: Desk) -> Actor:
    return desk.employee("Sari", Permission.ATTEND, organisation="dinsos")


def plan(*invited: str, title: str = "Rapat SPBE", starts_at: datetime = TEN, ends_at: datetime = ELEVEN) -> Plan:
    return Plan(title, "Aula", starts_at, ends_at, invited)


def form(*invited: str, **changed: Any) -> dict[str, Any]:  # noqa: ANN401 -- the fields as a browser sends them
    """Return what a browser sends."""
    filled = {"title": "Rapat SPBE", "place": "Aula", "starts_at": rfc3339(TEN), "ends_at": rfc3339(ELEVEN)}
    return {**filled, "invited": list(invited), **changed}


def pointers(desk: Desk, by: Actor, body: dict[str, Any]) -> set[str]:
    """Send a form that is wrong and return where."""
    response = desk.request(create_agenda, json_body=body, token=desk.token(by))
    assert response.status_code == 422
    return {error["pointer"] for error in response.get_json()["errors"]}


def nothing_was_written(desk: Desk) -> bool:
    return all(row.operation != "eagenda_create_agenda" or not row.has_answer for row in desk.journal())


def test_a_created_agenda_has_its_invitations_and_a_secret(desk: Desk, dewi: Actor, sari: Actor) -> None:
    answer = desk.call(create_agenda, plan(sari.id, dewi.id), by=dewi)

    assert (answer.version, answer.invited_count) == (1, 2)
    agenda = desk.found(AGENDAS, answer.id)
    assert agenda is not None
    assert (agenda.title, agenda.place, agenda.state) == ("Rapat SPBE", "Aula", AgendaState.SCHEDULED)
    assert (agenda.opens_at, agenda.closes_at) == (TEN - timedelta(minutes=30), ELEVEN)
    assert agenda.organiser == Organiser(
        dewi.id, "Dewi", "Jabatan Dewi", "diskominfo", "Dinas Diskominfo", ("diskominfo",), "post-dewi"
    )
    invitations = desk.all(INVITATIONS, OF_AGENDA, answer.id)
    assert {invitation.person_id for invitation in invitations} == {dewi.id, sari.id}
    assert desk.found(QR_SECRETS, answer.id) is not None


def test_no_two_agendas_share_a_secret(desk: Desk, dewi: Actor) -> None:
    ids = [desk.call(create_agenda, plan(dewi.id), by=dewi).id for _ in range(2)]
    secrets = {kept.secret.reveal() for agenda_id in ids if (kept := desk.found(QR_SECRETS, agenda_id))}
    assert len(secrets) == 2


def test_a_person_named_twice_is_invited_once(desk: Desk, dewi: Actor, sari: Actor) -> None:
    answer = desk.call(create_agenda, plan(sari.id, dewi.id, sari.id), by=dewi)

    assert answer.invited_count == 2
    assert len(desk.all(INVITATIONS, OF_AGENDA, answer.id)) == 2


def test_an_unknown_person_is_pointed_at_and_nothing_is_written(desk: Desk, dewi: Actor) -> None:
    with pytest.raises(InvalidField) as refusal:
        desk.call(create_agenda, plan(dewi.id, "p-tidak-ada"), by=dewi)
    assert refusal.value.facts["errors"][0]["pointer"] == "/invited"
    assert nothing_was_written(desk)


@pytest.mark.parametrize(
    ("pointer", "changed"),
    [
        ("/ends_at", {"ends_at": rfc3339(TEN)}),
        ("/ends_at", {"ends_at": rfc3339(TEN + timedelta(days=8))}),
        ("/starts_at", {"starts_at": "2026-11-23T08:00:00+07:00", "ends_at": "2026-11-23T09:00:00+07:00"}),
        ("/opens_at", {"opens_at": rfc3339(ELEVEN + timedelta(hours=1))}),
        ("/closes_at", {"opens_at": rfc3339(TEN), "closes_at": rfc3339(TEN)}),
        ("/closes_at", {"closes_at": rfc3339(ELEVEN + timedelta(days=8))}),
        ("/invited", {"invited": []}),
    ],
)
def test_times_out_of_order_are_pointed_at(desk: Desk, dewi: Actor, pointer: str, changed: dict[str, Any]) -> None:
    assert pointers(desk, dewi, form(dewi.id, **changed)) == {pointer}
    assert nothing_was_written(desk)


@pytest.mark.parametrize(
    ("pointer", "changed"),
    [
        ("/title", {"title": "   "}),
        ("/title", {"title": "x" * 201}),
        ("/place", {"place": ""}),
        ("/place", {"place": "x" * 201}),
        ("/description", {"description": "x" * 4001}),
        ("/starts_at", {"starts_at": "2026-11-24T09:00:00"}),
        ("/starts_at", {"starts_at": "besok pagi"}),
        ("/starts_at", {"starts_at": "0001-01-01T00:00:00+07:00"}),
        ("/ends_at", {"ends_at": "9999-12-31T23:59:59Z"}),
        ("/show_names", {"show_names": "ya"}),
        ("/invited/0", {"invited": [7]}),
        ("/title", {"title": True}),
        ("/id", {"id": "pilihan-sendiri"}),
    ],
)
def test_a_field_that_does_not_fit_is_pointed_at(
    desk: Desk, dewi: Actor, pointer: str, changed: dict[str, Any]
) -> None:
    assert pointers(desk, dewi, form(dewi.id, **changed)) == {pointer}


def test_all_wrong_fields_are_pointed_at_together(desk: Desk, dewi: Actor) -> None:
    assert pointers(desk, dewi, {"title": "", "place": 1}) == {"/title", "/place", "/starts_at", "/ends_at", "/invited"}


def test_a_meeting_that_is_going_on_may_still_be_called(desk: Desk, dewi: Actor) -> None:
    began = desk.clock.now() - timedelta(minutes=10)
    assert desk.call(create_agenda, plan(dewi.id, starts_at=began), by=dewi).version == 1


def test_times_come_in_any_zone_and_are_kept_as_one_instant(desk: Desk, dewi: Actor) -> None:
    body = form(dewi.id, starts_at=TEN.astimezone(WIB).isoformat())
    response = desk.request(create_agenda, json_body=body, token=desk.token(dewi))

    agenda = desk.found(AGENDAS, response.get_json()["id"])
    assert agenda is not None
    assert agenda.starts_at == TEN


@pytest.mark.parametrize("title", ['#panic("x")', "<script>alert(1)</script>", "{{7*7}} \N{BULLET} '\"; --"])
def test_markup_in_a_title_is_only_text(desk: Desk, dewi: Actor, title: str) -> None:
    created = desk.call(create_agenda, plan(dewi.id, title=title), by=dewi)
    assert desk.call(show_agenda, WhichAgenda(created.id), by=dewi).title == title


def test_the_same_key_again_gives_the_stored_answer_and_one_agenda(desk: Desk, dewi: Actor) -> None:
    headers = {"Idempotency-Key": "3f0c6a52-71c3-4f0e-8a86-6f2d2a0d7a11"}  # betterleaks:allow -- an idempotency key
    answers = [
        desk.request(create_agenda, json_body=form(dewi.id), token=desk.token(dewi), headers=headers).get_json()
        for _ in range(2)
    ]
    assert answers[0] == answers[1]
    with pytest.raises(KeyReused):
        desk.call(create_agenda, plan(dewi.id, title="Lain"), by=dewi, key=headers["Idempotency-Key"])
    created = [row for row in desk.journal() if row.operation == "eagenda_create_agenda"]
    assert len(created) == 1


def test_another_person_may_use_the_same_key(desk: Desk, dewi: Actor) -> None:
    bayu = desk.employee("Bayu", *ALL)
    ids = {desk.call(create_agenda, plan(dewi.id), by=person, key="satu").id for person in (dewi, bayu)}
    assert len(ids) == 2


def test_who_may_not_organise_creates_nothing(desk: Desk, sari: Actor) -> None:
    response = desk.request(create_agenda, json_body=form(sari.id), token=desk.token(sari))

    assert (response.status_code, response.get_json()["type"]) == (403, "/problems/not-permitted")
    assert desk.journal() == []
