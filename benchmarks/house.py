"""Where a run lives: a folder of its own, free ports, and processes that end with it, also after Ctrl-C."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
HOST = "127.0.0.1"
PATIENCE = 90  # seconds until a server answers
MANNERS = 10  # seconds that a process may take to end
WEB_SERVERS = {  # one process with four threads, on a port that follows
    "granian": f"--interface wsgi --workers 1 --blocking-threads 4 --log-level warning --host {HOST} --port ",
    "gunicorn": f"--worker-class gthread --threads 4 --log-level warning --no-control-socket --bind {HOST}:",
}


class HouseError(Exception):
    """Something that a run needs did not start."""


class House:
    """The folder and the processes of one run."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._processes: list[subprocess.Popen] = []
        self._farewells: list[Callable[[], object]] = []

    def room(self, name: str) -> Path:
        """A folder in it."""
        path = self.folder / name
        path.mkdir(parents=True, exist_ok=True)
        return path

    def start(self, name: str, command: Sequence[str], variables: Mapping[str, str] | None = None) -> subprocess.Popen:
        """Starts a process that ends with the house. It hears no Ctrl-C of its own."""
        log = (self.room("logs") / f"{name}.log").open("ab")
        process = subprocess.Popen(
            command,
            cwd=PROJECT_DIR,
            env={**os.environ, **(variables or {})},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        log.close()
        self._processes.append(process)
        return process

    def serve(
        self, name: str, application: str, variables: Mapping[str, str] | None = None, *, by: str = "granian"
    ) -> str:
        """Serves a WSGI application as the portal is served, or by another web server. Gives its address once it
        answers.
        """
        port = free_port()
        options = f"{WEB_SERVERS[by]}{port}".split()
        process = self.start(name, [str(BIN / by), application, *options], variables)
        address = f"http://{HOST}:{port}"
        self.wait_for(name, process, port)
        return address

    def wait_for(self, name: str, process: subprocess.Popen, port: int) -> None:
        """Waits until somebody listens. Raises ``HouseError`` with the end of the log."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if process.poll() is not None:
                break
            with contextlib.suppress(OSError), socket.create_connection((HOST, port), timeout=1):
                return
            time.sleep(0.1)
        log = (self.room("logs") / f"{name}.log").read_text(errors="replace")
        raise HouseError(f"{name} does not answer:\n{log[-3000:]}")

    def run(self, command: Sequence[str], variables: Mapping[str, str] | None = None, *, is_shown: bool = False) -> str:
        """Runs a command to its end and gives what it printed. Raises ``HouseError``."""
        done = subprocess.run(
            command,
            cwd=PROJECT_DIR,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **(variables or {})},
            stdout=None if is_shown else subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        if done.returncode:
            raise HouseError(f"{' '.join(command)} failed:\n{done.stdout or ''}{done.stderr[-3000:]}")
        return done.stdout or ""

    def at_the_end(self, farewell: Callable[[], object]) -> None:
        """What else is done when the house is left."""
        self._farewells.append(farewell)

    def leave(self) -> None:
        """Ends every process that was started here, the newest first."""
        for process in reversed(self._processes):
            end(process)
        self._processes.clear()
        for farewell in reversed(self._farewells):
            farewell()
        self._farewells.clear()

    def processor_time(self) -> float:
        """Seconds of processor time of everything that was started here and what it started itself (proc(5))."""
        sessions, ticks = {str(process.pid) for process in self._processes}, 0
        for file in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                fields = file.read_text().rpartition(")")[2].split()
                if fields[3] in sessions:
                    ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def stop(self, process: subprocess.Popen) -> None:
        """Ends one of them."""
        end(process)
        self._processes.remove(process)


@contextlib.contextmanager
def a_house(kept: Path | None = None) -> Iterator[House]:
    """A house that is gone afterwards, whatever happens meanwhile. In a ``kept`` folder, files alone stay."""
    former = signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    folder = kept.absolute() if kept else Path(tempfile.mkdtemp(prefix="portal-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o755)  # PostgreSQL and nginx may run as somebody else
    house = House(folder)
    try:
        yield house
    finally:
        house.leave()
        if not kept:
            shutil.rmtree(folder, ignore_errors=True)
        signal.signal(signal.SIGTERM, former)


def end(process: subprocess.Popen) -> None:
    """Ends a process and what it started, kindly at first."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        if process.poll() is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=MANNERS)


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]
