"""Starts and stops the web server and the worker: through systemd, or as plain processes where there is none."""

import http.client
import os
import pwd
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from deploy.layout import Layout, RefusedError

STARTING = 120  # seconds until a new server must be ready
STOPPING = 90  # seconds for what a process has in hand


def run(layout: Layout, command: Sequence[str | Path], *, folder: Path, as_account: bool = True) -> None:
    """Runs one command of a release. Raises ``RefusedError`` with what it said."""
    done = subprocess.run(
        command, cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **identity(layout, as_account)
    )
    if done.returncode:
        raise RefusedError(f"{' '.join(map(str, command))} failed:\n{done.stdout.strip()}")


def identity(layout: Layout, as_account: bool = True) -> dict[str, Any]:
    """What ``subprocess`` needs to run something as the portal's account."""
    if not (as_account and layout.account and os.geteuid() == 0):
        return {}
    account = pwd.getpwnam(layout.account)
    return {
        "user": account.pw_uid,
        "group": account.pw_gid,
        "extra_groups": [],
        "env": {**os.environ, "HOME": account.pw_dir},
    }


class Systemd:
    """The units of ``deploy/systemd/``. The port is the instance of the web server's unit."""

    def start_web(self, port: int) -> None:
        self._call("restart", f"portal-web@{port}.service")
        self._call("enable", f"portal-web@{port}.service")  # so that it is this one that starts after a reboot

    def stop_web(self, port: int) -> None:
        self._call("disable", "--now", f"portal-web@{port}.service")

    def restart_worker(self) -> None:
        self._call("enable", "portal-worker.service")
        self._call("restart", "portal-worker.service")

    def _call(self, *arguments: str) -> None:
        done = subprocess.run(["systemctl", "--quiet", *arguments], text=True, capture_output=True)
        if done.returncode:
            raise RefusedError(f"systemctl {' '.join(arguments)} failed: {done.stderr.strip()}")


class Plain:
    """Processes of their own sessions, known by files with their numbers. Nobody begins them anew when they end."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout

    def start_web(self, port: int) -> None:
        self.stop_web(port)
        self._start(f"web-{port}", "-m", "portal.serve", "--port", str(port))

    def stop_web(self, port: int) -> None:
        self._stop(f"web-{port}")

    def restart_worker(self) -> None:
        self._stop("worker")
        self._start("worker", "manage.py", "worker")

    def start_all(self, port: int) -> None:
        """Starts what does not run, for example after a reboot."""
        if not self._is_running(f"web-{port}"):
            self.start_web(port)
        if not self._is_running("worker"):
            self.restart_worker()

    def stop_all(self) -> None:
        """Ends all that runs here."""
        for file in sorted(self.layout.run.glob("*.pid")):
            self._stop(file.stem)

    def _start(self, name: str, *arguments: str) -> None:
        folder = self.layout.current.resolve()
        with (self.layout.run / f"{name}.log").open("a") as log:
            process = subprocess.Popen(
                [folder / ".venv/bin/python", *arguments],
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                **identity(self.layout),
            )
        (self.layout.run / f"{name}.pid").write_text(f"{process.pid} {started(process.pid)}")

    def _stop(self, name: str) -> None:
        number, began = self._noted(name)
        if self._is_running(name):
            os.kill(number, signal.SIGTERM)
            wait_for_end(number, began)
        (self.layout.run / f"{name}.pid").unlink(missing_ok=True)

    def _is_running(self, name: str) -> bool:
        number, began = self._noted(name)
        return bool(number) and started(number) == began

    def _noted(self, name: str) -> tuple[int, str]:
        """Number and beginning of a process, as they were noted: numbers are given again to others."""
        file = self.layout.run / f"{name}.pid"
        number, _space, began = file.read_text().partition(" ") if file.exists() else ("0", "", "")
        return int(number), began


def started(number: int) -> str:
    """When the process with this number began, in ticks of the machine. Empty if it runs no more."""
    try:
        fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] in "ZX" else fields[19]  # proc(5): state is the third field, starttime the 22nd


def wait_for_end(number: int, began: str) -> None:
    """Waits for a process, and kills it in the end."""
    deadline = time.monotonic() + STOPPING
    while started(number) == began:
        if time.monotonic() > deadline:
            os.kill(number, signal.SIGKILL)
            return
        time.sleep(0.1)


def wait_until_ready(layout: Layout, port: int) -> None:
    """Returns once the server on ``port`` is ready and serves the home page. Raises ``RefusedError``."""
    deadline = time.monotonic() + STARTING
    answer = "nothing"
    while time.monotonic() < deadline:
        answer = ask(layout, port, "/readyz")
        if answer == "200":
            home = ask(layout, port, "/")
            if home.startswith("5"):
                raise RefusedError(f"The new release answers {home} to its home page.")
            return
        time.sleep(0.2)
    raise RefusedError(f"The new release was not ready within {STARTING} s. /readyz answered {answer}.")


def ask(layout: Layout, port: int, path: str) -> str:
    """The status of an answer as nginx would get it, or the name of an error."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path, headers={"Host": layout.host, "X-Forwarded-Proto": "https"})
        return str(connection.getresponse().status)
    except (OSError, http.client.HTTPException) as error:
        return type(error).__name__
    finally:
        connection.close()


def supervisor_of(layout: Layout) -> Systemd | Plain:
    """What starts and stops processes here."""
    if layout.supervisor == "systemd":
        return Systemd()
    layout.run.mkdir(parents=True, exist_ok=True)
    return Plain(layout)


def reload_nginx(layout: Layout) -> None:
    """Has nginx read its configuration: requests in hand end on the old server. Refuses one that is wrong."""
    run(layout, [*layout.nginx, "-t", "-q"], folder=Path("/"), as_account=False)
    run(layout, [*layout.nginx, "-s", "reload"], folder=Path("/"), as_account=False)
