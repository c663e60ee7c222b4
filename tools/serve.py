"""``make run``: prepares the database, loads the demonstration once and serves the portal on this machine.

What people did is kept from one start to the next: the demonstration is loaded into an empty portal alone.
"""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parent.parent
ENV_FILE = PROJECT_DIR / ".env"
HOST = "127.0.0.1"
UNUSABLE = "The database can't be used: {}. Check DATABASE_URL (docs/settings.md)."
BLOCKING_THREADS = "4"  # requests served at once; more gain nothing on two cores
WORKER_PAUSE = 5  # seconds before a worker that ended by itself is begun anew
WORKER_PATIENCE = 20  # seconds for the work in hand when the server stops

sys.path.insert(0, str(PROJECT_DIR))


def main() -> None:
    """Prepares everything and serves until Ctrl-C."""
    os.chdir(PROJECT_DIR)
    write_env_file()
    port = checked_port()
    prepare(port)
    sys.exit(serve(port))


def write_env_file() -> None:
    """Chooses demonstration mode, a secret key and the key for addresses, unless the operator has set them."""
    lines = []
    if not ENV_FILE.exists() and "SECRET_KEY" not in os.environ:
        lines += ["DEMO=true", f"SECRET_KEY={secrets.token_urlsafe(50)}"]
    if "CONSENT_KEYS" not in os.environ and not holds(ENV_FILE, "CONSENT_KEYS"):
        lines.append(f"CONSENT_KEYS={secrets.token_urlsafe(32)}")
    if not lines:
        return
    descriptor = os.open(ENV_FILE, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write("".join(f"{line}\n" for line in lines))
    names = ", ".join(line.partition("=")[0] for line in lines)
    say(
        f"Wrote {names} into {ENV_FILE}. Whoever has this file can read every address. "
        "docs/settings.md lists what else it may hold."
    )


def holds(file: Path, name: str) -> bool:
    """Whether a line of ``file`` sets ``name`` to something."""
    lines = file.read_text().splitlines() if file.exists() else []
    return any(line.strip().startswith(f"{name}=") and line.strip() != f"{name}=" for line in lines)


def checked_port() -> int:
    """The port to serve on. Ends the program with a sentence when it is taken or a setting is wrong."""
    from portal.environment import choose_settings, environment

    choose_settings()
    port = environment().port
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            sys.exit(f"Port {port} needs an administrator. Choose one above 1023, for example: make run PORT=8001")
        except OSError:
            other = port + 1 if port < 65535 else 8000
            sys.exit(f"Port {port} is taken. Stop the program that uses it, or choose another: make run PORT={other}")
    return port


def prepare(port: int) -> None:
    """Migrates the database, gathers static files and loads the demonstration."""
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.db import OperationalError, connections

    try:
        django.setup()
        open_database()
        say("Preparing the database and the static files ...")
        call_command("migrate", interactive=False, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        if settings.DEMO:
            call_command("load_demo", port=port)
    except OperationalError as error:
        sys.exit(UNUSABLE.format(str(error).strip()))
    except PermissionError as error:
        sys.exit(f"Can't write {error.filename}. Run make as its owner, or choose another folder with DATA_DIR.")
    connections.close_all()
    say(f"Served on http://{HOST}:{port}. Stop it with Ctrl-C.")


def open_database() -> None:
    """Ends the program with a sentence when the database does not answer, or is none."""
    from django.db import DatabaseError, connection

    try:
        connection.ensure_connection()
    except DatabaseError as error:
        sys.exit(UNUSABLE.format(str(error).strip()))


def serve(port: int) -> int:
    """Runs the server, and beside it the worker, until somebody ends this program. Returns the exit code.

    Granian's worker waits for ever when it is told twice to stop, and Ctrl-C in a terminal tells the worker as well as
    its parent. So both get a session of their own, and hear once.
    """
    command = [
        *(str(Path(sys.executable).with_name("granian")), "portal.wsgi:application"),
        *("--interface", "wsgi", "--host", HOST, "--port", str(port)),
        *("--blocking-threads", BLOCKING_THREADS, "--workers-kill-timeout", "30", "--log-level", "warning"),
        "--respawn-failed-workers",  # one that was killed is begun anew
    ]
    told: list[int] = []
    with subprocess.Popen(command, start_new_session=True) as server:

        def stop(number, frame):
            if not told:
                told.append(number)
                server.terminate()

        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, stop)
        work_beside(server, told)
        code = server.wait()
    return 0 if told else code or 1


def work_beside(server: subprocess.Popen, told: list[int]) -> None:
    """Runs ``manage.py worker`` until the server ends or somebody ends this program. One that ends by itself is
    begun anew.
    """
    while server.poll() is None and not told:
        with subprocess.Popen([sys.executable, "manage.py", "worker"], start_new_session=True) as worker:
            while worker.poll() is None and server.poll() is None and not told:
                time.sleep(0.2)
            if worker.poll() is None:
                end(worker)
            elif server.poll() is None and not told:
                say(f"The worker ended ({worker.returncode}). It is begun anew in {WORKER_PAUSE} s.")
                time.sleep(WORKER_PAUSE)


def end(process: subprocess.Popen) -> None:
    """Lets it finish what it has in hand."""
    process.terminate()
    try:
        process.wait(timeout=WORKER_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - a command that speaks to a person


if __name__ == "__main__":
    main()
