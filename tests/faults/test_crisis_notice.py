"""Somebody may be in danger, and the mail server hangs: they get their page with whom to call at once, and whoever is
on call is told as soon as the server takes mail again.
"""

import time

import pytest

from comments.models import ConversationSettings, CrisisCase
from tests.faults import proxy as ways
from tests.faults.acts.conversation import send_comment
from tests.faults.conftest import running_portal, wait_until
from tests.faults.proxy import proxy_to
from tests.faults.world import build

WORDS = "I can't go on any more. I want to kill myself tonight."
ON_CALL = "on-call@staff.example.org"
NOT_LONG = 4  # seconds for the page, with a mail server that takes ten to give up
SOON = 20  # seconds until the notice has left, once the server answers

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_mail_server_that_hangs_keeps_nobody_from_their_page(site, server, tmp_path, database_url, settings):
    world = build(site)
    chosen = ConversationSettings.for_site(site)
    chosen.on_call_email = ON_CALL
    chosen.save()
    with (
        proxy_to(server.port) as way,
        running_portal(tmp_path, database_url, settings, MAIL_PORT=str(way.port), MAIL_TIMEOUT="10") as portal,
    ):
        web = portal.serve()
        act = send_comment(world, web.browser(), text=WORDS)
        way.mode = ways.HANG
        begun = time.monotonic()
        act.send()
        assert time.monotonic() - begun < NOT_LONG
        assert act.answers[-1].status == 200
        assert "call" in act.answers[-1].words
        assert CrisisCase.objects.get().notices == 0

        way.drop()
        way.mode = ways.PASS
        portal.work()
        wait_until(lambda: CrisisCase.objects.get().notices == 1, SOON)
        told = [each for each in server.received if each.recipients == [ON_CALL]]
        assert 1 <= len(told) <= 2  # what hung may have left after all
        assert all(b"kill" not in each.source for each in told)
