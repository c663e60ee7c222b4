"""Installs the portal as docs/operations/install.md says, as far as a machine without systemd allows, and holds what it
gets against what that page promises; then releases it again under load, and takes that back:

    python3 .ci/install.py FOLDER POSTGRESQL

FOLDER must not exist; everything is put below it. POSTGRESQL is the address of a cluster whose administrator may make
roles and databases. Needs nginx and openssl. Uses the standard library alone.
"""

import os
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from readers import Portal, Readers, expect  # noqa: E402 - found now
from smoke import copy_project, free_port  # noqa: E402

PASSWORD = "only-for-this-run-0123456789"  # noqa: S105 - of an account that is gone in a minute
SETTINGS = {"DATABASE_URL", "DEMO", "SECRET_KEY", "CONSENT_KEYS", "DATA_DIR", "PORT", "DJANGO_SETTINGS_MODULE"}


def main(folder: Path, postgresql: str) -> None:
    """Installs, looks, releases under load, goes back, and ends everything."""
    started = time.monotonic()
    source, machine = folder / "source", folder / "machine"
    copy_project(source)
    options = {"--root": str(machine), "--postgres": postgresql}
    options |= {name: str(free_port()) for name in ("--http", "--https")}
    options["--ports"] = f"{free_port()},{free_port()}"
    command = documented_command(source)
    portal = Portal(command[command.index("--host") + 1], int(options["--http"]), int(options["--https"]), machine)
    signal.signal(signal.SIGTERM, lambda *_told: sys.exit(143))  # so that what was started is ended then too
    command += [word for option in options.items() for word in option] + ["--no-systemd"]
    try:
        install(command, source)
        print(f"installed after {time.monotonic() - started:.0f} s", flush=True)
        look(portal)
        install(command, source)  # once more: it keeps what is there
        expect(portal.get("/").status == 200, "Installed twice, the home page is not served.")
        release_under_load(portal, source)
    finally:
        end(source, machine)
    expect_nothing_runs(portal)
    print(f"installed, looked at, released and taken back in {time.monotonic() - started:.0f} s")


def documented_command(source: Path) -> list[str]:
    """The command of the page, without ``sudo``: a stranger types what is executed here."""
    page = (source / "docs/operations/install.md").read_text()
    found = re.search(r"^sudo (deploy/install\.sh --host .+)$", page, re.MULTILINE)
    expect(found is not None, "docs/operations/install.md names no command that installs.")
    return shlex.split(found.group(1))


def install(command: list[str], source: Path) -> None:
    """Runs the install script. Its output is shown when it fails."""
    variables = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    variables["DJANGO_SUPERUSER_PASSWORD"] = PASSWORD
    done = subprocess.run(
        command, cwd=source, env=variables, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=420
    )
    if done.returncode:
        sys.exit(f"{shlex.join(command)} ended with {done.returncode}:\n{done.stdout}")
    expect(PASSWORD not in done.stdout, "The install script shows a password that it was given.")


def look(portal: Portal) -> None:
    """What a stranger has after the install: everything below was promised."""
    home = portal.get("/")
    expect(home.status == 200 and "<h1" in home.text, f"The home page answers {home.status}.")
    expect(home.headers.get("Strict-Transport-Security", "").startswith("max-age="), "HSTS is missing.")
    expect("default-src 'none'" in home.headers.get("Content-Security-Policy", ""), "The content policy is missing.")
    expect("set-cookie" not in home.headers, "The home page sets a cookie.")
    plain = portal.get("/a-path/?x=1", tls=False)
    expect(plain.status in {301, 308}, f"Plain HTTP answers {plain.status}.")
    expect(plain.headers["Location"].startswith(f"https://{portal.host}"), "Plain HTTP leads elsewhere than to HTTPS.")
    expect(plain.headers["Location"].endswith("/a-path/?x=1"), "On the way to HTTPS the path is lost.")
    expect('name="password"' in portal.get("/admin/login/").text, "The admin's sign-in has no field for the password.")
    expect(portal.get("/healthz").text == "ok\n", "/healthz is not well.")
    expect(portal.get("/metrics").status in {403, 404}, "/metrics is public.")
    look_at_files(portal, home.text)
    sheet = portal.get("/static/no-such-sheet.css")
    same = [answer.headers.get("Strict-Transport-Security") for answer in (home, sheet)]
    expect(same[0] == same[1], f"nginx says of HTTPS something else than the portal: {same}.")
    modes = {name: (portal.machine / "etc/portal" / name).stat().st_mode & 0o777 for name in ("portal.env", "tls")}
    expect(modes == {"portal.env": 0o600, "tls": 0o700}, f"Others may read secrets: {modes}.")
    manage(portal, "worker", "--is-alive")
    manage(portal, "check", "--deploy", "--database", "default")
    manage(portal, "verify_ledger")


def look_at_files(portal: Portal, home: str) -> None:
    """Static files keep for ever, pictures are served from disk and never run, and nothing else of the data is."""
    sheet = re.search(r'href="(/static/[^"]+\.css)"', home)
    expect(sheet is not None, "The home page has no style sheet.")
    answer = portal.get(sheet.group(1))
    expect(answer.status == 200 and "immutable" in answer.headers["Cache-Control"], "Static files don't keep for ever.")
    (portal.machine / "var/lib/portal/media/drawing.svg").write_text("<svg/>")
    drawing = portal.get("/media/drawing.svg")
    expect(drawing.status == 200 and drawing.headers["X-Content-Type-Options"] == "nosniff", "Pictures are not served.")
    for path in ("/media/../erasures.jsonl", "/static../portal.sqlite3", "/media/%2e%2e/maintenance", "/.env"):
        expect(portal.get(path).status in {400, 404}, f"{path} is served.")


def manage(portal: Portal, *arguments: str) -> None:
    """Runs a command of the release that serves."""
    done = subprocess.run(
        [".venv/bin/python", "manage.py", *arguments],
        cwd=portal.machine / "opt/portal/current",
        env={name: value for name, value in os.environ.items() if name not in SETTINGS},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    expect(done.returncode == 0, f"manage.py {' '.join(arguments)} failed:\n{done.stdout}")


def release_under_load(portal: Portal, source: Path) -> None:
    """Releases and goes back while readers read and send forms: none of them may notice."""
    before = current(portal)
    with Readers(portal) as readers:
        release(source, portal.machine)
        newer = current(portal)
        expect(newer != before, "The release is not served.")
        release(source, portal.machine, "--back")
        expect(current(portal) == before, "The release before is not served again.")
        time.sleep(1)
    print(
        f"released and taken back under load: {readers.answered} requests, {len(readers.failures)} failed", flush=True
    )
    expect(readers.answered > 50, "Hardly anybody read meanwhile.")
    expect(not readers.failures, "Readers noticed: " + "; ".join(readers.failures[:10]))


def release(source: Path, machine: Path, *arguments: str) -> None:
    """Runs the release script."""
    done = subprocess.run(
        [sys.executable, "deploy/release.py", "--layout", machine / "etc/portal/release.toml", *arguments],
        cwd=source,
        env={name: value for name, value in os.environ.items() if name not in SETTINGS},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=300,
    )
    expect(done.returncode == 0, f"deploy/release.py {' '.join(arguments)} failed:\n{done.stdout}")


def current(portal: Portal) -> str:
    return (portal.machine / "opt/portal/current").resolve().name


def end(source: Path, machine: Path) -> None:
    """Ends what was started, whatever happened before."""
    if (machine / "etc/portal/release.toml").exists():
        release(source, machine, "--stop")
    pid_file = machine / "var/lib/nginx/nginx.pid"
    if pid_file.exists():
        os.kill(int(pid_file.read_text()), 15)


def expect_nothing_runs(portal: Portal) -> None:
    """All ports are free again."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if not portal.is_open():
            return
        time.sleep(0.2)
    sys.exit("nginx did not end.")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2])
