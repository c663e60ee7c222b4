"""Authors are answered by processes that are killed in the act and by several at once: nobody is told twice, nobody is
forgotten. Between a decision and the outbox there is nothing but the mark how far the walk has come.
"""

import os
import subprocess
import sys

import pytest

from portal.environment import PROJECT_DIR
from tests.faults.answering_workers import BATCH, COMMENTS

BEGIN = "import django; django.setup(); from tests.faults import answering_workers as w; w."
# Each test takes a copy of the database: see ``tests.faults.database``.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def begin(tmp_path, database_url, settings):
    """``begin("answer()")``: starts a process."""
    begun = []
    environment = {
        **os.environ,
        "DATABASE_URL": database_url,
        "DATA_DIR": str(tmp_path),
        "ERASURE_JOURNAL": str(tmp_path / "erasures.jsonl"),
        "DEMO": "true",
        "DJANGO_SETTINGS_MODULE": "portal.settings.demo",
        "SECRET_KEY": settings.SECRET_KEY,
        "CONSENT_KEYS": ",".join(settings.CONSENT_KEYS),
    }

    def start(call):
        command = [sys.executable, "-c", BEGIN + call]
        process = subprocess.Popen(command, cwd=PROJECT_DIR, env=environment, stdout=subprocess.PIPE, text=True)
        begun.append(process)
        return process

    yield start
    for process in begun:
        process.kill()
        process.communicate()


def finish(process):
    shown, _nothing = process.communicate(timeout=240)
    assert process.returncode == 0
    return shown.strip().splitlines()[-1] if shown.strip() else ""


def test_a_worker_that_is_killed_and_workers_at_once_tell_everybody_once(begin):
    finish(begin("prepare()"))
    worker = begin("answer(pause=0.02)")
    assert worker.stdout.readline() == "in the middle of a batch\n"
    worker.kill()  # SIGKILL: it can't tidy up
    worker.wait()
    told, _people, left = finish(begin("report()")).split()
    assert (int(told), int(left)) == (BATCH // 2, 2 * COMMENTS - BATCH)  # the batch in hand was undone as a whole
    for worker in [begin("answer(pause=0.005)") for _worker in range(3)]:
        finish(worker)
    assert finish(begin("report()")) == f"{COMMENTS} {COMMENTS} 0"
    finish(begin("answer()"))
    assert finish(begin("report()")) == f"{COMMENTS} {COMMENTS} 0"
