#!/usr/bin/env python3
"""Releases a version of the portal without an interruption, and takes one back:

    python3 deploy/release.py                 the code in this folder
    python3 deploy/release.py --back          to the release before
    python3 deploy/release.py --prepare       what nobody notices, on every one of several machines first
    python3 deploy/release.py --list

The order is that of docs/operations/upgrade.md. Until requests are sent to the new server nothing has changed for
readers but tables and columns that were added, and a failure leaves the old release as it was. Needs Python alone.
"""

import argparse
import fcntl
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT_DIR))

from deploy.layout import NOT_COPIED, Layout, RefusedError, point, read_layout  # noqa: E402 - found now
from deploy.processes import Plain, reload_nginx, run, supervisor_of, wait_until_ready  # noqa: E402

INSTALLED = "installed"  # file in an environment whose packages are all there


def main() -> int:
    """Does what it is told. The exit code is 1 if the old release is still the one that serves."""
    parser = argparse.ArgumentParser(description="Releases the portal without an interruption.")
    parser.add_argument("--layout", type=Path, default=Path("/etc/portal/release.toml"), help="The installation.")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--back", action="store_true", help="Go back to the release before.")
    what.add_argument(
        "--prepare",
        action="store_true",
        help="Install packages, check settings and gather static files. Serve nothing.",
    )
    what.add_argument("--list", action="store_true", help="List the releases that are there.")
    what.add_argument(
        "--start", action="store_true", help="Without systemd: start what was released, if it is not running."
    )
    what.add_argument("--stop", action="store_true", help="Without systemd: end web server and worker.")
    chosen = parser.parse_args()
    os.umask(0o022)  # the portal's account reads what its administrator writes
    try:
        layout = read_layout(chosen.layout)
        with one_at_a_time(layout):
            if chosen.list:
                list_releases(layout)
            elif chosen.start:
                plain(layout).start_all(layout.serving_port())
            elif chosen.stop:
                plain(layout).stop_all()
            elif chosen.back:
                go_back(layout)
            elif chosen.prepare:
                prepare_alone(layout, PROJECT_DIR)
            else:
                release(layout, PROJECT_DIR)
    except RefusedError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return 0


def plain(layout: Layout) -> Plain:
    """Processes without systemd. Refused where systemd looks after them."""
    supervisor = supervisor_of(layout)
    if isinstance(supervisor, Plain):
        return supervisor
    raise RefusedError("systemd runs the portal here: systemctl start or stop portal-web@PORT portal-worker.")


def release(layout: Layout, source: Path) -> None:
    """Copies, prepares and serves the code in ``source``."""
    before = layout.current.resolve() if layout.current.exists() else None
    new = copy_code(layout, source)
    prepare(layout, new)
    migrate(layout, new)
    switch(layout, new, before)
    if before:
        point(layout.previous, before)
    tidy(layout)
    say(f"Served: {new.name}")


def prepare_alone(layout: Layout, source: Path) -> None:
    """Packages and static files of the code in ``source``, for a release that follows: pages that another machine makes
    of it name files that this one must have.
    """
    new = copy_code(layout, source)
    try:
        prepare(layout, new)
    finally:
        shutil.rmtree(new)
    say("Prepared. Readers get what they got before.")


def go_back(layout: Layout) -> None:
    """Serves the release before. Its code runs on the newer tables: migrations only add until a release later."""
    if not layout.previous.exists():
        raise RefusedError("There is no release to go back to.")
    before, new = layout.current.resolve(), layout.previous.resolve()
    prepare(layout, new)  # its static files again
    switch(layout, new, before)
    point(layout.previous, before)
    say(f"Served again: {new.name}")


def copy_code(layout: Layout, source: Path) -> Path:
    """A folder of its own for the code. It is never changed afterwards, so processes that run from it can't trip."""
    name = f"{time.strftime('%Y%m%dT%H%M%S', time.gmtime())}-{version(source)}"
    say(f"Copying the code to {layout.releases / name}")
    new = layout.releases / name
    if new.exists():
        raise RefusedError(f"{new} is there already. Try again in a second.")
    shutil.copytree(source, new, symlinks=True, ignore=shutil.ignore_patterns(*NOT_COPIED))
    run(layout, ["chmod", "-R", "u+rwX,go+rX,go-w", new], folder=new, as_account=False)
    (new / ".env").symlink_to(layout.environment)
    return new


def version(source: Path) -> str:
    """The commit, where the code comes from version control."""
    told = subprocess.run(
        ["git", "-C", source, "rev-parse", "--short=10", "HEAD"], text=True, capture_output=True, env=without_git()
    )
    return told.stdout.strip() if told.returncode == 0 and (source / ".git").exists() else "archive"


def without_git() -> dict[str, str]:
    """The environment without what would make git look elsewhere."""
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}


def prepare(layout: Layout, new: Path) -> None:
    """Packages, a look at the settings, and static files. Old static files stay: kept pages name them."""
    packages = layout.environment_of(new)
    if not (packages / INSTALLED).exists():
        say("Installing packages, each against its hash (a minute or two)")
        packages.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(new / layout.lock, packages / layout.lock)
        run(layout, ["sh", new / "tools/install.sh", layout.lock], folder=packages, as_account=False)
        (packages / INSTALLED).touch()
    if not (new / ".venv").is_symlink():
        (new / ".venv").symlink_to(packages / ".venv")
        run(layout, [new / ".venv/bin/python", "-m", "compileall", "-q", *rooms(new)], folder=new, as_account=False)
    say("Checking the settings")
    manage(layout, new, "check", "--deploy", "--fail-level", "ERROR")
    say("Gathering static files")
    manage(layout, new, "collectstatic", "--no-input", "--verbosity", "0")


def rooms(new: Path) -> list[str]:
    """The folders with the portal's own code."""
    return [name for name in ("portal", "consent", "articles", "comments") if (new / name).is_dir()]


def migrate(layout: Layout, new: Path) -> None:
    """Adds what the new code needs to the database. The old code goes on working with it."""
    say("Migrating the database: the old release goes on serving meanwhile")
    manage(layout, new, "migrate", "--no-input", "--verbosity", "0")


def switch(layout: Layout, new: Path, before: Path | None) -> None:
    """Starts the new server beside the old one, sends readers to it, ends the old one, and the worker last."""
    supervisor = supervisor_of(layout)
    old_port = layout.serving_port()
    port = next(port for port in layout.ports if port != old_port or not before)
    say(f"Starting the new server on port {port}")
    point(layout.current, new)
    try:
        supervisor.start_web(port)
        wait_until_ready(layout, port)
        layout.serve_from(port)
        say("Sending readers to it")
        reload_nginx(layout)
    except RefusedError:
        undo(layout, port=port, old_port=old_port, before=before)
        raise
    if before:
        say(f"Letting the old server finish (port {old_port})")
        time.sleep(layout.drain)
        supervisor.stop_web(old_port)
    say("Restarting the worker")
    supervisor.restart_worker()


def undo(layout: Layout, *, port: int, old_port: int, before: Path | None) -> None:
    """As it was before the new server was started."""
    layout.serve_from(old_port)
    if before:
        point(layout.current, before)
    else:
        layout.current.unlink()
    supervisor_of(layout).stop_web(port)


def tidy(layout: Layout) -> None:
    """Removes releases that nobody would go back to, and packages that no release needs."""
    needed = {link.resolve() for link in (layout.current, layout.previous) if link.exists()}
    found = sorted(folder for folder in layout.releases.iterdir() if folder.is_dir())
    for folder in found[: -layout.keep]:
        if folder not in needed:
            shutil.rmtree(folder)
    used = {(folder / ".venv").resolve().parent for folder in layout.releases.iterdir()}
    for folder in (layout.prefix / "environments").iterdir():
        if folder.resolve() not in used:
            shutil.rmtree(folder)


def list_releases(layout: Layout) -> None:
    """Newest last, with what each is."""
    links = {link.resolve(): link.name for link in (layout.previous, layout.current) if link.exists()}
    for folder in sorted(layout.releases.iterdir()):
        print(folder.name, links.get(folder.resolve(), ""))


def manage(layout: Layout, release_folder: Path, *arguments: str) -> None:
    """Runs ``manage.py`` of a release as the portal's account."""
    run(layout, [release_folder / ".venv/bin/python", "manage.py", *arguments], folder=release_folder)


@contextmanager
def one_at_a_time(layout: Layout) -> Iterator[None]:
    """Refuses a second release while one runs."""
    layout.releases.mkdir(parents=True, exist_ok=True)
    with (layout.prefix / "release.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RefusedError("A release is under way already.") from None
        yield


def say(line: str) -> None:
    print(f"- {line}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
