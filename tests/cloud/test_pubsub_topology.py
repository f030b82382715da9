"""Topics and subscriptions follow from the manifest."""

from __future__ import annotations

import json
import socket
import urllib.request

import pytest

from infra.emulators.deployment import FUNCTIONS
from shared.adapters.google.pubsub_bus import PubsubBus
from shared.adapters.google.pubsub_topology import Subscription, make_on_emulator, subscriptions
from shared.adapters.google.rest_wire import CallFailed
from shared.entry import Runtime
from shared.settings import Settings
from tests.cloud.test_each_function_alone import NOT_FOR_IT
from tests.cloud.test_settings import COMPLETE
from tests.emulators import new_project, passing_subscriptions


def test_each_subscriber_has_a_subscription_of_its_own_that_filters_by_the_events_name() -> None:
    two = {"eagenda_file_daftar_hadir", "eagenda_notify_participants"}
    assert list(subscriptions(it for it in FUNCTIONS if it["target"] in two)) == [
        Subscription("eagenda", "eagenda_file_daftar_hadir", 'attributes.event = "eagenda.attendance-closed"'),
        Subscription(
            "eagenda",
            "eagenda_notify_participants",
            'attributes.event = "eagenda.agenda-cancelled" OR attributes.event = "eagenda.agenda-starts-soon" '
            'OR attributes.event = "eagenda.participants-left"',
        ),
    ]


def test_who_listens_in_two_lanes_has_a_subscription_in_each() -> None:
    function = {"target": "portal_show_task", "events": ["alerts-112.call-waits", "approvals.approval-requested"]}
    found = list(subscriptions([function]))
    assert [it.id for it in found] == ["portal-show-task.alerts-112", "portal-show-task.approvals"]
    assert [it.topic for it in found] == ["alerts-112", "approvals"]


def test_a_filter_longer_than_pubsub_holds_is_left_out() -> None:
    events = [f"eagenda.something-with-a-long-name-{number}" for number in range(6)]
    assert [it.filter for it in subscriptions([{"target": "portal_listen", "events": events}])] == [""]


@pytest.mark.emulator
def test_what_is_there_already_stays(pubsub_emulator: str) -> None:
    project = new_project()
    with passing_subscriptions(pubsub_emulator, project):
        for _ in range(2):
            make_on_emulator(pubsub_emulator, project, FUNCTIONS, lambda target: f"http://127.0.0.1:1/{target}")

        with urllib.request.urlopen(f"http://{pubsub_emulator}/v1/projects/{project}/subscriptions") as answer:
            made = json.load(answer)["subscriptions"]
    assert len(made) == len(list(subscriptions(FUNCTIONS)))


@pytest.mark.emulator
def test_publishing_into_a_lane_that_nobody_made_fails(pubsub_emulator: str) -> None:
    with pytest.raises(CallFailed):
        PubsubBus(new_project(), emulator=pubsub_emulator).publish([NOT_FOR_IT])


def test_publishing_nothing_asks_nobody() -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody_comes:
        nobody_comes.settimeout(0)
        PubsubBus(new_project(), emulator=f"127.0.0.1:{nobody_comes.getsockname()[1]}").publish([])
        with pytest.raises(BlockingIOError):
            nobody_comes.accept()


def test_the_cloud_relays_what_somebody_listens_to_and_nothing_else() -> None:
    runtime = Runtime(Settings.from_environment(COMPLETE))
    assert runtime.is_heard("eagenda.agenda-cancelled")
    assert not runtime.is_heard("eagenda.attendance-recorded")
