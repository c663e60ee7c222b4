"""Starts ``make run`` in a fresh copy of the project, as a newcomer would, and asks for the first pages:

    python3 .ci/smoke.py FOLDER

FOLDER must not exist. Uses the standard library alone.
"""

import contextlib
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parent.parent
PATIENCE = 420  # seconds until the first answer: packages are installed first
SETTINGS = {"DATABASE_URL", "DEMO", "SECRET_KEY", "CONSENT_KEYS", "DATA_DIR", "PORT", "DJANGO_SETTINGS_MODULE"}


def main(folder: Path) -> None:
    """Runs the portal twice and ends with a sentence when something is not as it should be."""
    copy_project(folder)
    port = free_port()
    server = start(folder, port)
    try:
        wait_until_served(server, port)
        visit(port)
        expect_worker(folder, "running")
        refuse_taken_port(folder, port)
    finally:
        stop(server)
    expect_worker(folder, "stopped")
    server = start(folder, port)  # once more: it keeps what is there
    try:
        wait_until_served(server, port)
        visit(port)
        expect_worker(folder, "running")
    finally:
        stop(server)
    print("make run: installed, served, worked, refused a taken port, stopped and started again")


def copy_project(folder: Path) -> None:
    """Copies the files that belong to the project: no environment, no database, no settings."""
    folder.mkdir(parents=True)
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=PROJECT_DIR,
        check=True,
        stdout=subprocess.PIPE,
    ).stdout
    names = b"\0".join(name for name in listing.split(b"\0") if name and (PROJECT_DIR / name.decode()).exists())
    archive = subprocess.run(
        ["tar", "-c", "--null", "-T", "-"], cwd=PROJECT_DIR, input=names, check=True, stdout=subprocess.PIPE
    ).stdout
    subprocess.run(["tar", "-x"], cwd=folder, input=archive, check=True)


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(folder: Path, port: int) -> subprocess.Popen:
    """``make run`` in a process group of its own, as a terminal would start it."""
    variables = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    return subprocess.Popen(["make", "run"], cwd=folder, env={**variables, "PORT": str(port)}, start_new_session=True)


def wait_until_served(server: subprocess.Popen, port: int) -> None:
    """Returns once the home page answers."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if server.poll() is not None:
            sys.exit(f"make run ended with {server.returncode} before it served a page.")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30):
                return
        except urllib.error.HTTPError as error:
            sys.exit(f"The home page answered {error.code}.")
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.5)
    sys.exit(f"make run served nothing within {PATIENCE} s.")


def visit(port: int) -> None:
    """Asks for the home page and what hangs on it: an article, style sheets, robots.txt, the admin's sign-in."""
    home = fetch(port, "/")
    expect("<h1" in home, "The home page has no headline.")
    styles = [tag for tag in re.findall(r"<link[^>]+>", home) if 'rel="stylesheet"' in tag]
    expect(bool(styles), "The home page has no style sheet.")
    for tag in styles:
        fetch(port, re.search(r'href="(/[^"]+)"', tag).group(1))
    articles = re.findall(r"<loc>https?://[^/]+(/[^/<]+/[^/<]+/)</loc>", fetch(port, "/sitemap.xml"))
    expect(any("<article" in fetch(port, path) for path in articles), "The sitemap lists no article.")
    expect("Sitemap:" in fetch(port, "/robots.txt"), "robots.txt names no sitemap.")
    expect('name="password"' in fetch(port, "/admin/login/"), "The admin's sign-in has no field for the password.")


def expect_worker(folder: Path, state: str) -> None:
    """The worker's sign of life says what it does, within some seconds."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with contextlib.closing(sqlite3.connect(folder / "var" / "portal.sqlite3")) as database:
            row = database.execute("SELECT outcome FROM portal_jobrun WHERE name = 'worker'").fetchone()
        if row == (state,):
            return
        time.sleep(0.5)
    sys.exit(f"The worker is not {state}.")


def refuse_taken_port(folder: Path, port: int) -> None:
    """A second server on the same port is refused with a sentence."""
    second = start(folder, port)
    expect(second.wait(timeout=120) != 0, "A second make run on a taken port did not fail.")


def fetch(port: int, path: str) -> str:
    """The body of a page that answers 200."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as response:
            return response.read().decode()
    except urllib.error.HTTPError as error:
        sys.exit(f"{path} answered {error.code}.")


def expect(holds: bool, sentence: str) -> None:
    if not holds:
        sys.exit(sentence)


def stop(server: subprocess.Popen) -> None:
    """Presses Ctrl-C, which a terminal sends to the whole group."""
    if server.poll() is None:
        os.killpg(server.pid, signal.SIGINT)
    try:
        server.wait(timeout=30)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        sys.exit("make run did not stop within 30 s of Ctrl-C.")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
