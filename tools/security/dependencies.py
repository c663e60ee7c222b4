"""Known weaknesses of packages. An audit that can't reach its database finds nothing and says so politely, so each is
asked first about a package that is known to be weak: only one that knows of it has looked.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.security.verdicts import Verdict, did_not_run, failed, passed

KNOWN_TO_BE_WEAK = "jinja2==2.4.1"  # CVE-2014-0012 and others
NPM_KNOWN_TO_BE_WEAK = ("lodash", "4.17.4")  # CVE-2018-3721 and others
PATIENCE = 60  # seconds
OUT_OF_REACH = "The database of known weaknesses can't be reached from here: {}"


def audit_python() -> Verdict:
    """pip-audit over the lock file, nothing installed."""
    with tempfile.TemporaryDirectory() as folder:
        canary = Path(folder) / "canary.txt"
        canary.write_text(f"{KNOWN_TO_BE_WEAK}\n")
        code, said = _pip_audit("--no-deps", "-r", str(canary))
    if code == 0 or "known vulnerabilit" not in said:
        return did_not_run(OUT_OF_REACH.format(_last(said)))
    code, said = _pip_audit("--require-hashes", "-r", "requirements.txt")
    if code == 0:
        return passed("requirements.txt")
    if "known vulnerabilit" in said:
        return failed("", *said.splitlines())
    return did_not_run(OUT_OF_REACH.format(_last(said)))


def audit_npm() -> Verdict:
    """npm audit over what the project puts into .cache/."""
    npm = shutil.which("npm")
    if npm is None:
        return did_not_run("npm is not installed (apt install npm).")
    name, version = NPM_KNOWN_TO_BE_WEAK
    lock = {
        "name": "canary",
        "lockfileVersion": 3,
        "packages": {"": {"dependencies": {name: version}}, f"node_modules/{name}": {"version": version}},
    }
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "package.json").write_text(json.dumps({"name": "canary", "dependencies": {name: version}}))
        (Path(folder) / "package-lock.json").write_text(json.dumps(lock))
        weak, said = _npm_audit(npm, folder)
    if not weak:
        return did_not_run(OUT_OF_REACH.format(_last(said)))
    details, folders = list[str](), sorted({each.parent for each in Path(".cache").glob("*/**/node_modules")}, key=str)
    roots = [each for each in folders if "node_modules" not in each.parts]
    for root in roots:
        weak, said = _npm_audit(npm, str(root), "--no-package-lock")
        if weak is None:
            return did_not_run(OUT_OF_REACH.format(_last(said)))
        details += [f"{root}: {each}" for each in weak]
    return failed("", *details) if details else passed(", ".join(map(str, roots)))


def _pip_audit(*arguments: str) -> tuple[int, str]:
    command = [
        str(Path(sys.executable).with_name("pip-audit")),
        "--strict",
        "--disable-pip",
        "--progress-spinner",
        "off",
    ]
    return _run([*command, "--timeout", "10", *arguments])


def _npm_audit(npm: str, folder: str, *options: str) -> tuple[list[str] | None, str]:
    """Names of weak packages; none if it did not look."""
    _code, said = _run([npm, "audit", "--json", *options, "--prefix", folder])
    try:
        told = json.loads(said[said.index("{") :])
    except ValueError:
        return None, said
    if not isinstance(told, dict) or "vulnerabilities" not in told:
        return None, str(told.get("message") or told.get("error") or said) if isinstance(told, dict) else said
    return [f"{name}: {each.get('severity', '')}" for name, each in sorted(told["vulnerabilities"].items())], said


def _run(command: list[str]) -> tuple[int, str]:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return 1, f"no answer within {PATIENCE} s"
    except OSError as error:
        return 1, str(error)
    return done.returncode, done.stdout + done.stderr


def _last(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return lines[-1][:200] if lines else "it said nothing"
