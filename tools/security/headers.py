"""Mozilla's HTTP observatory, over the portal on TLS: what browsers are told to refuse, graded as it grades public
sites.

Everything it needs comes from npm at a fixed version and stays in .cache/. Its list of preloaded hosts would come from
elsewhere, so it gets an empty one: no point is won by it.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

from tools.security.scanned import HOST, Scanned
from tools.security.verdicts import Verdict, did_not_run, failed, passed

PACKAGE, VERSION = "@mdn/mdn-http-observatory", "1.4.8"
FOLDER = Path(".cache", "security", f"observatory-{VERSION}")
SCRIPT = Path("tools/security/observatory.mjs")
WANTED = "A+"
PATHS = ("/", "/search/", "/sign-up/", "/my-data/", "/consent/verify/", "/admin/login/")
PATIENCE = 240  # seconds


def judge_headers(portal: Scanned) -> Verdict:
    """Has the pages of ``PATHS`` graded."""
    if reason := _installed():
        return did_not_run(reason)
    graded, details = list[str](), list[str]()
    command = ["node", str(SCRIPT.resolve()), str(FOLDER.resolve()), HOST, str(portal.port), *PATHS]
    variables = {**os.environ, "NODE_EXTRA_CA_CERTS": str(portal.authority)}
    try:
        done = subprocess.run(command, env=variables, capture_output=True, text=True, timeout=PATIENCE)
        results = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        return failed("The observatory gave no answer.", *done.stderr.splitlines()[-5:])
    for path, result in results.items():
        graded.append(f"{path} {result.get('grade')} ({result.get('score')})")
        if result.get("grade") != WANTED:
            details += [f"{path}: {result.get('grade') or result.get('error')}", *result.get("failed", [])]
    return failed(", ".join(graded), *details) if details else passed(", ".join(graded))


def _installed() -> str:
    """Empty once it is there; else why it is not."""
    if not shutil.which("node") or not shutil.which("npm"):
        return "node and npm are not installed (apt install npm)."
    if (FOLDER / "ready").exists():
        return ""
    FOLDER.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [
            *("npm", "install", "--silent", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"),
            *("--prefix", str(FOLDER), f"{PACKAGE}@{VERSION}"),
        ],
        capture_output=True,
        text=True,
    )
    conf = FOLDER / "node_modules" / PACKAGE / "conf"
    if done.returncode or not conf.parent.exists():
        return f"The observatory could not be installed: {done.stderr.strip()[-200:]}"
    conf.mkdir(exist_ok=True)
    (conf / "hsts-preload.json").write_text("{}")
    (FOLDER / "ready").touch()
    return ""
