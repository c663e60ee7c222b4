"""wapiti, a crawler that attacks: it follows the public pages and fills in their forms with what breaks careless
programs.

It needs Python 3.12 or newer and an environment of its own in .cache/. Modules that ask other hosts, guess names of
files for hours or try what the portal does not have are left out. The time it takes is bounded.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tools.security.scanned import Scanned
from tools.security.verdicts import Verdict, did_not_run, failed, passed

VERSION = "3.3.2"
FOLDER = Path(".cache", "security", f"wapiti-{VERSION}")
OLDEST = (3, 12)
SECONDS = int(os.environ.get("WAPITI_SECONDS", "170"))
PATIENCE = 180  # seconds more, for what it has in hand
MODULES = (
    "cookieflags",
    "crlf",
    "csp",
    "exec",
    "file",
    "htaccess",
    "http_headers",
    "information_disclosure",
    "inconsistent_redirection",
    "ldap",
    "methods",
    "permanentxss",
    "redirect",
    "shellshock",
    "sql",
    "upload",
    "xss",
)
NOWHERE = "http://127.0.0.1:9/"  # where others would listen for what a page was made to call
# Kinds of finding that are none here, and why.
REVIEWED: dict[str, str] = {}


def attack(portal: Scanned) -> Verdict:
    """Attacks the public pages for ``SECONDS``."""
    if reason := _installed():
        return did_not_run(reason)
    report = portal.folder / "wapiti.json"
    per_module = max(
        3, SECONDS * 3 // 4 // len(MODULES)
    )  # the first limit is that of the crawl, this one of each module
    command = [
        *(
            str(FOLDER / "bin" / "wapiti"),
            "--url",
            f"{portal.url}/",
            "--scope",
            "folder",
            "--module",
            ",".join(MODULES),
        ),
        *("--exclude", f"{portal.url}/admin/*", "--exclude", f"{portal.url}/mailbox/*"),
        *("--depth", "6", "--max-links-per-page", "60", "--max-files-per-dir", "25", "--tasks", "4"),
        *("--max-scan-time", str(SECONDS // 4), "--max-attack-time", str(per_module), "--timeout", "10"),
        *("--endpoint", NOWHERE, "--verify-ssl", "0", "--header", "Sec-Fetch-Site: same-origin", "--no-bugreport"),
        *("--flush-session", "--store-session", str(portal.folder / "session"), "--verbose", "1"),
        *("--format", "json", "--output", str(report)),
    ]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS + PATIENCE)
    except subprocess.TimeoutExpired:
        return failed(f"wapiti did not end within {SECONDS + PATIENCE} s.")
    if not report.exists():
        return did_not_run(f"wapiti wrote no report: {(done.stderr or done.stdout).strip()[-300:]}")
    told = json.loads(report.read_text())
    found = list(_found(told))
    pages = told.get("infos", {}).get("crawled_pages_nbr", 0)
    if not pages:
        return did_not_run("wapiti saw no page.")
    return failed(f"{pages} pages", *found) if found else passed(f"{pages} pages and forms in {SECONDS} s at most")


def _found(told: dict) -> Iterator[str]:
    for part in ("vulnerabilities", "anomalies"):
        for kind, findings in told.get(part, {}).items():
            if kind not in REVIEWED:
                for each in findings:
                    place = f"{each.get('method')} {each.get('path')} {each.get('parameter') or ''}"
                    yield f"{kind}: {place}: {each.get('info')}"


def _installed() -> str:
    """Empty once it is there; else why it is not."""
    if (FOLDER / "bin" / "wapiti").exists():
        return ""
    python = next(_pythons(), None)
    if python is None:
        return f"wapiti needs Python {'.'.join(map(str, OLDEST))} or newer beside this one, and none was found."
    shutil.rmtree(FOLDER, ignore_errors=True)
    for command in (
        [python, "-m", "venv", str(FOLDER)],
        [str(FOLDER / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check", f"wapiti3=={VERSION}"],
    ):
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            shutil.rmtree(FOLDER, ignore_errors=True)
            return f"wapiti could not be installed: {(done.stderr or done.stdout).strip()[-300:]}"
    return ""


def _pythons() -> Iterator[str]:
    """Interpreters that are new enough."""
    names = [shutil.which(f"python3.{minor}") for minor in (13, 12, 14)] + [shutil.which("python3")]
    names += [str(path) for path in sorted(Path.home().glob(".pyenv/versions/3.*/bin/python3"), reverse=True)]
    for name in filter(None, names):
        asked = subprocess.run([name, "-c", "import sys; print(*sys.version_info[:2])"], capture_output=True, text=True)
        if asked.returncode == 0 and tuple(map(int, asked.stdout.split())) >= OLDEST:
            yield name
