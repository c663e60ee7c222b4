"""A portal as it runs: the web server and workers, processes that a test may kill. Ends its own ones alone."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from portal.environment import PROJECT_DIR
from tests.faults.browsing import Browser, NoAnswerError
from tests.faults.mail_server import free_port

PATIENCE = 60  # seconds
THREADS = "4"  # as tools/serve.py


class RunningPortal:
    """Processes on one database, with one folder."""

    def __init__(self, folder, variables):
        self.folder, self.variables = Path(folder), variables
        self.begun = []

    def serve(self, port=None):
        """Begins a web server and waits until it answers."""
        server = WebServer(self, port or free_port())
        server.start()
        return server

    def work(self, *options, **variables):
        """Begins a worker."""
        return self._begin([sys.executable, "manage.py", "worker", *options], "worker", **variables)

    def begin(self, *command, **variables):
        """Begins another command of ``manage.py``."""
        return self._begin([sys.executable, "manage.py", *command], command[0], **variables)

    def manage(self, *command, fails=False):
        """Runs a command of ``manage.py``, and gives what it said."""
        done = subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=PROJECT_DIR,
            env=self.variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=300,
        )
        assert bool(done.returncode) == fails, done.stdout
        return done.stdout

    def _begin(self, command, name, **variables):
        log = (self.folder / f"{len(self.begun):03}-{name}.log").open("w")
        process = subprocess.Popen(
            command,
            cwd=PROJECT_DIR,
            env={**self.variables, **variables},
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        self.begun.append(process)
        return process

    @property
    def logs(self):
        """All that its processes wrote."""
        return "".join(file.read_text(errors="replace") for file in sorted(self.folder.glob("[0-9]*.log")))

    def end(self):
        """Kills whatever still runs."""
        for process in self.begun:
            if process.poll() is None:
                kill(*children_of(process.pid), process.pid)
            process.wait(timeout=PATIENCE)


SERVER = os.environ.get("FAULT_SERVER", "granian")  # gunicorn: to compare how they bear the same faults
SERVERS = {
    "granian": "--interface wsgi --host 127.0.0.1 --port {port} --blocking-threads {threads} --workers-kill-timeout 30"
    " --log-level warning --respawn-failed-workers",
    "gunicorn": "--worker-class gthread --bind 127.0.0.1:{port} --threads {threads} --graceful-timeout 30"
    " --log-level warning --no-control-socket",
}


class WebServer:
    """A web server as ``tools/serve.py`` begins it: a process that watches, and one that serves."""

    def __init__(self, portal, port):
        self.portal, self.port = portal, port
        self.process = None

    def start(self):
        program = str(Path(sys.executable).with_name(SERVER))
        options = SERVERS[SERVER].format(port=self.port, threads=THREADS).split()
        self.process = self.portal._begin([program, "portal.wsgi:application", *options], "server")
        self.wait()

    def wait(self):
        """Waits until it answers."""
        deadline = time.monotonic() + PATIENCE
        while True:
            assert self.process.poll() is None, self.portal.logs[-3000:]
            with contextlib.suppress(NoAnswerError):
                if self.browser().get("/healthz", patience=5).status == 200:
                    return
            assert time.monotonic() < deadline, self.portal.logs[-3000:]
            time.sleep(0.05)

    def browser(self, **cookies):
        return Browser(self.port, **cookies)

    def kill_worker(self):
        """``kill -9`` for the process that serves. The one that watches begins another."""
        kill(*self.workers)

    def kill(self):
        """``kill -9`` for both."""
        kill(self.process.pid, *children_of(self.process.pid))
        self.process.wait(timeout=PATIENCE)

    @property
    def workers(self):
        """The ids of processes that serve."""
        return [pid for pid in children_of(self.process.pid) if b"resource_tracker" not in command_of(pid)]


def children_of(pid):
    """The ids of a process's children."""
    found = []
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += map(int, (task / "children").read_text().split())
    return found


def command_of(pid):
    """Its command line."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def kill(*pids):
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
