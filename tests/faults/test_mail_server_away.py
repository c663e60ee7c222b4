"""The mail server is away for an hour, by a simulated clock: nothing is lost or comes twice, and there is no storm."""

import types
from datetime import timedelta

import pytest
from django.utils import timezone

from consent.models import OutgoingMail
from portal import worker
from tests.faults import proxy as ways
from tests.faults.proxy import proxy_to
from tests.mailing import a_mail, writer

State = OutgoingMail.State
MINUTES = 60
STEP = 5  # simulated seconds between two looks of the worker
MOST_ATTEMPTS = 20  # connections in that hour: 5, 10, 20 ... seconds apart, then every five minutes
BACK_AT_WORK = worker.LONGEST_REST + 2 * STEP

pytestmark = pytest.mark.django_db(transaction=True)


class Clock:
    """Time that passes when it is told to."""

    def __init__(self, monkeypatch):
        self.passed, begun = 0, timezone.now()
        monkeypatch.setattr(timezone, "now", lambda: begun + timedelta(seconds=self.passed))
        monkeypatch.setattr(worker, "time", types.SimpleNamespace(monotonic=lambda: float(self.passed)))


@pytest.fixture
def way(server, settings):
    """The worker's way to the mail server."""
    with proxy_to(server.port) as proxy:
        settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = (
            "portal.smtp.EmailBackend",
            "127.0.0.1",
            proxy.port,
        )
        settings.EMAIL_TIMEOUT = 0.05  # times six: seconds of a real clock for a server that says nothing
        yield proxy


def test_all_mail_of_an_hour_goes_out_once_in_order_and_without_a_storm(site, contact, server, way, monkeypatch):
    clock, working = Clock(monkeypatch), worker.Worker()
    urgent = {7, 23, 41}
    with writer():
        for minute in range(MINUTES):
            if minute == 0:
                way.drop()
            if minute == MINUTES // 2:
                way.mode = ways.HANG
            a_mail(site, contact, f"sample:{minute}", priority=1 if minute in urgent else 5, due_at=timezone.now())
            for _look in range(60 // STEP):
                working.look()
                clock.passed += STEP
        assert server.received == []
        assert way.accepted <= MOST_ATTEMPTS
        assert set(OutgoingMail.objects.values_list("state", "attempts", "handovers")) == {(State.WAITING, 0, 0)}

        way.mode = ways.PASS
        back = clock.passed
        while OutgoingMail.objects.filter(state=State.WAITING).exists():
            assert clock.passed - back <= BACK_AT_WORK
            working.look()
            clock.passed += STEP
    due = OutgoingMail.objects.order_by("priority", "due_at")
    assert server.ids == [mail.message_id for mail in due]
    assert len({message.peer for message in server.received}) <= MINUTES // 20  # one connection for twenty mails
    assert set(OutgoingMail.objects.values_list("state", "handovers")) == {(State.SENT, 1)}
