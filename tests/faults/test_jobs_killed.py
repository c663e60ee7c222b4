"""The worker is killed in each of its jobs: the next one does it again, nothing is done twice, nobody waits long."""

import random
import subprocess
import sys
import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from comments.models.comment import State as CommentState
from consent.mail import leasing
from consent.mail.delivering import deliver_due
from consent.models import OutgoingMail, Request
from portal.environment import PROJECT_DIR
from portal.jobs import LEASE
from portal.ledger.proof import prove
from portal.ledger.tables import ledgers
from tests.consenting import a_request
from tests.conversing import a_comment
from tests.faults import job_workers
from tests.faults.conftest import wait_until
from tests.faults.test_server_killed import ROUNDS
from tests.faults.world import build
from tests.mailing import a_mail, now, writer

pytestmark = pytest.mark.django_db(transaction=True)
BEGIN = "import django; django.setup(); from tests.faults import job_workers as w; w."


def run(portal, call):
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + call],
        cwd=PROJECT_DIR,
        env=portal.variables,
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def test_killed_in_any_job_the_next_worker_does_it_once(site, portal):
    world = build(site)
    people = [world.address() for _person in range(4)]
    for address in people:
        a_comment(world.article, state=CommentState.PUBLISHED, address=address)
    a_request(site, world.address())
    Request.objects.update(expires_at=timezone.now() - timedelta(hours=1))
    seed = random.randrange(10**9)
    run(portal, f"{job_workers.kill_each.__name__}({seed}, {max(1, ROUNDS // 2)})")
    assert run(portal, f"{job_workers.finish.__name__}()") == "failed: []\n", f"seed {seed}"
    told = OutgoingMail.objects.filter(kind="comment-decision")
    assert told.count() == told.values("contact").distinct().count() == len(people), f"seed {seed}"
    assert not Request.objects.filter(expires_at__lte=timezone.now()).exists()
    assert all(prove(ledger).fault is None for ledger in ledgers())


def test_a_killed_worker_holds_a_job_for_a_minute_and_mail_for_two(site, contact, server, workers):
    assert timedelta(minutes=1) >= LEASE
    mail = a_mail(site, contact)
    stopped = workers.folder / "stopped"
    worker = workers.begin("--once", STOP_AT="handing-over", STOPPED=str(stopped))
    wait_until(stopped.exists)
    worker.kill()
    worker.wait()
    assert now(mail).leased_until - timezone.now() <= timedelta(minutes=2)


def test_a_lease_on_mail_is_renewed_while_the_server_takes_its_time(site, contact, server, settings, monkeypatch):
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = (
        "portal.smtp.EmailBackend",
        "127.0.0.1",
        server.port,
    )
    monkeypatch.setattr(leasing, "LEASE", timedelta(seconds=0.8))
    monkeypatch.setattr("consent.mail.delivering.LEASE", timedelta(seconds=0.8))
    server.seconds_a_mail = 3
    mail = a_mail(site, contact)

    def deliver():
        deliver_due()
        connection.close()

    with writer():
        delivering = threading.Thread(target=deliver)
        delivering.start()
        wait_until(lambda: now(mail).handovers == 1)
        seen = []
        while delivering.is_alive():
            found = now(mail)
            seen.append(found.lease is None or found.leased_until > timezone.now())
            assert leasing.lease_due()[1] == []
            delivering.join(0.2)
    assert all(seen)
    assert len(seen) > 5
    assert server.ids == [mail.message_id]
    assert now(mail).state == OutgoingMail.State.SENT
