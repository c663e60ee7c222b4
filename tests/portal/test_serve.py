"""How the portal is served in production: ``python -m portal.serve``."""

import os
import shlex
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from portal.environment import PROJECT_DIR
from portal.serve import cores, server_options
from tests.portal.test_start import start

PATIENCE = 60  # seconds


def test_each_process_works_on_as_many_requests_as_it_is_told():
    told = shlex.join(server_options(host="127.0.0.1", port=8001, processes=3, threads=5))
    assert "--workers 3 --blocking-threads 5" in told
    assert "--host 127.0.0.1 --port 8001" in told
    assert told.endswith("portal.wsgi:application")


def test_there_are_no_more_processes_than_cores_that_may_be_used():
    assert 1 <= cores() <= len(os.sched_getaffinity(0))


def test_a_wrong_setting_ends_it_with_a_sentence(tmp_path):
    refused = start(["-m", "portal.serve"], tmp_path, WEB_THREADS="many")
    assert refused.returncode == 1
    assert refused.stderr == "WEB_THREADS must be a whole number. See docs/settings.md.\n"


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_it_serves_and_ends_with_zero_when_it_is_told_to(tmp_path, port):
    process = subprocess.Popen(
        [sys.executable, "-m", "portal.serve", "--port", str(port)],
        cwd=PROJECT_DIR,
        env={**os.environ, "DATA_DIR": str(tmp_path), "DATABASE_URL": "", "WEB_PROCESSES": "1", "DEMO": "true"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert answer(port, process) == b"ok\n"
    finally:
        process.terminate()
    assert process.wait(timeout=PATIENCE) == 0


def answer(port, process):
    """What it says of its health, as soon as it answers."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as response:
                return response.read()
        except OSError:
            time.sleep(0.2)
    return None
