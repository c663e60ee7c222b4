"""``python -m portal.serve``: the web server of a portal in production, as systemd and containers start it.

Options were chosen by measurement (``docs/operations/scaling.md``) and for what happens when something breaks:

- A process that dies is begun anew. If it dies again within seconds, as with a wrong setting, the server ends and
  whoever started it decides: systemd waits and tries again.
- Told to stop, the server takes no new connection, finishes what it has in hand for 30 seconds, and ends. It waits for
  ever when it is told twice: send the signal to the main process alone (systemd: ``KillMode=mixed``).
- A connection that the proxy keeps open counts against ``--backpressure``: that number is far above what nginx keeps.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from portal.environment import PROJECT_DIR, choose_settings, environment

PATIENCE = 30  # seconds for the work in hand when the server stops
CONNECTIONS = 512  # that one process holds at once, idle ones of the proxy among them
WAITING = 1024  # connections that wait until a process takes them


def main(arguments: Sequence[str] | None = None) -> None:
    """Becomes the server. Ends with a sentence when a setting is wrong."""
    parser = argparse.ArgumentParser(prog="python -m portal.serve", description="Serves the portal in production.")
    parser.add_argument("--host", default="127.0.0.1", help="Address to listen on (127.0.0.1).")
    parser.add_argument("--port", type=int, help="Port to listen on (PORT).")
    chosen = parser.parse_args(arguments)
    choose_settings()
    env = environment()
    program = str(Path(sys.executable).with_name("granian"))
    options = server_options(
        host=chosen.host,
        port=chosen.port or env.port,
        processes=env.web_processes or cores(),
        threads=env.web_threads,
    )
    os.chdir(PROJECT_DIR)
    sys.stdout.flush()
    os.execv(program, [program, *options])  # noqa: S606 - a fixed program of this environment


def server_options(*, host: str, port: int, processes: int, threads: int) -> list[str]:
    """What granian is told."""
    return [
        *("--interface", "wsgi", "--http", "1", "--host", host, "--port", str(port)),
        *("--workers", str(processes), "--blocking-threads", str(threads)),
        *("--backlog", str(WAITING), "--backpressure", str(CONNECTIONS)),
        *("--respawn-failed-workers", "--workers-kill-timeout", str(PATIENCE)),
        *("--log-level", "warning"),
        "portal.wsgi:application",
    ]


def cores() -> int:
    """How many cores this process may use, as the machine or the container's limit says."""
    allowed = len(os.sched_getaffinity(0))
    try:
        quota, period = Path("/sys/fs/cgroup/cpu.max").read_text().split()
    except (OSError, ValueError):
        return allowed
    return allowed if quota == "max" else max(1, min(allowed, round(int(quota) / int(period))))


if __name__ == "__main__":
    main()
