"""Processes of a run end with it, however it ends."""

import signal
import subprocess
import sys
import time

import pytest

from benchmarks.house import HouseError, a_house

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]


def interrupted(started):
    """A run that starts something and is stopped with Ctrl-C."""
    with a_house() as house:
        started += [house.start("sleeper", SLEEPS), house.folder]
        assert started[0].poll() is None
        raise KeyboardInterrupt


def test_everything_that_was_started_is_ended_and_the_folder_is_gone():
    started = []
    with pytest.raises(KeyboardInterrupt):
        interrupted(started)
    process, folder = started
    assert process.poll() == -signal.SIGTERM
    assert not folder.exists()


def test_a_server_that_ends_at_once_is_told_with_its_last_words():
    with a_house() as house:
        process = house.start("broken", [sys.executable, "-c", "raise SystemExit('no such file')"])
        with pytest.raises(HouseError, match="no such file"):
            house.wait_for("broken", process, 1)


def test_a_run_that_is_told_to_stop_leaves_no_process_behind():
    code = (
        "import sys, time\nfrom benchmarks.house import a_house\n"
        "with a_house() as house:\n"
        "    print(house.start('sleeper', [sys.executable, '-c', 'import time; time.sleep(60)']).pid, flush=True)\n"
        "    time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as run:
        sleeper = int(run.stdout.readline())
        run.terminate()
        assert run.wait(timeout=20) == 128 + signal.SIGTERM
    deadline = time.monotonic() + 5
    while _is_there(sleeper) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _is_there(sleeper)


def _is_there(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
