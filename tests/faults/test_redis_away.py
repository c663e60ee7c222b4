"""Redis is killed, hangs and comes back while people read and write: nobody notices, and nothing shows what was taken
down.
"""

import subprocess
import time
from contextlib import contextmanager

import pytest

from comments.rules.deciding import decide
from tests.conversing import a_comment, a_moderator, fresh, seen
from tests.faults import proxy as ways
from tests.faults.acts.conversation import send_comment
from tests.faults.conftest import running_portal, wait_until
from tests.faults.mail_server import free_port
from tests.faults.proxy import proxy_to
from tests.faults.world import build
from tests.tools_needed import redis_server

AT_ONCE = (
    5  # seconds until a change is seen, with Redis or without: one is promised, on a machine with nothing else to do
)
QUICK = 8  # seconds for any page, there

pytestmark = pytest.mark.django_db(transaction=True)


@contextmanager
def own_redis(port, folder):
    """A server of our own that keeps nothing."""
    command = [redis_server(), "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        time.sleep(0.5)
        yield process
    finally:
        process.kill()
        process.wait()


def all_is_well(world, servers):
    """Everybody reads, somebody writes, and what is published or taken down shows on each server at once."""
    act = send_comment(world, servers[0].browser())
    act.send()
    assert act.is_acknowledged
    assert act.happened() == 1
    words = f"Walking helped me, says {world.address().partition('@')[0]}."
    comment = a_comment(world.article, address=world.address(), text=words)
    decide(comment.pk, "approve", by=a_moderator(), seen=seen(comment))
    for server in servers:
        wait_until(lambda server=server: words.encode() in read(server, world), AT_ONCE)
    decide(comment.pk, "remove", by=a_moderator(), seen=seen(fresh(comment)), rule_code="kind")
    for server in servers:
        wait_until(lambda server=server: words.encode() not in read(server, world), AT_ONCE)


def read(server, world):
    begun = time.monotonic()
    answer = server.browser().get(world.path)
    assert answer.status == 200
    assert time.monotonic() - begun < QUICK
    return answer.body


def test_redis_may_go_hang_and_come_back(site, tmp_path, database_url, settings):
    world = build(site)
    port = free_port()
    with (
        proxy_to(port) as way,
        running_portal(
            tmp_path, database_url, settings, REDIS_URL=f"redis://127.0.0.1:{way.port}/0", MAIL_PORT=str(free_port())
        ) as portal,
    ):
        with own_redis(port, tmp_path):
            servers = [portal.serve(), portal.serve()]
            all_is_well(world, servers)
            way.mode = ways.HANG
            all_is_well(world, servers)
            way.drop()
            all_is_well(world, servers)
            way.mode = ways.PASS
        all_is_well(world, servers)  # killed
        with own_redis(port, tmp_path):  # and begun anew, empty
            all_is_well(world, servers)
    assert "Traceback" not in portal.logs
